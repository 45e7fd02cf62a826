import type { GazetteerPlace } from "~/domain/gazetteer/gazetteer";
import { foldName } from "~/domain/gazetteer/fold-name";
import { findZone, type Place } from "~/domain/zone/find-zone";
import type { ZoneArea, ZoneIndex } from "~/domain/zone/zone-index";
import { distinctNames } from "./native-rates";

/** A buyer reads no longer list, and a metafield keeps no larger one. */
const MOST_DISTRICTS = 500;

/**
 * The places that a buyer may choose in the cart: those that zones name, and the cantons that they cover, each where one zone alone is meant by it;
 * as the merchant or the map writes them, in the order of their letters. `tooLarge`: zones without rates, which nothing is offered for.
 */
export function districtsOf<Z extends ZoneArea>(index: ZoneIndex<Z>, tooLarge: readonly string[], locale: string): string[] {
  const called = distinctNames(index.zones.map(({ zone }) => zone));
  const found = new Map<string, string>();
  for (const [country, { lookup }] of index.countries) {
    const named = lookup.entries.flatMap(({ include, exclude }) => [...include.names.values(), ...exclude.names.values()]);
    const onMap = [...(index.gazetteers.get(country)?.byId.values() ?? [])].filter(isCanton).map(({ name }) => name);
    for (const name of [...named, ...onMap]) {
      const place: Place = { countryCode: country, province: null, city: name, zip: null, address2: null, position: null };
      if (found.has(foldName(name))) continue;
      const { matches, doubt } = findZone(index, place);
      const zone = matches[0]?.zone;
      if (zone && !doubt && !tooLarge.includes(called.get(zone.id)!)) found.set(foldName(name), name);
    }
  }
  return [...found.values()].slice(0, MOST_DISTRICTS).sort((a, b) => a.localeCompare(b, locale));
}

const isCanton = ({ kind }: GazetteerPlace): boolean => kind === "canton";
