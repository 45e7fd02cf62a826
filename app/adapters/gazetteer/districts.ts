import { foldName } from "~/domain/gazetteer/fold-name";
import type { GazetteerPlace } from "~/domain/gazetteer/gazetteer";
import { COSTA_RICA_DISTRICTS } from "./costa-rica-districts";
import { PERU_DISTRICTS } from "./peru-districts";

type District = { name: string; also: string[]; position: [latitude: number, longitude: number] | null };

const LISTS: Readonly<Record<string, string>> = { CR: COSTA_RICA_DISTRICTS, PE: PERU_DISTRICTS };
const LINE = /^(\d+) [^:]+: (.+)$/;

/**
 * A map with all districts that the state lists; Costa Rica's cantons and Peru's provinces are its cantons. A district takes the position of the town
 * that bears its name, and that town's place; one without any lies, as far as is known, in the middle of its canton.
 */
export function withDistricts(country: string, mapped: readonly GazetteerPlace[]): GazetteerPlace[] {
  const list = LISTS[country];
  if (!list) return [...mapped];
  const cantons = new Map(mapped.filter(({ kind }) => kind === "canton").map((canton) => [canton.code, canton]));
  const towns = Map.groupBy(
    mapped.filter(({ kind }) => kind === "town"),
    ({ parentId }) => parentId,
  );
  const replaced = new Set<GazetteerPlace>();
  const districts = list
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [, code, names] = LINE.exec(line) ?? [];
      const canton = cantons.get(code ?? "");
      if (!canton || !names) throw new Error(`No district of the map: ${line}`);
      return names
        .split(", ")
        .map(readDistrict)
        .map((one, at) => {
          const called = [one.name, ...one.also].map(foldName);
          const same = (towns.get(canton.id) ?? []).filter(({ name }) => called.includes(foldName(name)));
          for (const town of same) replaced.add(town);
          return placeOf(one, canton, { at, town: same[0] });
        });
    });
  const within = Map.groupBy([...mapped, ...districts], ({ parentId }) => parentId);
  const left = mapped.filter((place) => !replaced.has(place));
  return [...left.map((place) => (place.kind === "canton" ? withMiddle(place, within.get(place.id) ?? []) : place)), ...districts];
}

/** "Colón (Ciudad Colón)", "Ate @-12.03 -76.92" */
function readDistrict(text: string): District {
  const [, name = text, also, latitude, longitude] = /^([^(@]+?)(?: \((.+)\))?(?: @(\S+) (\S+))?$/.exec(text) ?? [];
  return { name, also: also ? [also] : [], position: latitude && longitude ? [Number(latitude), Number(longitude)] : null };
}

type Around = { at: number; town: GazetteerPlace | undefined };

function placeOf({ name, also, position }: District, canton: GazetteerPlace, { at, town }: Around): GazetteerPlace {
  return {
    ...{ id: `${canton.id}.d${at}`, kind: "parish", name, also, code: canton.code, parentId: canton.id },
    ...{ latitude: town?.latitude ?? position?.[0] ?? null, longitude: town?.longitude ?? position?.[1] ?? null },
    isSeat: foldName(name) === foldName(canton.name),
  };
}

/** A canton whose seat the map doesn't know lies where its towns and districts lie, in their middle. */
function withMiddle(canton: GazetteerPlace, within: readonly GazetteerPlace[]): GazetteerPlace {
  const latitudes = within.flatMap(({ latitude }) => latitude ?? []);
  const longitudes = within.flatMap(({ longitude }) => longitude ?? []);
  if (canton.latitude !== null || latitudes.length === 0) return canton;
  return { ...canton, latitude: mean(latitudes), longitude: mean(longitudes) };
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
