import { foldPlace, namesIn } from "./place-name";
import { matchesPostal, parsePostalPattern } from "./postal-pattern";
import type { Place, ZoneArea, ZoneMatch } from "./zone";

/**
 * The zone of an address: the smallest priority number wins, then the smaller id, so that the answer never depends on the order of rows.
 * Names are looked for in city and province, and in the postal field too, where Ecuador's shoppers type their district. The second line is
 * asked only when those name no zone: it holds streets, and streets bear the names of cities.
 */
export function findZone<Z extends ZoneArea>(zones: readonly Z[], place: Place): ZoneMatch<Z> | null {
  const named = (fields: (string | null)[]) => new Set(fields.flatMap(namesIn));
  const [inCity, inSecondLine] = [named([place.city, place.province, place.zip]), named([place.address2])];
  const best = (match: (zone: Z) => Found | null) => bestOf(zones.filter(serves(place)), match);
  return best((zone) => matchPlace(zone, inCity) ?? matchPostalCode(zone, place.zip)) ?? best((zone) => matchPlace(zone, inSecondLine));
}

type Found = Pick<ZoneMatch<ZoneArea>, "by" | "what">;

const serves =
  ({ countryCode }: Place) =>
  (zone: ZoneArea): boolean =>
    zone.active && zone.countryCode === countryCode;

function bestOf<Z extends ZoneArea>(zones: readonly Z[], match: (zone: Z) => Found | null): ZoneMatch<Z> | null {
  const matches = zones.flatMap((zone) => {
    const found = match(zone);
    return found ? [{ zone, ...found }] : [];
  });
  return matches.sort((a, b) => a.zone.priority - b.zone.priority || (a.zone.id < b.zone.id ? -1 : 1))[0] ?? null;
}

function matchPlace(zone: ZoneArea, names: ReadonlySet<string>): Found | null {
  const what = zone.places.find((place) => names.has(foldPlace(place)));
  return what === undefined ? null : { by: "place", what };
}

function matchPostalCode(zone: ZoneArea, zip: string | null): Found | null {
  if (!zip) return null;
  const what = zone.postalPatterns.find((text) => {
    const pattern = parsePostalPattern(text);
    return pattern !== null && matchesPostal(pattern, zip);
  });
  return what === undefined ? null : { by: "postal", what };
}
