/** What a file is by its first bytes; the server can read all but HEIC, an iPhone's own (ISO 23008-12). null: no picture of ours. */
export type Kind = "jpeg" | "png" | "webp" | "heic";

export async function kindOf(file: Blob): Promise<Kind | null> {
  const head = String.fromCharCode(...new Uint8Array(await file.slice(0, 12).arrayBuffer()));
  if (head.startsWith("\xff\xd8\xff")) return "jpeg";
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (head.startsWith("RIFF") && head.endsWith("WEBP")) return "webp";
  return /^.{4}ftyp(hei[cxms]|hevc|hevx|mif1|msf1)$/s.test(head) ? "heic" : null;
}

/** This file can't be used, and nobody further on could. */
export class UnreadablePhoto extends Error {
  override readonly name = "UnreadablePhoto";
  constructor(readonly why: "format" | "heic") {
    super(`This file is no photo that can be read: ${why}`);
  }
}
