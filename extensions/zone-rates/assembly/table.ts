import { Candidate } from "./heard";
import { isInCircle, isInRings } from "./geometry";

// The zones as the server wrote them (app/domain/native-rate/zone-table.ts), a line for each part, the best zone first.
const NEW_LINE: u8 = 10;
const BAR: u8 = 124;
const STAR: u8 = 42;
const HYPHEN: u8 = 45;

/** What a buyer may choose, and the zone that it is a rate of; -1: of none of ours. */
export class Option {
  zone: i32 = -1;
  constructor(
    public handle: ArrayBuffer,
    public title: ArrayBuffer,
  ) {}
}

export class Address {
  country: ArrayBuffer = new ArrayBuffer(0);
  /** Upper case, without spaces. */
  zip: ArrayBuffer = new ArrayBuffer(0);
  hasPosition: bool = false;
  longitude: f64 = 0;
  latitude: f64 = 0;
}

export class Table {
  constructor(
    private start: usize,
    private end: usize,
  ) {}

  private lineEnd(from: usize): usize {
    let at = from;
    while (at < this.end && load<u8>(at) != NEW_LINE) at++;
    return at;
  }

  /** Marks the candidates that are names of the table, and those of them that it calls ambiguous in this country. */
  mark(candidates: Candidate[], country: ArrayBuffer): void {
    for (let at = this.start; at < this.end;) {
      const end = this.lineEnd(at);
      const kind = load<u8>(at);
      if (isNames(kind)) markTokens(at + 1, end, candidates, false);
      else if (kind == 65 && same(at + 1, country, 2)) markTokens(at + 3, end, candidates, true);
      at = end + 1;
    }
  }

  /** The first zone that covers the address; -1: none. Tells each option the zone that it is of. */
  winner(address: Address, names: Candidate[], options: Option[]): i32 {
    let zone: i32 = -1;
    let found: i32 = -1;
    let isHere = false;
    let isBound = false;
    let isOffered = false;
    let isIn = false;
    let isOut = false;
    for (let at = this.start; at < this.end;) {
      const end = this.lineEnd(at);
      const kind = load<u8>(at);
      if (kind == 90) {
        if (found < 0 && zone >= 0 && isHere && isIn && !isOut && (!isBound || isOffered)) found = zone;
        zone++;
        isHere = same(at + 1, address.country, 2);
        isBound = has(at + 3, end, 108);
        isIn = has(at + 3, end, 99);
        isOut = has(at + 3, end, 120);
        isOffered = false;
      } else if (kind == 82) {
        for (let i = 0; i < options.length; i++)
          if (options[i].title.byteLength == ((end - at - 1) as i32) && same(at + 1, options[i].title, (end - at - 1) as i32)) {
            options[i].zone = zone;
            isOffered = true;
          }
      } else if (kind != 65 && isHere && found < 0) {
        const isExclusion = kind >= 97;
        if (isExclusion ? !isOut : !isIn)
          if (covers(isExclusion ? kind - 32 : kind, at + 1, end, address, names)) {
            if (isExclusion) isOut = true;
            else isIn = true;
          }
      }
      at = end + 1;
    }
    if (found < 0 && zone >= 0 && isHere && isIn && !isOut && (!isBound || isOffered)) found = zone;
    return found;
  }
}

/** N and n: names that a zone says; U and u: what lies in its units; M and m: what has its middle in its shapes; K: names that are only known. */
function isNames(kind: u8): bool {
  const upper = kind & 0xdf;
  return upper == 78 || upper == 85 || upper == 77 || kind == 75;
}

function covers(kind: u8, from: usize, end: usize, address: Address, names: Candidate[]): bool {
  if (kind == 78) return holds(from, end, names, true);
  if (kind == 85) return holds(from, end, names, false);
  // Names that stand for the middle of a place: a position that is known says more.
  if (kind == 77) return !address.hasPosition && holds(from, end, names, false);
  if (kind == 80) return address.zip.byteLength > 0 && matchesPostal(from, end, address.zip);
  if (kind == 79) return address.hasPosition && isInCircle(from, end, address.longitude, address.latitude);
  if (kind == 71) return address.hasPosition && isInRings(from, end, address.longitude, address.latitude);
  return false;
}

function same(at: usize, bytes: ArrayBuffer, length: i32): bool {
  return bytes.byteLength >= length && memory.compare(at, changetype<usize>(bytes), length) == 0;
}

function has(from: usize, end: usize, letter: u8): bool {
  for (let at = from; at < end; at++) if (load<u8>(at) == letter) return true;
  return false;
}

function markTokens(from: usize, end: usize, candidates: Candidate[], isAmbiguous: bool): void {
  let start = from;
  let hash: u32 = 2166136261;
  for (let at = from; at <= end; at++) {
    if (at < end && load<u8>(at) != BAR) {
      hash = (hash ^ load<u8>(at)) * 16777619;
      continue;
    }
    const length = (at - start) as i32;
    for (let i = 0; i < candidates.length; i++) {
      const candidate = candidates[i];
      if (candidate.hash != hash || candidate.bytes.byteLength != length || !same(start, candidate.bytes, length)) continue;
      candidate.isKnown = true;
      if (isAmbiguous && !candidate.isSecond) candidate.isAmbiguous = true;
    }
    start = at + 1;
    hash = 2166136261;
  }
}

/** `isSaid`: names of the second line count too; they say no more than themselves. */
function holds(from: usize, end: usize, names: Candidate[], isSaid: bool): bool {
  let start = from;
  for (let at = from; at <= end; at++) {
    if (at < end && load<u8>(at) != BAR) continue;
    const length = (at - start) as i32;
    for (let i = 0; i < names.length; i++)
      if ((isSaid || !names[i].isSecond) && names[i].bytes.byteLength == length && same(start, names[i].bytes, length)) return true;
    start = at + 1;
  }
  return false;
}

function matchesPostal(from: usize, end: usize, zip: ArrayBuffer): bool {
  let start = from;
  for (let at = from; at <= end; at++) {
    if (at < end && load<u8>(at) != BAR) continue;
    if (matchesPattern(start, at, zip)) return true;
    start = at + 1;
  }
  return false;
}

/** "170135" exactly, "1701*" as a prefix, "090101-090615" as a range of codes of that length. */
function matchesPattern(from: usize, end: usize, zip: ArrayBuffer): bool {
  const length = (end - from) as i32;
  if (length > 1 && load<u8>(end - 1) == STAR) return same(from, zip, length - 1);
  for (let at = from; at < end; at++)
    if (load<u8>(at) == HYPHEN) {
      const half = (at - from) as i32;
      const code = changetype<usize>(zip);
      return zip.byteLength == half && memory.compare(code, from, half) >= 0 && memory.compare(code, at + 1, half) <= 0;
    }
  return zip.byteLength == length && same(from, zip, length);
}

/** A postal code as patterns are compared with: upper case, without spaces. */
export function foldPostal(text: string): ArrayBuffer {
  let folded = "";
  const upper = text.toUpperCase();
  for (let i = 0; i < upper.length; i++) {
    const code = upper.charCodeAt(i);
    if (code != 32 && code != 0xa0 && (code < 9 || code > 13)) folded += String.fromCharCode(code);
  }
  return String.UTF8.encode(folded);
}
