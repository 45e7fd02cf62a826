import { foldName } from "./fold-name";
import { pathOf, unitOf, type Gazetteer, type GazetteerPlace } from "./gazetteer";
import type { Mention } from "./hear-field";
import { meant } from "./meant";

/** A mention of the field that holds the province: where a province bears the name, it is that. */
type Said = Mention & { isProvince?: boolean };

/** One place that all that is said may mean together, and the names by which it is said. */
export type JointPlace = { path: readonly GazetteerPlace[]; names: ReadonlySet<string> };
export type Joint = { places: JointPlace[]; contradiction: [string, string] | null };

type Candidate = { name: string; slips: number; isLesser: boolean; place: GazetteerPlace };
type Scored = { path: readonly GazetteerPlace[]; said: (Candidate | null)[]; fits: number; slips: number; isCoded: boolean };

/**
 * The places that names mean together: of all that bear one of them, those that lie in the most of the others, then those that are called
 * most nearly so, then those in the postal code's province.
 */
export function readTogether(gazetteer: Gazetteer, said: readonly Said[], coded: GazetteerPlace | null): Joint {
  const candidates = said.map((mention) => candidatesOf(gazetteer, mention));
  const places = new Set(candidates.flatMap((all) => all.map(({ place }) => place)));
  const scored = [...places].map((place) => score(pathOf(gazetteer, place), candidates, coded));
  const best = foremost(scored.reduce<Scored[]>(better, []));
  const [first] = best;
  const loose = looseNames(gazetteer, said);
  if (!first) return { places: alone(loose, coded && pathOf(gazetteer, coded)), contradiction: null };
  const known = meant(best.map(({ path, said: explained }) => ({ path, names: namesOf(said, candidates, explained) })));
  const elsewhere = best.every(isFrail) ? [{ path: [], names: namesOf(said, candidates, []) }] : [];
  return { places: [...known, ...astray(loose, candidates), ...elsewhere], contradiction: contradictionOf(said, candidates, first) };
}

function candidatesOf({ country, byName, byId }: Gazetteer, { heard, unit, isLocal, isProvince = false }: Said): Candidate[] {
  const all = heard.flatMap(({ name, slips }) =>
    (byName.get(name) ?? []).map((named) => ({ name, slips: slips + named.slips, isLesser: named.slips > 0, place: named.place })),
  );
  // A sector is in a city and none, whatever city or province it is named after.
  if (isLocal) return all.filter(({ place }) => place.kind === "quarter");
  const ofUnit = all.filter(({ place }) => (unit ? unitOf(country, place.kind) === unit : isProvince && place.kind === "province"));
  if (ofUnit.length > 0) return ofUnit;
  return isProvince ? [...all, ...all.flatMap((one) => forProvince(byId, one))] : all;
}

/** Who writes the capital where the province belongs means the province. */
function forProvince(byId: Gazetteer["byId"], { place, ...said }: Candidate): Candidate[] {
  const province = place.isCapital ? byId.get(place.parentId ?? "") : undefined;
  return province ? [{ ...said, slips: said.slips + 1, place: province }] : [];
}

/** Of places that each explain another part of what is said, those that explain what is written first. */
function foremost(best: Scored[]): Scored[] {
  const firstSaid = ({ said }: Scored) => said.findIndex((one) => one !== null);
  const earliest = Math.min(...best.map(firstSaid));
  return best.filter((one) => firstSaid(one) === earliest);
}

/** How a place fits: of each mention, by which name it or what it lies in is said. */
function score(path: readonly GazetteerPlace[], candidates: readonly Candidate[][], coded: GazetteerPlace | null): Scored {
  const former = path.find(({ formerParentId }) => formerParentId)?.formerParentId;
  const said = candidates.map((all) => {
    let least: Candidate | null = null;
    for (const one of all) {
      const slips = path.includes(one.place) ? one.slips : one.place.id === former ? one.slips + 1 : null;
      if (slips !== null && (!least || slips < least.slips)) least = { ...one, slips };
    }
    return least;
  });
  const explained = said.filter((one) => one !== null);
  const slips = explained.reduce((sum, one) => sum + one.slips, 0);
  return { path, said, fits: explained.length, slips, isCoded: coded !== null && path.includes(coded) };
}

/** Whether nothing speaks for a place but a name that others may have too, on no map: a quarter's, one that few call it, a misspelt village. */
function isFrail({ path: [place], said, fits, isCoded }: Scored): boolean {
  const [one] = said.filter((explained) => explained !== null);
  if (!place || !one || fits > 1 || isCoded) return false;
  const isVillage = !place.isSeat && (place.kind === "parish" || place.kind === "town");
  return place.kind === "quarter" || one.isLesser || (isVillage && one.slips > 1);
}

const compare = (a: Scored, b: Scored): number => a.fits - b.fits || b.slips - a.slips || Number(a.isCoded) - Number(b.isCoded);

function better(best: Scored[], one: Scored): Scored[] {
  const by = best[0] ? compare(one, best[0]) : 1;
  return by > 0 ? [one] : by === 0 ? [...best, one] : best;
}

/** What the address says of a place, and what that place is called besides; all of what the place doesn't explain. */
const namesOf = (said: readonly Said[], candidates: readonly Candidate[][], explained: Scored["said"]): Set<string> =>
  new Set(
    said.flatMap(({ heard }, index) => {
      const one = explained[index];
      if (one) return [one.name, foldName(one.place.name), ...(one.place.also ?? []).map(foldName)];
      return candidates[index]!.length === 0 && heard.length > 1 ? [] : heard.map(({ name }) => name);
    }),
  );

/** Names that the map doesn't have and a zone does, of each mention. */
const looseNames = ({ byName }: Gazetteer, said: readonly Said[]): string[][] =>
  said.map(({ heard }) => heard.map(({ name }) => name).filter((name) => !byName.has(name)));

/** Where no name is on the map: every way to read those that are not, in the province of the postal code. */
function alone(loose: readonly string[][], path: readonly GazetteerPlace[] | null): JointPlace[] {
  let all: string[][] = [[]];
  for (const names of loose) if (names.length > 0) all = all.flatMap((before) => names.map((name) => [...before, name])).slice(0, 8);
  return path || all.some((names) => names.length > 0) ? all.map((names) => ({ path: path ?? [], names: new Set(names) })) : [];
}

/** A text that may be a place of the map, or as well a name that only a zone has. */
const astray = (loose: readonly string[][], candidates: readonly Candidate[][]): JointPlace[] =>
  loose.flatMap((names, index) => (candidates[index]!.length > 0 ? names.map((name) => ({ path: [], names: new Set([name]) })) : []));

function contradictionOf(said: readonly Said[], candidates: readonly Candidate[][], { said: explained }: Scored): [string, string] | null {
  const other = explained.findIndex((one, index) => one === null && candidates[index]!.length > 0);
  const one = explained.findIndex((found) => found !== null);
  if (other < 0) return null;
  const [first, second] = [one, other].sort((a, b) => a - b) as [number, number];
  return [nameOf(said[first]!), nameOf(said[second]!)];
}

const nameOf = ({ heard, text }: Said): string => (heard.length === 1 ? heard[0]!.name : text);
