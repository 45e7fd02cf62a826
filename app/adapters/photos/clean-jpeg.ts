const SOI = 0xd8;
const EOI = 0xd9;
const START_OF_SCAN = 0xda;
const RESTART_INTERVAL = 0xdd;
/** Beside tables, frames and scans: what says how the colours are to be read. */
const JFIF = 0xe0;
const ADOBE = 0xee;
const ICC_SEGMENT = 0xe2;
const ICC = "ICC_PROFILE\0";

/** Whether a JPEG holds its picture and nothing else: no EXIF, XMP, IPTC, comment, preview or anything after its end. A colour profile may be there. */
export function isCleanJpeg(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return false;
  for (let at = 2; at + 1 < bytes.length;) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff) return false;
    if (marker === EOI) return at + 2 === bytes.length;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2 || !isOfThePicture(marker, bytes.subarray(at + 4, at + 2 + length))) return false;
    at += 2 + length;
    if (marker === START_OF_SCAN) at = endOfScan(bytes, at);
  }
  return false;
}

function isOfThePicture(marker: number, content: Uint8Array): boolean {
  if (marker === JFIF) return startsWith(content, "JFIF\0") && content.length === 14;
  if (marker === ADOBE) return startsWith(content, "Adobe");
  if (marker === ICC_SEGMENT) return startsWith(content, ICC);
  return (marker >= 0xc0 && marker <= 0xcf) || (marker >= START_OF_SCAN && marker <= RESTART_INTERVAL);
}

const startsWith = (content: Uint8Array, text: string): boolean => [...text].every((letter, at) => content[at] === letter.charCodeAt(0));

/** Where the next segment begins: within the picture's data an FF is followed by 00 or by a restart marker (D0–D7). */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== 0 && !(next !== undefined && next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
