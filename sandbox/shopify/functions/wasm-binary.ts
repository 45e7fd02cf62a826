/** A section of a WebAssembly module (wasm-core-2, 5.5). */
export interface Section {
  id: number;
  body: Uint8Array;
}
export const SECTION = { import: 2, global: 6, export: 7, code: 10 };
const PREAMBLE_BYTES = 8;

/** Reads a module's bytes from front to back. */
export class Cursor {
  at = 0;
  private readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new Error("the module ends within a value");
    return byte;
  }

  /** An unsigned whole number (LEB128). */
  leb(): number {
    let [value, scale, byte] = [0, 1, this.byte()];
    for (; byte >= 0x80; byte = this.byte(), scale *= 0x80) value += (byte - 0x80) * scale;
    return value + byte * scale;
  }

  /** Past a whole number of any size, signed or not. */
  skipLeb(): void {
    while (this.byte() >= 0x80);
  }

  skip(count: number): void {
    this.at += count;
  }
}

export function sectionsOf(bytes: Uint8Array): Section[] {
  const cursor = new Cursor(bytes, PREAMBLE_BYTES);
  const sections: Section[] = [];
  while (cursor.at < bytes.length) {
    const [id, size] = [cursor.byte(), cursor.leb()];
    sections.push({ id, body: bytes.subarray(cursor.at, cursor.at + size) });
    cursor.skip(size);
  }
  return sections;
}

export const section = ({ id, body }: Section): number[] => [id, ...leb(body.length), ...body];

/** A list that begins with its length, with one more at its end. */
export function appendTo(list: Uint8Array, item: number[]): Uint8Array {
  const cursor = new Cursor(list);
  const count = cursor.leb();
  return Uint8Array.from([...leb(count + 1), ...list.subarray(cursor.at), ...item]);
}

export function leb(value: number): number[] {
  return value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...leb(Math.floor(value / 0x80))];
}

/** Of a number that is not negative: the highest bit of the last byte is its sign. */
export function signedLeb(value: number): number[] {
  return value < 0x40 ? [value] : [(value % 0x80) + 0x80, ...signedLeb(Math.floor(value / 0x80))];
}
