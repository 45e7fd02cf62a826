import { AMBIGUOUS, RATE, Table } from "./table";
import { Entry, kindAt, zoneAt } from "./entries";
import { namesIn } from "./fold";
import { Bytes } from "./text";

const MOST_WORDS: i32 = 6;
const SPACE: u8 = 32;
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

/** A name that an address means and the table knows. */
export class Name {
  constructor(
    public entry: Entry,
    /** Known in more than one place, of which nobody can say which. */
    public isAmbiguous: bool,
    /** Of the second line, which holds streets, and streets bear the names of cities. */
    public isSecond: bool,
  ) {}
}

/** Reads an address for the names that the table knows in its country. */
export class Heard {
  names: Name[] = [];
  constructor(
    private table: Table,
    private country: u16,
  ) {}

  /** A field that is a name says no more than that; else its parts do, else the longest names among their words. */
  hear(text: string, isSecond: bool = false): void {
    const written = namesIn(text);
    if (written.length == 0) return;
    if (written[0].length > 0 && this.know(bytesOf(written[0]), isSecond)) return;
    for (let i = written.length > 1 ? 1 : 0; i < written.length; i++) {
      if (written[i].length == 0) continue;
      const name = bytesOf(written[i]);
      if (!this.know(name, isSecond)) this.amongWords(name, isSecond);
    }
  }

  private amongWords(name: Bytes, isSecond: bool): void {
    const starts: usize[] = [name.start];
    for (let at = name.start; at < name.end; at++) if (load<u8>(at) == SPACE) starts.push(at + 1);
    starts.push(name.end + 1);
    const count = starts.length - 1;
    for (let start = 0; start < count; start++)
      for (let size = min(MOST_WORDS, count - start); size > 0; size--) {
        const words = new Bytes(starts[start], (starts[start + size] - 1 - starts[start]) as i32);
        if ((size == 1 && isBeside(words)) || !this.know(words, isSecond)) continue;
        start += size - 1;
        break;
      }
  }

  private know(text: Bytes, isSecond: bool): bool {
    let known: Entry = 0;
    let isAmbiguous = false;
    const entries = this.table.entries;
    for (let entry = entries.find(text); entry != 0; entry = entries.before(entry)) {
      const kind = kindAt(entry);
      if (kind == RATE || (kind == AMBIGUOUS && zoneAt(entry) != this.country)) continue;
      if (known == 0) known = entry;
      if (kind == AMBIGUOUS) isAmbiguous = true;
    }
    if (known != 0) this.names.push(new Name(known, isAmbiguous && !isSecond, isSecond));
    return known != 0;
  }
}

function bytesOf(text: string): Bytes {
  return Bytes.of(String.UTF8.encode(text));
}

let beside: Bytes[] = [];
function isBeside(words: Bytes): bool {
  if (beside.length == 0) for (let i = 0; i < BESIDE.length; i++) beside.push(bytesOf(BESIDE[i]));
  for (let i = 0; i < beside.length; i++)
    if (beside[i].length == words.length && memory.compare(beside[i].start, words.start, words.length) == 0) return true;
  return false;
}
