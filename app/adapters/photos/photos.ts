import { createHash } from "node:crypto";
import sharp, { type Metadata, type Sharp } from "sharp";
import { PermanentFailure } from "~/ports/failures";
import type { Photos } from "~/ports/ports";
import { looksLikeHeic } from "./heic";

const MAX_BYTES = 15 * 1024 * 1024;
const MAX_PIXELS = 50_000_000;
const MAX_SIDE = 1600;
const ACCEPTED = new Set<string | undefined>(["jpeg", "png", "webp"]);

/**
 * Upright, at most 1600 px, JPEG, without any metadata. Throws PermanentFailure photo_too_large (bytes | pixels)
 * or photo_unreadable (empty | heic | format | damaged), told apart by the parameter `why`.
 */
export const photos: Photos = {
  async normalise(bytes) {
    if (bytes.length === 0) throw unreadable("empty");
    if (bytes.length > MAX_BYTES) throw tooLarge("bytes");
    if (looksLikeHeic(bytes)) throw unreadable("heic");
    // "error" forgives the harmless warnings of some phones' JPEGs but not missing data.
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" });
    const { format, width, height } = await metadataOf(image);
    if (!ACCEPTED.has(format)) throw unreadable("format");
    if (width * height > MAX_PIXELS) throw tooLarge("pixels");
    return encode(image);
  },
};

async function metadataOf(image: Sharp): Promise<Metadata> {
  try {
    return await image.metadata();
  } catch (error) {
    throw pixelLimit(error) ? tooLarge("pixels", error) : unreadable("format", error);
  }
}

async function encode(image: Sharp): ReturnType<Photos["normalise"]> {
  try {
    const { data, info } = await image
      .rotate()
      .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "white" })
      .jpeg({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: new Uint8Array(data), width: info.width, height: info.height, sha256: createHash("sha256").update(data).digest("hex") };
  } catch (error) {
    throw pixelLimit(error) ? tooLarge("pixels", error) : unreadable("damaged", error);
  }
}

const pixelLimit = (error: unknown): boolean => error instanceof Error && /pixel limit/i.test(error.message);

const refusal = (code: string, why: string, cause?: unknown): PermanentFailure =>
  Object.assign(new PermanentFailure(code, { why }), cause === undefined ? {} : { cause });
const tooLarge = (why: "bytes" | "pixels", cause?: unknown): PermanentFailure => refusal("photo_too_large", why, cause);
const unreadable = (why: "empty" | "heic" | "format" | "damaged", cause?: unknown): PermanentFailure =>
  refusal("photo_unreadable", why, cause);
