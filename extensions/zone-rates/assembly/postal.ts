import { Bytes, isSame } from "./text";

const BAR: u8 = 124;
const STAR: u8 = 42;
const HYPHEN: u8 = 45;

/** Whether one of the patterns, parted by bars, takes the code. */
export function matchesPostal(patterns: Bytes, zip: Bytes): bool {
  let start = patterns.start;
  for (let at = patterns.start; at <= patterns.end; at++) {
    if (at < patterns.end && load<u8>(at) != BAR) continue;
    if (matches(start, at, zip)) return true;
    start = at + 1;
  }
  return false;
}

/** "170135" exactly, "1701*" as a prefix, "090101-090615" as a range of codes of that length. */
function matches(from: usize, end: usize, zip: Bytes): bool {
  const length = (end - from) as i32;
  if (length > 1 && load<u8>(end - 1) == STAR) return zip.length >= length - 1 && isSame(from, zip.start, length - 1);
  for (let at = from; at < end; at++)
    if (load<u8>(at) == HYPHEN) {
      const half = (at - from) as i32;
      return zip.length == half && memory.compare(zip.start, from, half) >= 0 && memory.compare(zip.start, at + 1, half) <= 0;
    }
  return zip.length == length && isSame(from, zip.start, length);
}

/** A postal code as patterns are compared with: upper case, without spaces. */
export function foldPostal(text: string): Bytes {
  let folded = "";
  const upper = text.toUpperCase();
  for (let i = 0; i < upper.length; i++) {
    const code = upper.charCodeAt(i);
    if (code != 32 && code != 0xa0 && (code < 9 || code > 13)) folded += String.fromCharCode(code);
  }
  return Bytes.of(String.UTF8.encode(folded));
}
