import { piecesOf, type Piece } from "./pieces";
import { hear, knows, soundingAs, type Heard, type Vocabulary } from "./vocabulary";

/** `exact`: written as it is called; `alike`: a slip or its sound; `part`: among other words. */
export type How = "exact" | "alike" | "part";

/** What a piece of a field may name: one name, or several of which the rest of the address, or nobody, can say which. */
export type Mention = Pick<Piece, "text" | "unit" | "isLocal"> & { heard: readonly Heard[]; how: How };

const MOST_WORDS = 6;
/** Words that stand beside a name and name nothing: "norte de Quito", "Guayaquil centro", "Tulcán Ecuador". */
const BESIDE = new Set(
  "norte sur este oeste centro central ciudad de del ecuador republica zona urbana rural via valle city ec".split(" "),
);

/** What a field names, in the order it is written. A piece that is a name says no more than that name; else its words are looked through. */
export function hearField(vocabulary: Vocabulary, field: string | null | undefined): Mention[] {
  const { whole, parts } = piecesOf(field);
  const known = whole && mention(vocabulary, whole);
  if (known?.how === "exact") return [known];
  const said = parts.flatMap((piece) => mention(vocabulary, piece) ?? amongWords(vocabulary, piece));
  return said.length > 0 || !known ? said : [known];
}

/** The pieces of a field that are a name and nothing else, at most misspelt: what a line with a street may tell of its place. */
export function namesAlone(vocabulary: Vocabulary, field: string | null | undefined): Mention[] {
  // "Macará y Rocafuerte" is a corner of two streets: a line is not cut where the fields are.
  const pieces = (field ?? "").split(/[,;/|()]|\s[-–—]\s/).flatMap((line) => piecesOf(line).whole ?? []);
  const alone = pieces.filter(({ text, isLocal }) => !isLocal && !/\d/.test(text));
  return alone.flatMap((piece) => mention(vocabulary, piece) ?? []);
}

function mention(vocabulary: Vocabulary, piece: Piece): Mention | null {
  const { text, isShortened } = piece;
  const bare = withoutBeside(text);
  if (bare === "") return null;
  const heard = [hear(vocabulary, text), bare === text ? [] : hear(vocabulary, bare), isShortened ? beginning(vocabulary, text) : []].find(
    (found) => found.length > 0,
  );
  if (!heard) return null;
  return { ...piece, heard, how: heard[0]!.slips > 0 ? "alike" : heard[0]!.name === text ? "exact" : "part" };
}

function withoutBeside(text: string): string {
  const words = text.split(" ");
  const kept = words.filter((word) => !BESIDE.has(word));
  return kept.join(" ");
}

function beginning({ names, wider }: Vocabulary, text: string): Heard[] {
  const own = [...names].filter((name) => name.startsWith(text)).map((name) => ({ name, slips: 1 }));
  return wider ? [...own, ...beginning(wider, text)] : own;
}

/** The longest names that stand in a row of words, none within another: "la ciudad que llaman Quito" names Quito. */
function amongWords(vocabulary: Vocabulary, piece: Piece): Mention[] {
  const words = piece.text.split(" ");
  const found: Mention[] = [];
  for (let start = 0; start < words.length; start++)
    for (let count = Math.min(MOST_WORDS, words.length - start); count > 0; count--) {
      const text = words.slice(start, start + count).join(" ");
      const names = BESIDE.has(text) ? [] : knows(vocabulary, text) ? [text] : soundingAs(vocabulary, text);
      if (names.length === 0) continue;
      found.push({ ...piece, unit: null, heard: names.map((name) => ({ name, slips: 0 })), how: "part" });
      start += count - 1;
      break;
    }
  return found;
}
