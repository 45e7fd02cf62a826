import { Bytes, hashOf, isSame } from "./text";

/** A power of two. */
const BUCKETS: i32 = 8192;
const WORD: i32 = 4;
const ENTRY_BYTES: i32 = 24;

/** Where a text stands in the table: on a line of which kind, of which zone. 0 is none. */
export type Entry = usize;

export function zoneAt(entry: Entry): i32 {
  return load<i32>(entry, 12);
}

export function kindAt(entry: Entry): u8 {
  return load<u8>(entry, 20);
}

/** All texts of the table by their hash, so that each word of an address is looked up and not compared with forty thousand bytes. */
export class Entries {
  private heads: ArrayBuffer = new ArrayBuffer(BUCKETS * WORD);
  private next: usize;

  /** `most`: more texts than this don't come. */
  constructor(most: i32) {
    this.next = changetype<usize>(new ArrayBuffer(most * ENTRY_BYTES));
  }

  add(hash: u32, start: usize, length: i32, kind: u8, zone: i32): void {
    const entry = this.next;
    this.next += ENTRY_BYTES;
    const head = this.headOf(hash);
    store<u32>(entry, hash);
    store<u32>(entry, start as u32, 4);
    store<i32>(entry, length, 8);
    store<i32>(entry, zone, 12);
    store<u32>(entry, load<u32>(head), 16);
    store<u8>(entry, kind, 20);
    store<u32>(head, entry as u32);
  }

  /** The entry of this text that was written last. */
  find(text: Bytes): Entry {
    const hash = hashOf(text.start, text.length);
    return this.from(load<u32>(this.headOf(hash)), hash, text.start, text.length);
  }

  /** The one of the same text before it. */
  before(entry: Entry): Entry {
    return this.from(load<u32>(entry, 16), load<u32>(entry), load<u32>(entry, 4), load<i32>(entry, 8));
  }

  private from(first: usize, hash: u32, start: usize, length: i32): Entry {
    for (let entry = first; entry != 0; entry = load<u32>(entry, 16))
      if (load<u32>(entry) == hash && load<i32>(entry, 8) == length && isSame(load<u32>(entry, 4), start, length)) return entry;
    return 0;
  }

  private headOf(hash: u32): usize {
    return changetype<usize>(this.heads) + (((hash ^ (hash >> 16)) as i32) & (BUCKETS - 1)) * WORD;
  }
}
