import { foldPlace, namesIn } from "./place-name";
import { matchesPostal, parsePostalPattern } from "./postal-pattern";
import type { Place, ZoneArea, ZoneMatch } from "./zone";

/**
 * The zone of an address: the smallest priority number wins, then the smaller id, so that the answer never depends on the order of rows.
 * Names are looked for in city, province and second line, and in the postal field too, where Ecuador's shoppers type their district.
 */
export function findZone<Z extends ZoneArea>(zones: readonly Z[], place: Place): ZoneMatch<Z> | null {
  const names = new Set([place.city, place.province, place.zip, place.address2].flatMap(namesIn));
  const matches = zones.flatMap((zone) => {
    if (!zone.active || zone.countryCode !== place.countryCode) return [];
    const match = matchPlace(zone, names) ?? matchPostalCode(zone, place.zip);
    return match ? [{ zone, ...match }] : [];
  });
  return matches.sort((a, b) => a.zone.priority - b.zone.priority || (a.zone.id < b.zone.id ? -1 : 1))[0] ?? null;
}

function matchPlace(zone: ZoneArea, names: ReadonlySet<string>): { by: "place"; what: string } | null {
  const what = zone.places.find((place) => names.has(foldPlace(place)));
  return what === undefined ? null : { by: "place", what };
}

function matchPostalCode(zone: ZoneArea, zip: string | null): { by: "postal"; what: string } | null {
  if (!zip) return null;
  const what = zone.postalPatterns.find((text) => {
    const pattern = parsePostalPattern(text);
    return pattern !== null && matchesPostal(pattern, zip);
  });
  return what === undefined ? null : { by: "postal", what };
}
