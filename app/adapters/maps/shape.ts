import type { Point } from "~/domain/geo/point";
import type { Whereabouts } from "~/domain/position/address-text";

export type Question = { url: URL; address: Whereabouts; key: string | null };
export type Found = { point: Point; metres: number };

/** How one kind of geocoder is asked and answers. */
export type Shape = {
  /** The least milliseconds between two questions. */
  everyMs: number;
  question(asked: Question): URL;
  /** null: it knows no such place. Throws for what is no answer of its kind. */
  read(body: unknown): Found | null;
};

/** The address in one line, from the house to the country's parts: what geocoders take. */
export const oneLine = ({ address1, city, province }: Whereabouts): string =>
  [address1, city, province].filter((part) => part?.trim()).join(", ");

/** The address of the setting with a query of ours. */
export function withQuery(url: URL, path: string, query: Record<string, string | null>): URL {
  const asked = new URL(url);
  if (asked.pathname === "/") asked.pathname = path;
  for (const [name, value] of Object.entries(query)) if (value) asked.searchParams.set(name, value);
  return asked;
}
