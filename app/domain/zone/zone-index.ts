import { foldName, unitIn } from "~/domain/gazetteer/fold-name";
import type { Gazetteer } from "~/domain/gazetteer/gazetteer";
import { vocabularyOf, type Vocabulary } from "~/domain/gazetteer/vocabulary";
import type { Area, AreaPart } from "./area";
import { boxOf, type Box } from "./geometry";
import { parsePostalPattern, type PostalPattern } from "./postal-pattern";

export type ZoneArea = {
  id: string;
  name: string;
  priority: number;
  active: boolean;
  area: Area;
  /** Shopify's locations that it is served from; none: from any. */
  locationGids?: readonly string[];
};

type Drawn = Extract<AreaPart, { kind: "circle" | "polygon" }>;
/** A zone's parts, each ready to be asked. */
export type Side = {
  isCountry: boolean;
  /** Folded name → as the merchant wrote it. */
  names: ReadonlyMap<string, string>;
  /** Kind and folded name of units that hold all that lies in them → as written. */
  units: ReadonlyMap<string, string>;
  postal: readonly { text: string; pattern: PostalPattern }[];
  drawn: readonly { part: Drawn; box: Box }[];
};
export type Indexed<Z> = { zone: Z; include: Side; exclude: Side };

/** A shop's zones, made ready once for any number of addresses; the best first. */
export type ZoneIndex<Z extends ZoneArea> = {
  readonly zones: readonly Indexed<Z>[];
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  readonly gazetteers: ReadonlyMap<string, Gazetteer>;
};

/** The smaller priority number first, then the smaller id: the order of rows never decides. */
export const byPriority = (a: ZoneArea, b: ZoneArea): number => a.priority - b.priority || (a.id < b.id ? -1 : 1);

export function zoneIndex<Z extends ZoneArea>(zones: readonly Z[], gazetteers: ReadonlyMap<string, Gazetteer>): ZoneIndex<Z> {
  const active = zones.filter((zone) => zone.active).sort(byPriority);
  const indexed = active.map((zone) => ({ zone, include: sideOf(zone.area.include), exclude: sideOf(zone.area.exclude) }));
  const countries = new Set(active.map(({ area }) => area.countryCode));
  const namesOf = (country: string) => [
    ...(gazetteers.get(country)?.byName.keys() ?? []),
    ...indexed
      .filter(({ zone }) => zone.area.countryCode === country)
      .flatMap(({ include, exclude }) => [...include.names.keys(), ...exclude.names.keys()]),
  ];
  return { zones: indexed, gazetteers, vocabularies: new Map([...countries].map((country) => [country, vocabularyOf(namesOf(country))])) };
}

export const unitKey = (kind: string, foldedName: string): string => `${kind} ${foldedName}`;

function unitKeyOf(name: string): [string, string][] {
  const unit = unitIn(name);
  return unit ? [[unitKey(unit, foldName(name)), name]] : [];
}

function sideOf(parts: readonly AreaPart[]): Side {
  const places = parts.filter((part) => part.kind === "place");
  return {
    isCountry: parts.some(({ kind }) => kind === "country"),
    names: new Map(places.map(({ name }) => [foldName(name), name])),
    units: new Map(places.flatMap(({ name }) => unitKeyOf(name))),
    postal: parts.flatMap((part) => {
      const pattern = part.kind === "postal" ? parsePostalPattern(part.pattern) : null;
      return part.kind === "postal" && pattern ? [{ text: part.pattern, pattern }] : [];
    }),
    drawn: parts.flatMap((part) => (part.kind === "circle" || part.kind === "polygon" ? [{ part, box: boxOf(part) }] : [])),
  };
}
