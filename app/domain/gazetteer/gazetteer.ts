import { foldName } from "./fold-name";

/** What a place is to the state: in Ecuador provincia, cantón, and towns or parishes under them. */
export type PlaceKind = "province" | "canton" | "town";

/** A place of a country. `code`: the country's own, where the data has it (Ecuador and Peru: the statistical office's). */
export type GazetteerPlace = {
  id: string;
  kind: PlaceKind;
  name: string;
  code: string;
  parentId: string | null;
  latitude: number | null;
  longitude: number | null;
};

/** A country's places, to be looked up by folded name. */
export type Gazetteer = {
  readonly country: string;
  readonly byId: ReadonlyMap<string, GazetteerPlace>;
  /** Cantons by their code. */
  readonly byCode: ReadonlyMap<string, GazetteerPlace>;
  readonly byName: ReadonlyMap<string, readonly GazetteerPlace[]>;
};

/** The wider a place, the higher. */
export const RANK: Record<PlaceKind, number> = { province: 2, canton: 1, town: 0 };

/** A place's name, folded once: it is asked for with every address. */
const folded = new WeakMap<GazetteerPlace, string>();
export function foldedName(place: GazetteerPlace): string {
  const known = folded.get(place) ?? foldName(place.name);
  folded.set(place, known);
  return known;
}

/** The places of a country, the widest of a name first: "Quito" is the canton before it is the town in it. */
export function gazetteerOf(country: string, places: readonly GazetteerPlace[]): Gazetteer {
  const byName = new Map<string, GazetteerPlace[]>();
  for (const place of places) {
    const name = foldedName(place);
    byName.set(name, [...(byName.get(name) ?? []), place]);
  }
  for (const named of byName.values()) named.sort((a, b) => RANK[b.kind] - RANK[a.kind] || (a.id < b.id ? -1 : 1));
  const cantons = places.filter(({ kind }) => kind === "canton");
  return {
    country,
    byId: new Map(places.map((place) => [place.id, place])),
    byCode: new Map(cantons.map((place) => [place.code, place])),
    byName,
  };
}

/** The place and all that it lies in, itself first. */
export function pathOf({ byId }: Gazetteer, place: GazetteerPlace): GazetteerPlace[] {
  const path: GazetteerPlace[] = [];
  for (let at: GazetteerPlace | undefined = place; at; at = at.parentId === null ? undefined : byId.get(at.parentId)) path.push(at);
  return path;
}
