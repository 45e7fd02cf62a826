import { foldName, unitIn } from "~/domain/gazetteer/fold-name";
import type { AreaPart } from "./area";
import { drawnIn, type Boxed } from "./drawn";
import { parsePostalPattern, type PostalPattern } from "./postal-pattern";

/** The parts or the exceptions of a zone's area, each ready to be asked. */
export type Side = {
  isCountry: boolean;
  /** Folded name → as the merchant wrote it. */
  names: ReadonlyMap<string, string>;
  /** Kind and folded name of units that hold all that lies in them → as written. */
  units: ReadonlyMap<string, string>;
  postal: readonly { text: string; pattern: PostalPattern }[];
  drawn: readonly Boxed[];
};

/** As the map writes it: "canton quito"; null for what is no unit. */
function unitKeyOf(name: string): string | null {
  const unit = unitIn(name);
  return unit && `${unit} ${foldName(name)}`;
}

/** `knownUnits`: those that the map has. "Cantón Pichincha" is then that canton, and not whoever writes the province's name. */
export function sideOf(parts: readonly AreaPart[], knownUnits: ReadonlySet<string> = new Set()): Side {
  const places = parts.filter((part) => part.kind === "place").map(({ name }) => ({ name, unit: unitKeyOf(name) }));
  return {
    isCountry: parts.some(({ kind }) => kind === "country"),
    names: new Map(places.filter(({ unit }) => !unit || !knownUnits.has(unit)).map(({ name }) => [foldName(name), name])),
    units: new Map(places.flatMap(({ name, unit }) => (unit ? [[unit, name] as const] : []))),
    postal: parts.flatMap((part) => {
      const pattern = part.kind === "postal" ? parsePostalPattern(part.pattern) : null;
      return part.kind === "postal" && pattern ? [{ text: part.pattern, pattern }] : [];
    }),
    drawn: drawnIn(parts),
  };
}
