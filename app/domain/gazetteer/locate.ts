import { foldedName, pathOf, RANK, type Gazetteer, type GazetteerPlace } from "./gazetteer";
import { hearField, type Mention } from "./hear-field";
import type { Vocabulary } from "./vocabulary";

/** What of an address names places. */
export type Written = { province: string | null; city: string | null; zip: string | null };

/** One reading of an address: the names it says, and where on the map that is, the nearest place first; nothing where no map knows it. */
export type Reading = { names: ReadonlySet<string>; path: readonly GazetteerPlace[] };

/**
 * `readings`: more than one where nobody can say which is meant. `guess`: what was not written as it is called, and what it was taken for.
 * `contradiction`: two places that don't lie in each other.
 */
export type Located = {
  readings: Reading[];
  /** All of it that names places, as read. */
  text: string;
  guess: { text: string; name: string } | null;
  contradiction: [string, string] | null;
};

/** Postal codes of six digits begin with the canton's code (Ecuador). */
const CANTON_DIGITS = 4;

/** Reads where an address is: every name in city, province and postal field, and of each name the place that fits the others. */
export function locate(gazetteer: Gazetteer, vocabulary: Vocabulary, { province, city, zip }: Written): Located {
  const said = [city, zip, province].flatMap((field) => hearField(vocabulary, field));
  const guessed = said.find(({ how }) => how !== "exact");
  const spelled = alternatives(said);
  const coded = cantonOf(gazetteer, zip);
  const readings = spelled.flatMap((names) => pathsOf(gazetteer, names, coded).map((path) => ({ names: new Set(names), path })));
  const contradicting = spelled.length === 1 ? contradiction(gazetteer, spelled[0]!) : null;
  const text = said.map((mention) => mention.text).join(", ");
  return { readings, text, guess: guessed ? { text: guessed.text, name: guessed.names[0]! } : null, contradiction: contradicting };
}

/** Every way to read the mentions; one where each says one name. */
function alternatives(said: readonly Mention[]): string[][] {
  let all: string[][] = [[]];
  for (const { names } of said) all = all.flatMap((before) => names.map((name) => [...before, name])).slice(0, 8);
  return all.map((names) => [...new Set(names)]);
}

/** The places that the names may mean together: those that most of the other names, and the postal code, lie around. */
function pathsOf(gazetteer: Gazetteer, names: readonly string[], coded: GazetteerPlace | null): GazetteerPlace[][] {
  const candidates = names.flatMap((name) => gazetteer.byName.get(name) ?? []);
  if (candidates.length === 0) return [coded ? pathOf(gazetteer, coded) : []];
  const paths = candidates.map((place) => pathOf(gazetteer, place));
  const fits = paths.map((path) => {
    const around = new Set(path.map(foldedName));
    return names.filter((name) => around.has(name)).length * 2 + (coded && path.includes(coded) ? 1 : 0);
  });
  const best = Math.max(...fits);
  const fitting = paths.filter((_path, index) => fits[index] === best);
  return widest(fitting);
}

/** Of a canton and the town in it that bears its name, the canton; of places of different rank, the higher: towns bear the names of cities. */
function widest(paths: readonly GazetteerPlace[][]): GazetteerPlace[][] {
  const highest = Math.max(...paths.map(rankOf));
  const wide = paths.filter((path) => rankOf(path) === highest);
  const [first] = wide;
  return first && wide.every(([place]) => place === first[0]) ? [first] : wide;
}

const rankOf = ([place]: readonly GazetteerPlace[]): number => (place ? RANK[place.kind] : -1);

function cantonOf({ byCode }: Gazetteer, zip: string | null): GazetteerPlace | null {
  const code = zip && /^\d{6}$/.test(zip.trim()) ? zip.trim().slice(0, CANTON_DIGITS) : null;
  return code === null ? null : (byCode.get(code) ?? null);
}

function contradiction(gazetteer: Gazetteer, names: readonly string[]): [string, string] | null {
  const known = names.filter((name) => gazetteer.byName.has(name));
  for (const [index, one] of known.entries())
    for (const other of known.slice(index + 1)) if (!liesTogether(gazetteer, one, other)) return [one, other];
  return null;
}

const liesTogether = (gazetteer: Gazetteer, one: string, other: string): boolean =>
  [
    [one, other],
    [other, one],
  ].some(([inner = "", outer = ""]) =>
    (gazetteer.byName.get(inner) ?? []).some((place) => pathOf(gazetteer, place).some((around) => foldedName(around) === outer)),
  );
