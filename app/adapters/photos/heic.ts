const BRANDS = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"]);

/** iPhone's format (ISO 23008-12): box "ftyp" with one of these brands. Our image library can't read it, so it gets its own message. */
export function looksLikeHeic(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 12)).toString("latin1");
  return head.slice(4, 8) === "ftyp" && BRANDS.has(head.slice(8, 12));
}
