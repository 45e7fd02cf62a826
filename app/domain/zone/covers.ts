import type { Position } from "./area";
import { isInBox, isInCircle, isInPolygon } from "./geometry";
import { matchesPostal } from "./postal-pattern";
import type { Side } from "./side";

export type MatchedBy = "country" | "place" | "postal" | "position";

/** What an address says, as one reading of it has it. `units`: see `unitKey`. */
export type Asked = { names: ReadonlySet<string>; units: readonly string[]; zip: string | null; position: Position | null };

/** By what a side of an area covers an address, and in the merchant's own words; null when it doesn't. */
export function covers(side: Side, { names, units, zip, position }: Asked): { by: MatchedBy; what: string } | null {
  const named = coversNames(side, names, units);
  if (named !== null) return { by: "place", what: named };
  if (zip) for (const { text, pattern } of side.postal) if (matchesPostal(pattern, zip)) return { by: "postal", what: text };
  const drawn = position && coversDrawn(side, position);
  if (drawn) return { by: "position", what: drawn };
  return side.isCountry ? { by: "country", what: "" } : null;
}

/** The name of a side, as its merchant wrote it, by which it covers what is called so or lies in such units; null: none. */
export function coversNames(side: Side, names: ReadonlySet<string>, units: readonly string[]): string | null {
  // An address says few names and a zone may have hundreds: the merchant's order is gone through only where several of them are meant.
  const [meant, ...more] = [...names].filter((name) => side.names.has(name));
  if (meant !== undefined && more.length === 0) return side.names.get(meant)!;
  if (meant !== undefined) for (const [name, written] of side.names) if (names.has(name)) return written;
  for (const unit of units) if (side.units.has(unit)) return side.units.get(unit)!;
  return null;
}

/** The kind of shape of a side that holds a position; null: none does. */
export function coversDrawn(side: Side, position: Position): "circle" | "polygon" | null {
  for (const { part, box } of side.drawn)
    if (isInBox(box, position) && (part.kind === "circle" ? isInCircle(part, position) : isInPolygon(part, position))) return part.kind;
  return null;
}
