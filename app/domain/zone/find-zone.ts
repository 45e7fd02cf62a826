import { gazetteerOf, type Gazetteer, type GazetteerPlace } from "~/domain/gazetteer/gazetteer";
import { hearField } from "~/domain/gazetteer/hear-field";
import { locate, type Located, type Reading } from "~/domain/gazetteer/locate";
import type { KnownPosition } from "~/domain/position/known-position";
import { covers, type Asked, type MatchedBy } from "./covers";
import { isServedFrom, type Departure } from "./departure";
import { candidatesOf, type Lookup } from "./lookup";
import { readBy, type Indexed, type ZoneArea, type ZoneIndex } from "./zone-index";

/** An address as zones look at it. */
export type Place = {
  countryCode: string | null;
  province: string | null;
  city: string | null;
  zip: string | null;
  /** The street; absent where it was never read. It is asked last, where nothing else tells the place. */
  address1?: string | null;
  address2: string | null;
  position: KnownPosition | null;
};

export type { KnownPosition } from "~/domain/position/known-position";
export type { MatchedBy } from "./covers";
/** A zone that covers an address, by what, and in the merchant's own words. */
export type ZoneMatch<Z> = { zone: Z; by: MatchedBy; what: string };

/** What makes a match doubtful: it is told, and an order with it waits for a look where the zones it would be in are different ones. */
export type Doubt =
  | { code: "place_ambiguous"; params: { text: string; options: string } }
  | { code: "place_contradicts"; params: { one: string; other: string } }
  | { code: "zones_equal"; params: { zone: string; other: string } };

export type Finding<Z> = {
  /** All that cover the address, the one that counts first. */
  matches: ZoneMatch<Z>[];
  doubt: Doubt | null;
  /** What was not written as it is called, and what it was taken for. */
  guess: Located["guess"];
  /** The position that circles and polygons were asked with. */
  position: KnownPosition | null;
};

const NO_MAP = gazetteerOf("", []);

/**
 * The zones of an address. City, province and postal field are read as people type them (docs/decisions/0015-a-zone-in-one-place.md); the
 * second line is asked only where those name no zone: it holds streets, and streets bear the names of cities. A position decides circles
 * and polygons; without one it is the middle of the place that the address names. Only zones that are served from where the goods leave count.
 * `located`: how the address reads, where that is known already.
 */
export function findZone<Z extends ZoneArea>(
  index: ZoneIndex<Z>,
  place: Place,
  from: Departure = null,
  located = readPlace(index, place),
): Finding<Z> {
  const country = place.countryCode ?? "";
  const own = index.countries.get(country);
  if (!own || !located) return { matches: [], doubt: null, guess: null, position: place.position };
  const { vocabulary, lookup } = own;
  const gazetteer = index.gazetteers.get(country) ?? NO_MAP;
  const asking = { lookup, gazetteer, from };
  const readings = located.readings.map((reading) => matchesOf(asking, reading, place));
  const best = readings[0]!;
  if (best.matches.length === 0 && readings.every(({ matches }) => matches.length === 0)) {
    const [reading] = located.readings;
    const second = hearField(vocabulary, place.address2).flatMap(({ heard }) => heard.map(({ name }) => name));
    // What the first line says still takes an address out of a zone: an exclusion holds whatever the second line names.
    const both = matchesOf(asking, { names: new Set([...reading!.names, ...second]), path: reading!.path }, place);
    if (both.matches.length > 0) return { ...both, doubt: tieOf(both.matches), guess: located.guess };
  }
  return { ...best, doubt: doubtOf(located, readings, best.matches), guess: best.matches.length > 0 ? located.guess : null };
}

/** How an address reads; null where no zone is in its country. The same in every index that has one `readBy` for the country. */
export function readPlace<Z extends ZoneArea>(index: ZoneIndex<Z>, place: Place): Located | null {
  const vocabulary = readBy(index, place.countryCode);
  return vocabulary ? locate(index.gazetteers.get(place.countryCode ?? "") ?? NO_MAP, vocabulary, place) : null;
}

type Matched<Z> = { matches: ZoneMatch<Z>[]; position: KnownPosition | null };

type Asking<Z> = { lookup: Lookup<Indexed<Z>>; gazetteer: Gazetteer; from: Departure };

function matchesOf<Z extends ZoneArea>({ lookup, gazetteer, from }: Asking<Z>, reading: Reading, place: Place): Matched<Z> {
  const position = place.position ?? middleOf(reading.path);
  const asked: Asked = {
    names: reading.names,
    units: unitsOf(gazetteer, reading.path),
    zip: place.zip,
    position: position && [position.longitude, position.latitude],
  };
  const matches = candidatesOf(lookup, asked).flatMap(({ zone, include, exclude }) => {
    const found = isServedFrom(zone, from) ? covers(include, asked) : null;
    return found && !covers(exclude, asked) ? [{ zone, ...found }] : [];
  });
  return { matches, position };
}

/** What an address lies in, as units of zones are looked up. */
export const unitsOf = ({ units }: Pick<Gazetteer, "units">, path: readonly GazetteerPlace[]): string[] =>
  path.flatMap(({ id }) => units.get(id) ?? []);

/** The middle of the nearest place, where it is small enough to have one worth having. */
export function middleOf(path: readonly GazetteerPlace[]): KnownPosition | null {
  const [nearest] = path;
  if (!nearest || nearest.kind === "province" || nearest.latitude === null || nearest.longitude === null) return null;
  return { latitude: nearest.latitude, longitude: nearest.longitude, source: "place" };
}

function doubtOf<Z extends ZoneArea>(
  { contradiction, text }: Located,
  readings: readonly Matched<Z>[],
  best: readonly ZoneMatch<Z>[],
): Doubt | null {
  const winners = [...new Set(readings.map(({ matches }) => matches[0]?.zone))];
  if (winners.length > 1)
    return { code: "place_ambiguous", params: { text, options: winners.map((zone) => zone?.name ?? "–").join(", ") } };
  if (contradiction && best.length > 0) return { code: "place_contradicts", params: { one: contradiction[0], other: contradiction[1] } };
  return tieOf(best);
}

/** Two zones of one priority cover it: the winner is always the same, and nobody meant it to be one of the two. */
function tieOf<Z extends ZoneArea>([first, second]: readonly ZoneMatch<Z>[]): Doubt | null {
  if (!first || !second || first.zone.priority !== second.zone.priority) return null;
  return { code: "zones_equal", params: { zone: first.zone.name, other: second.zone.name } };
}
