import { foldText, namesIn } from "./fold-name";
import { hear, type Vocabulary } from "./vocabulary";

/** `exact`: written as it is called; `alike`: a slip or its sound; `part`: among other words. */
export type How = "exact" | "alike" | "part";

/** What a piece of a field may name: one name, or several of which nobody can say which. */
export type Mention = { text: string; names: string[]; how: How };

const MOST_WORDS = 5;

/** What a field names, in the order it is written. A piece that is a name says no more than that name; else its words are looked through. */
export function hearField(vocabulary: Vocabulary, field: string | null): Mention[] {
  const [whole, ...pieces] = namesIn(field);
  if (whole === undefined) return [];
  const known = mention(vocabulary, whole);
  if (known?.how === "exact") return [known];
  const said = (pieces.length > 0 ? pieces : [whole]).flatMap((piece) => mention(vocabulary, piece) ?? amongWords(vocabulary, piece));
  return said.length > 0 || !known ? said : [known];
}

function mention(vocabulary: Vocabulary, text: string): Mention | null {
  const heard = hear(vocabulary, text);
  if (heard.length === 0) return null;
  return { text, names: heard.map(({ name }) => name), how: heard[0]!.slips === 0 ? "exact" : "alike" };
}

/** The longest names that stand in a row of words, none within another: "norte de quito" names Quito. */
function amongWords({ names }: Vocabulary, text: string): Mention[] {
  const words = foldText(text).split(" ");
  const found: Mention[] = [];
  for (let start = 0; start < words.length; start++) {
    for (let count = Math.min(MOST_WORDS, words.length - start); count > 0; count--) {
      const name = words.slice(start, start + count).join(" ");
      if (!names.has(name)) continue;
      found.push({ text, names: [name], how: "part" });
      start += count - 1;
      break;
    }
  }
  return found;
}
