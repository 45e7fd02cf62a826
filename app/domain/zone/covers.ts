import type { Position } from "./area";
import { isInBox, isInCircle, isInPolygon } from "./geometry";
import { matchesPostal } from "./postal-pattern";
import type { Side } from "./side";

export type MatchedBy = "country" | "place" | "postal" | "position";

/** What an address says, as one reading of it has it. `units`: see `unitKey`. */
export type Asked = { names: ReadonlySet<string>; units: readonly string[]; zip: string | null; position: Position | null };

/** By what a side of an area covers an address, and in the merchant's own words; null when it doesn't. */
export function covers(side: Side, { names, units, zip, position }: Asked): { by: MatchedBy; what: string } | null {
  for (const [name, written] of side.names) if (names.has(name)) return { by: "place", what: written };
  for (const unit of units) if (side.units.has(unit)) return { by: "place", what: side.units.get(unit)! };
  if (zip) for (const { text, pattern } of side.postal) if (matchesPostal(pattern, zip)) return { by: "postal", what: text };
  if (position)
    for (const { part, box } of side.drawn)
      if (isInBox(box, position) && (part.kind === "circle" ? isInCircle(part, position) : isInPolygon(part, position)))
        return { by: "position", what: part.kind };
  return side.isCountry ? { by: "country", what: "" } : null;
}
