import type { Gazetteer } from "~/domain/gazetteer/gazetteer";
import { mapVocabulary, vocabularyOf, type Vocabulary } from "~/domain/gazetteer/vocabulary";
import type { Area } from "./area";
import { lookupOf, type Lookup } from "./lookup";
import { sideOf, type Side } from "./side";

export type ZoneArea = {
  id: string;
  name: string;
  priority: number;
  active: boolean;
  area: Area;
  /** Shopify's locations that it is served from; none: from any. */
  locationGids?: readonly string[];
};
export type Indexed<Z> = { zone: Z; include: Side; exclude: Side };

/** What a country's addresses are read by, and where their zones are looked for. */
type CountryIndex<Z> = { vocabulary: Vocabulary; lookup: Lookup<Indexed<Z>> };

/** A shop's zones, made ready once for any number of addresses; the best first. */
export type ZoneIndex<Z extends ZoneArea> = {
  /** The active ones. */
  readonly zones: readonly Indexed<Z>[];
  /** Every one that it was made of. */
  readonly all: readonly Z[];
  readonly countries: ReadonlyMap<string, CountryIndex<Z>>;
  readonly gazetteers: ReadonlyMap<string, Gazetteer>;
  /** The same as if no zone were switched off, made an exception or were served from elsewhere; made when it is first asked for. */
  readonly opened: () => ZoneIndex<Z>;
};

/** The smaller priority number first, then the smaller id: the order of rows never decides. */
export const byPriority = (a: ZoneArea, b: ZoneArea): number => a.priority - b.priority || (a.id < b.id ? -1 : 1);

/** `like`: an index whose reading of names is used again where these zones have no other names, as most changes leave it. */
export function zoneIndex<Z extends ZoneArea>(
  zones: readonly Z[],
  gazetteers: ReadonlyMap<string, Gazetteer>,
  like?: ZoneIndex<Z>,
): ZoneIndex<Z> {
  const active = zones.filter((zone) => zone.active).sort(byPriority);
  const indexed = active.map((zone) => {
    const units = gazetteers.get(zone.area.countryCode)?.unitKeys;
    return { zone, include: sideOf(zone.area.include, units), exclude: sideOf(zone.area.exclude, units) };
  });
  const countries = Map.groupBy(indexed, ({ zone }) => zone.area.countryCode);
  const ready = [...countries].map(
    ([country, own]) => [country, countryIndex(own, gazetteers.get(country), readBy(like, country))] as const,
  );
  let opened: ZoneIndex<Z> | null = null;
  const index: ZoneIndex<Z> = {
    ...{ zones: indexed, all: zones, countries: new Map(ready), gazetteers },
    opened: () => (opened ??= zoneIndex(zones.map(open), gazetteers, index)),
  };
  return index;
}

const open = <Z extends ZoneArea>(zone: Z): Z => ({ ...zone, active: true, locationGids: [], area: { ...zone.area, exclude: [] } });

/** What a country's addresses are read by; undefined where no active zone is in it. */
export const readBy = <Z extends ZoneArea>(index: ZoneIndex<Z> | undefined, country: string | null): Vocabulary | undefined =>
  index?.countries.get(country ?? "")?.vocabulary;

function countryIndex<Z extends ZoneArea>(
  indexed: readonly Indexed<Z>[],
  gazetteer: Gazetteer | undefined,
  like: Vocabulary | undefined,
): CountryIndex<Z> {
  const own = new Set(indexed.flatMap(({ include, exclude }) => [...include.names.keys(), ...exclude.names.keys()]));
  const isLike = like?.names.size === own.size && [...own].every((name) => like.names.has(name));
  const vocabulary = isLike ? like : vocabularyOf(own, gazetteer && mapVocabulary(gazetteer));
  return { vocabulary, lookup: lookupOf(indexed) };
}

/** Whether a position says anything about an address of this country: some zone of it is drawn, or has a drawn exception. */
export const asksPositions = <Z extends ZoneArea>({ countries }: ZoneIndex<Z>, country: string | null): boolean =>
  countries.get(country ?? "")?.lookup.entries.some(({ include, exclude }) => include.drawn.length + exclude.drawn.length > 0) ?? false;
