import { soundOf } from "./sound-of";
import { slipsAllowed, typoDistance } from "./typo-distance";

/** Names that are to be found as people type them. */
export type Vocabulary = {
  readonly names: ReadonlySet<string>;
  readonly bySound: ReadonlyMap<string, readonly string[]>;
  readonly byLength: ReadonlyMap<number, readonly string[]>;
};

/** `slips`: letters by which it was missed; 0 where it is the name. */
export type Heard = { name: string; slips: number };

export function vocabularyOf(names: Iterable<string>): Vocabulary {
  const all = new Set(names);
  const sorted = [...all].sort();
  return { names: all, bySound: Map.groupBy(sorted, soundOf), byLength: Map.groupBy(sorted, (name) => name.length) };
}

/** What was heard lately: towns are misspelt in few ways, and to look for one costs a millisecond. */
const heard = new WeakMap<Vocabulary, Map<string, Heard[]>>();
const MOST_HEARD = 2000;

/** The names that a text may mean: itself, else those that sound the same, else those the fewest slips away. More than one: it can't be told. */
export function hear(vocabulary: Vocabulary, text: string): Heard[] {
  if (vocabulary.names.has(text)) return [{ name: text, slips: 0 }];
  // A number that is no name is no misspelt one either.
  if (/^[\d ]+$/.test(text)) return [];
  const kept = heard.get(vocabulary) ?? new Map<string, Heard[]>();
  heard.set(vocabulary, kept);
  const known = kept.get(text) ?? listen(vocabulary, text);
  kept.delete(text);
  kept.set(text, known);
  if (kept.size > MOST_HEARD) kept.delete(kept.keys().next().value!);
  return known;
}

function listen({ bySound, byLength }: Vocabulary, text: string): Heard[] {
  const alike = text.length < 4 ? undefined : bySound.get(soundOf(text));
  if (alike) return alike.map((name) => ({ name, slips: 1 }));
  const allowed = slipsAllowed(text);
  let found: Heard[] = [];
  let least = allowed;
  for (let length = text.length - allowed; allowed > 0 && length <= text.length + allowed; length++)
    for (const name of byLength.get(length) ?? []) {
      const slips = typoDistance(text, name, Math.min(least, slipsAllowed(name)));
      if (slips > least || slips > slipsAllowed(name)) continue;
      found = slips < least ? [{ name, slips }] : [...found.filter((one) => one.slips === slips), { name, slips }];
      least = slips;
    }
  return found;
}
