import { gazetteerOf, type Gazetteer, type GazetteerPlace } from "~/domain/gazetteer/gazetteer";
import { hearField } from "~/domain/gazetteer/hear-field";
import { locate, type Located, type Reading } from "~/domain/gazetteer/locate";
import { isCoarse, metresOf, type KnownPosition } from "~/domain/position/known-position";
import { covers, type Asked, type MatchedBy } from "./covers";
import { isServedFrom, type Departure } from "./departure";
import { candidatesOf, boxesReaching, type Lookup } from "./lookup";
import { boxOf } from "./geometry";
import { positionsWithin } from "./positions-within";
import { trustedPosition } from "./trusted-position";
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
  | { code: "position_unsure"; params: { kilometres: string; options: string } }
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
 * and polygons; without one that is worth more it is the middle of the place that the address names. Only zones that are served from where the
 * goods leave count. `located`: how the address reads, where that is known already.
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
  const asking = { lookup, gazetteer, from, located };
  const readings = located.readings.map((reading) => matchesOf(asking, reading, place));
  const best = readings[0]!;
  if (best.matches.length === 0 && readings.every(({ matches }) => matches.length === 0)) {
    const [reading] = located.readings;
    const second = hearField(vocabulary, place.address2).flatMap(({ heard }) => heard.map(({ name }) => name));
    // What the first line says still takes an address out of a zone: an exclusion holds whatever the second line names.
    const both = matchesOf(asking, { names: new Set([...reading!.names, ...second]), path: reading!.path }, place);
    if (both.matches.length > 0) return { ...told(both), doubt: unsureOf(asking, both) ?? tieOf(both.matches), guess: located.guess };
  }
  return { ...told(best), doubt: doubtOf(asking, readings, best), guess: best.matches.length > 0 ? located.guess : null };
}

/** How an address reads; null where no zone is in its country. The same in every index that has one `readBy` for the country. */
export function readPlace<Z extends ZoneArea>(index: ZoneIndex<Z>, place: Place): Located | null {
  const vocabulary = readBy(index, place.countryCode);
  return vocabulary ? locate(index.gazetteers.get(place.countryCode ?? "") ?? NO_MAP, vocabulary, place) : null;
}

/** What was asked of one reading, and the answer. */
type Matched<Z> = { asked: Asked; matches: ZoneMatch<Z>[]; position: KnownPosition | null };

type Asking<Z> = { lookup: Lookup<Indexed<Z>>; gazetteer: Gazetteer; from: Departure; located: Located };

const told = <Z>({ matches, position }: Matched<Z>) => ({ matches, position });

function matchesOf<Z extends ZoneArea>(asking: Asking<Z>, reading: Reading, place: Place): Matched<Z> {
  const { gazetteer } = asking;
  const position = trustedPosition(place.position, { ...asking, reading });
  const asked: Asked = {
    names: reading.names,
    units: unitsOf(gazetteer, reading.path),
    zip: place.zip,
    position: position && [position.longitude, position.latitude],
  };
  return { asked, matches: matching(asking, asked), position };
}

const matching = <Z extends ZoneArea>({ lookup, from }: Asking<Z>, asked: Asked): ZoneMatch<Z>[] =>
  candidatesOf(lookup, asked).flatMap((one) => {
    const found = coveredBy(one, from, asked);
    return found ? [{ zone: one.zone, ...found }] : [];
  });

function coveredBy<Z extends ZoneArea>({ zone, include, exclude }: Indexed<Z>, from: Departure, asked: Asked): ReturnType<typeof covers> {
  const found = isServedFrom(zone, from) ? covers(include, asked) : null;
  return found && !covers(exclude, asked) ? found : null;
}

/** What an address lies in, as units of zones are looked up. */
export const unitsOf = ({ units }: Pick<Gazetteer, "units">, path: readonly GazetteerPlace[]): string[] =>
  path.flatMap(({ id }) => units.get(id) ?? []);

function doubtOf<Z extends ZoneArea>(asking: Asking<Z>, readings: readonly Matched<Z>[], best: Matched<Z>): Doubt | null {
  const { contradiction, text } = asking.located;
  const winners = [...new Set(readings.map(({ matches }) => matches[0]?.zone))];
  if (winners.length > 1) return { code: "place_ambiguous", params: { text, options: namesOf(winners) } };
  if (best.matches.length === 0) return null;
  if (contradiction) return { code: "place_contradicts", params: { one: contradiction[0], other: contradiction[1] } };
  return unsureOf(asking, best) ?? tieOf(best.matches);
}

const namesOf = (zones: readonly (ZoneArea | undefined)[]): string => zones.map((zone) => zone?.name ?? "–").join(", ");

const METRES_PER_KILOMETRE = 1000;

/** The position is known to no more than kilometres, and within these the address would be in another zone, or in none. */
function unsureOf<Z extends ZoneArea>(asking: Asking<Z>, { asked, matches, position }: Matched<Z>): Doubt | null {
  if (!position || !isCoarse(position)) return null;
  const [winner, metres] = [matches[0]?.zone, metresOf(position)];
  const around = boxOf({ kind: "circle", ...position, metres });
  const candidates = candidatesOf(asking.lookup, asked, around);
  if (!candidates.some(({ include, exclude }) => include.drawn.length + exclude.drawn.length > 0)) return null;
  for (const near of positionsWithin(position, metres, boxesReaching(asking.lookup, around))) {
    const other = candidates.find((one) => coveredBy(one, asking.from, { ...asked, position: near }))?.zone;
    const kilometres = String(Math.round(metres / METRES_PER_KILOMETRE));
    if (other !== winner) return { code: "position_unsure", params: { kilometres, options: namesOf([winner, other]) } };
  }
  return null;
}

/** Two zones of one priority cover it: the winner is always the same, and nobody meant it to be one of the two. */
function tieOf<Z extends ZoneArea>([first, second]: readonly ZoneMatch<Z>[]): Doubt | null {
  if (!first || !second || first.zone.priority !== second.zone.priority) return null;
  return { code: "zones_equal", params: { zone: first.zone.name, other: second.zone.name } };
}
