import { Entries } from "./entries";
import { Bytes, HASH_START, hashed, hashOf } from "./text";

// The zones as the server wrote them (app/domain/native-rate/zone-table.ts), a line for each part, the best zone first.
const NEW_LINE: u8 = 10;
const BAR: u8 = 124;
/** No name is shorter than a letter and what parts it from the next. */
const LEAST_BYTES: i32 = 2;

// Kinds of lines: "Z" begins a zone, "R" is the name of its rates, "A" lists names that a country has several times, "K" names that are only known.
export const AMBIGUOUS: u8 = 65;
const KNOWN: u8 = 75;
export const RATE: u8 = 82;
const ZONE: u8 = 90;
// Small letters say the same of what is left out: "N" names that a zone says, "U" what lies in its units, "M" what has its middle in its shapes,
export const NAME: u8 = 78;
export const UNIT: u8 = 85;
export const MIDDLE: u8 = 77;
// "P" postal patterns, "O" a circle, "G" a polygon.
export const POSTAL: u8 = 80;
export const CIRCLE: u8 = 79;
export const POLYGON: u8 = 71;
export const LEFT_OUT: u8 = 32;

export class Zone {
  constructor(
    public country: u16,
    /** Served from some locations only: it counts where a rate of its own is offered. */
    public isBound: bool,
    public isCountry: bool,
    public isCountryLeftOut: bool,
  ) {}
}

/** A line that must be read against an address. */
export class Part {
  constructor(
    public zone: i32,
    public kind: u8,
    public text: Bytes,
  ) {}
}

export class Table {
  zones: Zone[] = [];
  parts: Part[] = [];
  entries: Entries;

  /** `bytes` ends with the end of a line. */
  constructor(bytes: ArrayBuffer) {
    this.entries = new Entries(bytes.byteLength / LEAST_BYTES + 1);
    const end = changetype<usize>(bytes) + bytes.byteLength;
    for (let at = changetype<usize>(bytes); at < end;) at = this.readLine(at, end) + 1;
  }

  private readLine(at: usize, end: usize): usize {
    const kind = load<u8>(at);
    const upper = kind & ~LEFT_OUT;
    if (kind == AMBIGUOUS) return this.readNames(at + 3, end, kind, load<u16>(at + 1));
    if (upper == NAME || upper == UNIT || upper == MIDDLE || kind == KNOWN) return this.readNames(at + 1, end, kind, this.zones.length - 1);
    let lineEnd = at;
    while (lineEnd < end && load<u8>(lineEnd) != NEW_LINE) lineEnd++;
    const text = new Bytes(at + 1, max(0, ((lineEnd - at) as i32) - 1));
    if (kind == ZONE && text.length >= 2) this.zones.push(zoneOf(text));
    else if (kind == RATE) this.entries.add(hashOf(text.start, text.length), text.start, text.length, kind, this.zones.length - 1);
    else if (upper == POSTAL || upper == CIRCLE || upper == POLYGON) this.parts.push(new Part(this.zones.length - 1, kind, text));
    return lineEnd;
  }

  /** Answers where the line ends. */
  private readNames(from: usize, end: usize, kind: u8, zone: i32): usize {
    let start = from;
    let hash = HASH_START;
    let at = from;
    for (; at < end; at++) {
      const byte = load<u8>(at);
      if (byte != BAR && byte != NEW_LINE) {
        hash = hashed(hash, byte);
        continue;
      }
      if (at > start) this.entries.add(hash, start, (at - start) as i32, kind, zone);
      if (byte == NEW_LINE) break;
      start = at + 1;
      hash = HASH_START;
    }
    return at;
  }
}

function zoneOf(text: Bytes): Zone {
  let isBound = false;
  let isCountry = false;
  let isCountryLeftOut = false;
  for (let at = text.start + 2; at < text.end; at++) {
    const letter = load<u8>(at);
    if (letter == 108) isBound = true;
    else if (letter == 99) isCountry = true;
    else if (letter == 120) isCountryLeftOut = true;
  }
  return new Zone(load<u16>(text.start), isBound, isCountry, isCountryLeftOut);
}
