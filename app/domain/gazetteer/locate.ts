import { foldName } from "./fold-name";
import type { Gazetteer, GazetteerPlace } from "./gazetteer";
import { hearField, namesAlone, type Mention } from "./hear-field";
import { meant } from "./meant";
import { provinceOfCode } from "./postal-province";
import { readTogether, type Joint, type JointPlace } from "./read-together";
import type { Vocabulary } from "./vocabulary";

/** What of an address names places. */
export type Written = {
  province: string | null;
  city: string | null;
  zip: string | null;
  address1?: string | null;
  address2?: string | null;
};

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

/**
 * Reads where an address is (docs/decisions/0020-place-names-measured.md): every name in city, province and postal field, and of each name
 * the place that fits the others and the province of the postal code. The lines with the street are asked only where those leave it open.
 */
export function locate(gazetteer: Gazetteer, vocabulary: Vocabulary, { province, city, zip, address1, address2 }: Written): Located {
  const said = [
    ...hearField(vocabulary, city),
    ...hearField(vocabulary, zip),
    ...hearField(vocabulary, province).map((mention) => ({ ...mention, isProvince: true })),
  ];
  const coded = provinceOfCode(gazetteer, zip);
  const first = readTogether(gazetteer, said, coded);
  const lines = isOpen(first) ? [address2, address1].flatMap((line) => namesAlone(vocabulary, line)) : [];
  const found = lines.length > 0 ? closer(gazetteer, { said, lines, coded, first }) : first;
  return {
    readings: readingsOf(found, said),
    text: said.map(({ text }) => text).join(", "),
    guess: guessOf(found, said),
    contradiction: found.contradiction ?? strayed(found, coded, zip),
  };
}

/** The place lies in another province than the postal code says, and lay there never. */
function strayed({ places }: Joint, coded: GazetteerPlace | null, zip: string | null): Located["contradiction"] {
  const isThere = ({ path }: JointPlace) =>
    path.length === 0 || path.some((place) => place === coded || place.formerParentId === coded?.id);
  const [first] = places;
  return coded && first && !places.some(isThere) ? [foldName(first.path[0]!.name), `${zip} (${coded.name})`] : null;
}

/** Whether a nearer look may tell more: several places, none, or no more than a province. */
const isOpen = ({ places, contradiction }: Joint): boolean =>
  contradiction === null && (places.length !== 1 || places.every(({ path }) => roomOf(path)?.kind === "province"));

/** What surely holds the address: of a city that is called like its province, only the province. */
const roomOf = ([place, around]: readonly GazetteerPlace[]): GazetteerPlace | undefined =>
  place && around?.kind === "province" && namesOf(place).some((name) => namesOf(around).includes(name)) ? around : place;

const namesOf = ({ name, also = [] }: GazetteerPlace): string[] => [name, ...also];

type Lines = { said: Mention[]; lines: Mention[]; coded: GazetteerPlace | null; first: Joint };

/** What a line adds to what is known already, if it fits; else what is known. Two lines that lead to different places leave it open. */
function closer(gazetteer: Gazetteer, { said, lines, coded, first }: Lines): Joint {
  const fitting = lines.map((line) => readTogether(gazetteer, [...said, line], coded)).filter((one) => isCloser(one, first));
  const places = meant(fitting.flatMap((one) => one.places));
  return places.length > 0 ? { ...first, places } : first;
}

const isCloser = (one: Joint, first: Joint): boolean =>
  one.contradiction === null &&
  one.places.length > 0 &&
  one.places.every(({ path: [place] }) => place && place.kind !== "province") &&
  (first.places.length === 0 || one.places.every(({ path }) => first.places.some((wide) => path.includes(roomOf(wide.path)!))));

function readingsOf({ places }: Joint, said: readonly Mention[]): Reading[] {
  const unread = said.flatMap(({ heard }) => heard.map(({ name }) => name));
  return places.length > 0 ? places.map(({ names, path }) => ({ names, path })) : [{ names: new Set(unread), path: [] }];
}

function guessOf({ places }: Joint, said: readonly Mention[]): Located["guess"] {
  const guessed = said.find(({ how }) => how !== "exact");
  if (!guessed) return null;
  const name = guessed.heard.find((one) => places[0]?.names.has(one.name))?.name;
  return { text: guessed.text, name: name ?? guessed.heard[0]!.name };
}
