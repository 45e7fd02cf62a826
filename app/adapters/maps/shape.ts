import type { Point } from "~/domain/geo/point";
import type { Whereabouts } from "~/domain/position/address-text";
import { sectorsIn } from "~/domain/position/sectors";

export type Question = { url: URL; address: Whereabouts; key: string | null };
export type Found = { point: Point; metres: number };

/** How one kind of geocoder is asked and answers. */
export type Shape = {
  /** The least milliseconds between two questions. */
  everyMs: number;
  /** The most precise first; the others are for where that one finds nothing, or no more than a town. None: nothing to ask for. */
  questions(asked: Question): URL[];
  /** null: it knows no such place. Throws for what is no answer of its kind. */
  read(body: unknown): Found | null;
};

const line = (parts: readonly (string | null | undefined)[]): string =>
  parts
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(", ");

/** The address in one line, from the house to the country's parts; then without what may be wrong of it, the part of the town and the postal code. */
export function linesOf({ address1, address2, city, zip, province }: Whereabouts): string[] {
  const lines = [line([address1, ...sectorsIn(address2), city, zip, province]), line([address1, city, province])];
  return [...new Set(lines)].filter(Boolean);
}

/** The address of the setting with a query of ours. */
export function withQuery(url: URL, path: string, query: Record<string, string | null | undefined>): URL {
  const asked = new URL(url);
  if (asked.pathname === "/") asked.pathname = path;
  for (const [name, value] of Object.entries(query)) if (value) asked.searchParams.set(name, value);
  return asked;
}
