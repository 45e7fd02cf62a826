import type { Gazetteer } from "./gazetteer";
import { soundOf } from "./sound-of";
import { lettersIn, mayBeWithin, slipsAllowed, typoDistance, type Letters } from "./typo-distance";

/** Names that are to be found as people type them; `wider`: what all shops know, read once for all of them. */
export type Vocabulary = {
  readonly names: ReadonlySet<string>;
  readonly bySound: ReadonlyMap<string, readonly string[]>;
  readonly byLength: ReadonlyMap<number, readonly Spelled[]>;
  readonly wider: Vocabulary | null;
};

type Spelled = { name: string; sound: string; letters: Letters; sounds: Letters };
/** `slips`: how far the text is from the name; 0 where it is the name, 1 where it sounds the same or one letter is wrong. */
export type Heard = { name: string; slips: number };

export function vocabularyOf(names: Iterable<string>, wider: Vocabulary | null = null): Vocabulary {
  const all = new Set(names);
  const spelled = [...all].sort().map(spelledAs);
  const bySound = Map.groupBy(spelled, ({ sound }) => sound);
  return {
    names: all,
    bySound: new Map([...bySound].map(([sound, alike]) => [sound, alike.map(({ name }) => name)])),
    byLength: Map.groupBy(spelled, ({ name }) => name.length),
    wider,
  };
}

function spelledAs(name: string): Spelled {
  const sound = soundOf(name);
  return { name, sound, letters: lettersIn(name), sounds: lettersIn(sound) };
}

const ofMaps = new WeakMap<Gazetteer, Vocabulary>();

/** The names of a country's map; made once for each. */
export function mapVocabulary(gazetteer: Gazetteer): Vocabulary {
  const known = ofMaps.get(gazetteer) ?? vocabularyOf(gazetteer.byName.keys());
  ofMaps.set(gazetteer, known);
  return known;
}

export const knows = ({ names, wider }: Vocabulary, name: string): boolean => names.has(name) || (wider !== null && knows(wider, name));

/** The names that sound as a text does; none for texts so short that much sounds alike. */
export function soundingAs(vocabulary: Vocabulary, text: string): string[] {
  return text.length < 4 ? [] : named(vocabulary, soundOf(text));
}

const named = ({ bySound, wider }: Vocabulary, sound: string): string[] => [
  ...(bySound.get(sound) ?? []),
  ...(wider ? named(wider, sound) : []),
];

const ARTICLE = /^(?:el|la|los|las) /;

/** The names that a text may mean: itself, else those that sound the same or are the fewest slips away. More than one: it can't be told yet. */
export function hear(vocabulary: Vocabulary, text: string): Heard[] {
  if (knows(vocabulary, text)) return [{ name: text, slips: 0 }];
  const alike = soundingAs(vocabulary, text).map((name) => ({ name, slips: ARTICLE.test(name) === ARTICLE.test(text) ? 1 : 2 }));
  // What sounds like one name and is a letter away from another may be either, however short.
  const most = alike.length > 0 ? 1 : slipsAllowed(text);
  const all = [...alike, ...missed(vocabulary, spelledAs(text), most)];
  const least = Math.min(...all.map(({ slips }) => slips));
  const best = all.filter(({ slips }) => slips === least);
  return best.filter(({ name }, index) => best.findIndex((one) => one.name === name) === index);
}

/** Those that a few letters are wrong of, as written or, one slip more, as it sounds. */
function missed({ byLength, wider }: Vocabulary, text: Spelled, most: number): Heard[] {
  const found: Heard[] = wider ? missed(wider, text, most) : [];
  const { length } = text.name;
  for (let other = length - most; most > 0 && other <= length + most; other++)
    for (const spelled of byLength.get(other) ?? []) {
      const slips = slipsBetween(text, spelled, Math.min(most, Math.max(1, slipsAllowed(spelled.name))));
      if (slips !== null) found.push({ name: spelled.name, slips });
    }
  return found;
}

function slipsBetween(a: Spelled, b: Spelled, allowed: number): number | null {
  const letters = mayBeWithin(a.letters, b.letters, allowed) ? typoDistance(a.name, b.name, allowed) : allowed + 1;
  if (letters <= allowed) return letters;
  const sounds = mayBeWithin(a.sounds, b.sounds, allowed) ? typoDistance(a.sound, b.sound, allowed) : allowed + 1;
  return sounds <= allowed ? sounds + 1 : null;
}
