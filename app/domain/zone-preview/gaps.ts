import { called } from "~/domain/gazetteer/called";
import { unitIn } from "~/domain/gazetteer/fold-name";
import type { Gazetteer, GazetteerPlace } from "~/domain/gazetteer/gazetteer";
import { findZone, readPlace } from "~/domain/zone/find-zone";
import type { ZoneArea, ZoneIndex } from "~/domain/zone/zone-index";
import { writtenParts } from "~/domain/zone/zone-summary";
import { addressIn, type Probe } from "./probes";
import type { Seen } from "./seen";

/** Towns that no zone covers, in a canton that one does. */
export type Gap = { canton: string; towns: string[] };

/** Quarters of a city are none: who lives there writes the city too. */
const isTown = (at: GazetteerPlace | null): at is GazetteerPlace => at?.kind === "town" || at?.kind === "parish";

type Looked<Z extends ZoneArea> = { all: ZoneIndex<Z>; seen: readonly Seen<Z>[]; map: readonly Probe[]; gazetteer: Gazetteer };

/** The towns without a zone in the cantons where a zone is. `seen`: the addresses that it covers; `map`: every place of the country. */
export function gapsAround<Z extends ZoneArea>(zone: Z, { all, seen, map, gazetteer }: Looked<Z>): Gap[] {
  const cantons = new Set([...seen.flatMap((one) => (isSurely(zone, one) ? cantonOf(one.at) : [])), ...cantonsNamed(zone, all)]);
  const townsOf = Map.groupBy(map, ({ at }) => (isTown(at) ? at.parentId : null));
  return [...cantons].sort().flatMap((id) => {
    const towns = townsOf.get(id)?.filter(({ place }) => findZone(all, place).matches.length === 0) ?? [];
    const canton = gazetteer.byId.get(id);
    return canton && towns.length > 0 ? [{ canton: called(canton.name), towns: [...new Set(towns.map(({ label }) => label))].sort() }] : [];
  });
}

/** The canton that a place is or lies in, by its id. */
function cantonOf(at: GazetteerPlace | null): string[] {
  if (at?.kind === "canton") return [at.id];
  return isTown(at) && at.parentId ? [at.parentId] : [];
}

/** Whether a zone is where it covers an address, and not only called like what is there: towns have namesakes all over a country. */
const isSurely = <Z extends ZoneArea>(zone: Z, { matches }: Seen<Z>): boolean =>
  matches.some(({ zone: { id }, by, what }) => id === zone.id && (by !== "place" || unitIn(what) !== null));

/** The cantons of what its names mean where nothing else is written; of a name that may mean several none. */
function cantonsNamed<Z extends ZoneArea>({ area }: Z, all: ZoneIndex<Z>): string[] {
  return writtenParts(area.include, "place").flatMap((name) => {
    const readings = readPlace(all, addressIn(area.countryCode, { city: name }))?.readings ?? [];
    const meant = new Set(readings.flatMap(({ path: [nearest] }) => cantonOf(nearest ?? null)));
    return meant.size === 1 ? [...meant] : [];
  });
}
