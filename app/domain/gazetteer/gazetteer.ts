import { foldName, type Unit } from "./fold-name";

/**
 * What a place is: in Ecuador provincia, cantón and parroquia; towns that are none of these; quarters of a city, which give way to all others
 * of their name.
 */
export type PlaceKind = "province" | "canton" | "parish" | "town" | "quarter";

/** A place of a country. */
export type GazetteerPlace = {
  id: string;
  kind: PlaceKind;
  name: string;
  /** What people call it as well: "El Coca", "24 de Mayo". */
  also?: readonly string[];
  /** What it was called, or is called by few. */
  lesser?: readonly string[];
  /** The country's own, where the data has it (Ecuador and Peru: the statistical office's). */
  code: string;
  parentId: string | null;
  /** A province that it lay in until lately, and that people still write. */
  formerParentId?: string;
  /** A canton's seat, or a canton whose seat bears its name: a city, where other places of the name are villages. */
  isSeat?: boolean;
  /** The canton of the province's capital. */
  isCapital?: boolean;
  latitude: number | null;
  longitude: number | null;
};

/** A place that bears a name, and how many slips it is away by being called otherwise. */
export type Named = { place: GazetteerPlace; slips: number };

/** A country's places, to be looked up by folded name. */
export type Gazetteer = {
  readonly country: string;
  readonly byId: ReadonlyMap<string, GazetteerPlace>;
  readonly byName: ReadonlyMap<string, readonly Named[]>;
  /** By id, each place and all that it lies in, itself first. */
  readonly paths: ReadonlyMap<string, readonly GazetteerPlace[]>;
  /** By id, the names by which a place is meant as a unit of the state; see `unitNames`. */
  readonly units: ReadonlyMap<string, readonly string[]>;
  readonly unitKeys: ReadonlySet<string>;
  /** Provinces by the first two digits of the postal codes in them; empty where codes don't tell. */
  readonly byPostalDigits: ReadonlyMap<string, GazetteerPlace>;
};

/** The wider a place, the higher. */
export const RANK: Record<PlaceKind, number> = { province: 3, canton: 2, parish: 1, town: 1, quarter: 0 };

/** What the state calls its units of either kind. */
export function unitOf(country: string, kind: PlaceKind): Unit | null {
  if (kind === "province") return country === "PE" ? "department" : "province";
  return kind === "canton" ? (country === "PE" ? "province" : "canton") : null;
}

type Postal = ReadonlyMap<string, GazetteerPlace>;

export function gazetteerOf(country: string, places: readonly GazetteerPlace[], byPostalDigits: Postal = new Map()): Gazetteer {
  const byId = new Map(places.map((place) => [place.id, place]));
  const byName = new Map<string, Named[]>();
  for (const place of places)
    for (const { name, slips } of namesOf(place)) {
      const named = byName.get(name);
      if (!named) byName.set(name, [{ place, slips }]);
      else if (!named.some((one) => one.place === place)) named.push({ place, slips });
    }
  for (const [name, named] of byName) byName.set(name, inForce(named));
  const paths = new Map(places.map((place) => [place.id, pathIn(byId, place)]));
  const units = new Map(places.map((place) => [place.id, unitNames(unitOf(country, place.kind), place, byId.get(place.parentId ?? ""))]));
  return { country, byId, byName, paths, units, unitKeys: new Set([...units.values()].flat()), byPostalDigits };
}

/** Folded, the names that it is called by, then those that few call it. */
function namesOf({ name, also = [], lesser = [] }: GazetteerPlace): { name: string; slips: number }[] {
  const called = [name, ...also].map((one) => ({ name: foldName(one), slips: 0 }));
  return [...called, ...lesser.map((one) => ({ name: foldName(one), slips: 1 }))];
}

/** The widest first; no quarter that bears a canton's name: cities have a "Sucre" and a "Bolívar" each. */
function inForce(named: readonly Named[]): Named[] {
  const isTaken = named.some(({ place }) => RANK[place.kind] > RANK.parish);
  const known = named.filter(({ place }) => !isTaken || place.kind !== "quarter");
  return known.sort((a, b) => RANK[b.place.kind] - RANK[a.place.kind] || (a.place.id < b.place.id ? -1 : 1));
}

function pathIn(byId: ReadonlyMap<string, GazetteerPlace>, place: GazetteerPlace): GazetteerPlace[] {
  const path: GazetteerPlace[] = [];
  for (let at: GazetteerPlace | undefined = place; at; at = at.parentId === null ? undefined : byId.get(at.parentId)) path.push(at);
  return path;
}

/** The place and all that it lies in, itself first. */
export const pathOf = ({ paths }: Pick<Gazetteer, "paths">, place: GazetteerPlace): readonly GazetteerPlace[] =>
  paths.get(place.id) ?? [place];

/**
 * The names by which a place is meant as a unit of the state, all that lies in it: "canton quito", and where several units of a country are
 * called alike, with what they lie in: "canton bolivar carchi".
 */
function unitNames(unit: Unit | null, { name, also = [] }: GazetteerPlace, parent: GazetteerPlace | undefined): string[] {
  if (!unit) return [];
  const called = [name, ...also].map(foldName);
  return [...called, ...(parent ? called.map((one) => `${one} ${foldName(parent.name)}`) : [])].map((one) => `${unit} ${one}`);
}
