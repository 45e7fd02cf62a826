/** A piece of memory that holds a text, as UTF-8; nothing is copied. */
export class Bytes {
  constructor(
    public start: usize,
    public length: i32,
  ) {}

  static of(buffer: ArrayBuffer): Bytes {
    return new Bytes(changetype<usize>(buffer), buffer.byteLength);
  }

  get end(): usize {
    return this.start + this.length;
  }
}

/** FNV-1a. */
export const HASH_START: u32 = 2166136261;
export function hashed(hash: u32, byte: u8): u32 {
  return (hash ^ byte) * 16777619;
}

export function hashOf(start: usize, length: i32): u32 {
  let hash = HASH_START;
  for (let at = start; at < start + length; at++) hash = hashed(hash, load<u8>(at));
  return hash;
}

export function isSame(one: usize, other: usize, length: i32): bool {
  return memory.compare(one, other, length) == 0;
}
