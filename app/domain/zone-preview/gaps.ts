import { called } from "~/domain/gazetteer/called";
import type { Gazetteer, GazetteerPlace } from "~/domain/gazetteer/gazetteer";
import { findZone } from "~/domain/zone/find-zone";
import type { ZoneArea, ZoneIndex } from "~/domain/zone/zone-index";
import type { Probe } from "./probes";

/** Towns that no zone covers, in a canton that one does. */
export type Gap = { canton: string; towns: string[] };

/** Quarters of a city are none: who lives there writes the city too. */
const isTown = (at: GazetteerPlace | null): at is GazetteerPlace => at?.kind === "town" || at?.kind === "parish";

/** The towns without a zone in the cantons of the addresses that a zone covers. `map`: every place of the country. */
export function gapsAround<Z extends ZoneArea>(
  all: ZoneIndex<Z>,
  covered: readonly Probe[],
  map: readonly Probe[],
  gazetteer: Gazetteer,
): Gap[] {
  const cantons = new Set(covered.flatMap(({ at }) => (at?.kind === "canton" ? [at.id] : isTown(at) && at.parentId ? [at.parentId] : [])));
  return [...cantons].sort().flatMap((id) => {
    const towns = map.filter(({ at, place }) => isTown(at) && at.parentId === id && findZone(all, place).matches.length === 0);
    const canton = gazetteer.byId.get(id);
    return canton && towns.length > 0 ? [{ canton: called(canton.name), towns: [...new Set(towns.map(({ label }) => label))].sort() }] : [];
  });
}
