import { namesIn } from "./fold";

const MOST_WORDS: i32 = 6;
/** Words that stand beside a name and name nothing by themselves: "norte de Quito". */
const BESIDE: string[] = [
  "norte",
  "sur",
  "este",
  "oeste",
  "centro",
  "central",
  "ciudad",
  "de",
  "del",
  "ecuador",
  "republica",
  "zona",
  "urbana",
  "rural",
  "via",
  "city",
  "ec",
];

/** A text that may be a name of the table. */
export class Candidate {
  bytes: ArrayBuffer;
  hash: u32;
  isKnown: bool = false;
  /** Known in more than one place, of which nobody can say which. */
  isAmbiguous: bool = false;
  /** `isSecond`: of the second line, which holds streets, and streets bear the names of cities. */
  constructor(
    public text: string,
    public isSecond: bool,
  ) {
    this.bytes = String.UTF8.encode(text);
    let hash: u32 = 2166136261;
    for (let i = 0; i < this.bytes.byteLength; i++) hash = (hash ^ load<u8>(changetype<usize>(this.bytes) + i)) * 16777619;
    this.hash = hash;
  }
}

/** What a buyer wrote into one field: the names that it may hold, and among the words of each. */
class Field {
  names: string[];
  constructor(text: string) {
    this.names = namesIn(text);
  }
}

/** All that an address may name; which of it the table knows is marked while it is read, then chosen. */
export class Heard {
  candidates: Candidate[] = [];
  private fields: Field[] = [];

  hear(text: string, isSecond: bool = false): void {
    const field = new Field(text);
    this.fields.push(field);
    for (let i = 0; i < field.names.length; i++) {
      const words = field.names[i].split(" ");
      this.add(field.names[i], isSecond);
      for (let start = 0; start < words.length; start++)
        for (let size = 1; size <= MOST_WORDS && start + size <= words.length; size++)
          this.add(words.slice(start, start + size).join(" "), isSecond);
    }
  }

  private add(text: string, isSecond: bool): void {
    if (this.find(text) == null) this.candidates.push(new Candidate(text, isSecond));
  }

  private find(text: string): Candidate | null {
    for (let i = 0; i < this.candidates.length; i++) if (this.candidates[i].text == text) return this.candidates[i];
    return null;
  }

  private known(text: string): Candidate | null {
    const candidate = this.find(text);
    return candidate != null && candidate.isKnown ? candidate : null;
  }

  /** The names that are meant. A field that is a name says no more than that; else its parts, else the longest names among their words. */
  chosen(): Candidate[] {
    const all: Candidate[] = [];
    for (let f = 0; f < this.fields.length; f++) {
      const names = this.fields[f].names;
      if (names.length == 0) continue;
      const whole = names[0].length > 0 ? this.known(names[0]) : null;
      if (whole != null) {
        all.push(whole);
        continue;
      }
      for (let i = names.length > 1 ? 1 : 0; i < names.length; i++) {
        if (names[i].length == 0) continue;
        const part = this.known(names[i]);
        if (part != null) all.push(part);
        else this.amongWords(names[i], all);
      }
    }
    return all;
  }

  private amongWords(name: string, all: Candidate[]): void {
    const words = name.split(" ");
    for (let start = 0; start < words.length; start++)
      for (let size = min(MOST_WORDS, words.length - start); size > 0; size--) {
        const text = words.slice(start, start + size).join(" ");
        const found = this.known(text);
        if (found == null || BESIDE.includes(text)) continue;
        all.push(found);
        start += size - 1;
        break;
      }
  }
}
