import { createHash } from "node:crypto";
import sharp, { type Metadata, type Sharp } from "sharp";
import { PermanentFailure } from "~/ports/failures";
import type { NormalPhoto, Photos } from "~/ports/files";
import { isCleanJpeg } from "./clean-jpeg";
import { looksLikeHeic } from "./heic";

const MAX_BYTES = 15 * 1024 * 1024;
const MAX_PIXELS = 50_000_000;
const MAX_SIDE = 1600;
const ACCEPTED = new Set<string | undefined>(["jpeg", "png", "webp"]);

/**
 * Upright, at most 1600 px, JPEG, without any metadata: what is so already is kept byte for byte, so that its hash stays that of the shutter. Throws PermanentFailure photo_too_large (bytes | pixels)
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
    if (Math.max(width, height) > MAX_SIDE || !isCleanJpeg(bytes)) return encode(image, bytes);
    await mustDecode(bytes);
    const hash = sha256(bytes);
    return { bytes, width, height, sha256: hash, storedSha256: hash };
  },
};

async function metadataOf(image: Sharp): Promise<Metadata> {
  try {
    return await image.metadata();
  } catch (error) {
    throw pixelLimit(error) ? tooLarge("pixels", error) : unreadable("format", error);
  }
}

/** Small, so that it costs little: the decoder goes through all of the file for it. What a phone's canvas made gives no cause for a warning. */
async function mustDecode(bytes: Uint8Array): Promise<void> {
  try {
    await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "warning" }).resize({ width: 64 }).raw().toBuffer();
  } catch (error) {
    throw unreadable("damaged", error);
  }
}

async function encode(image: Sharp, given: Uint8Array): Promise<NormalPhoto> {
  try {
    const { data, info } = await image
      .rotate()
      .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "white" })
      .jpeg({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    return { bytes: new Uint8Array(data), width, height, sha256: sha256(given), storedSha256: sha256(data) };
  } catch (error) {
    throw pixelLimit(error) ? tooLarge("pixels", error) : unreadable("damaged", error);
  }
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const pixelLimit = (error: unknown): boolean => error instanceof Error && /pixel limit/i.test(error.message);

const refusal = (code: string, why: string, cause?: unknown): PermanentFailure =>
  Object.assign(new PermanentFailure(code, { why }), cause === undefined ? {} : { cause });
const tooLarge = (why: "bytes" | "pixels", cause?: unknown): PermanentFailure => refusal("photo_too_large", why, cause);
const unreadable = (why: "empty" | "heic" | "format" | "damaged", cause?: unknown): PermanentFailure =>
  refusal("photo_unreadable", why, cause);
