import type { Processed } from "../keep-shot";
import { sha256 } from "../sha256";
import type { Look } from "../store";
import { dHashOf } from "./d-hash";
import { doubtsOf } from "./doubts";
import { greyOf, type Grey } from "./grey";
import { nextTry } from "./quality";
import { surfaceOf } from "./surface";

export type Asked = { file: Blob; deliveryId: string; looks: Look[] };

const MOST_SIDE = 1600;
const GREY_SIDE = 400;
const THUMBNAIL_SIDE = 200;

/** A photo at most 1600 px and 200 KB, with the hash of these very bytes and what is doubtful in it. Where this phone can't read it: as it is. */
export async function processPhoto(asked: Asked): Promise<Processed> {
  const picture = await read(asked.file);
  if (!picture) return untouched(asked.file);
  try {
    const { blob, width, height } = await shrink(picture);
    const grey = greyCopy(picture);
    const dHash = dHashOf(grey);
    const hash = await sha256(await blob.arrayBuffer());
    return { blob, width, height, sha256: hash, dHash, thumbnail: await thumbnail(picture), doubts: doubtsOf(grey, dHash, asked) };
  } finally {
    picture.close();
  }
}

/** The server then decides whether it can use it. */
async function untouched(file: Blob): Promise<Processed> {
  return { blob: file, width: 0, height: 0, sha256: await sha256(await file.arrayBuffer()), dHash: null, thumbnail: null, doubts: [] };
}

async function read(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch (error) {
    // InvalidStateError: this browser doesn't know the format (HEIC).
    if (error instanceof DOMException || error instanceof TypeError) return null;
    throw error;
  }
}

function within({ width, height }: ImageBitmap, side: number): [width: number, height: number] {
  const scale = Math.min(1, side / Math.max(width, height));
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}

function draw(picture: ImageBitmap, side: number, isRead = false) {
  const [width, height] = within(picture, side);
  const surface = surfaceOf(width, height, isRead);
  surface.context.imageSmoothingQuality = "medium";
  surface.context.drawImage(picture, 0, 0, width, height);
  return { ...surface, width, height };
}

/** Written anew until it is small enough; that also leaves the camera's own notes (place, owner) behind. */
async function shrink(picture: ImageBitmap): Promise<{ blob: Blob; width: number; height: number }> {
  let surface = draw(picture, MOST_SIDE);
  let wanted = { side: MOST_SIDE, quality: 0.8 };
  for (;;) {
    const blob = await surface.toJpeg(wanted.quality);
    const next = nextTry(wanted, blob.size);
    if (!next) return { blob, width: surface.width, height: surface.height };
    if (next.side !== wanted.side) surface = draw(picture, next.side);
    wanted = next;
  }
}

function greyCopy(picture: ImageBitmap): Grey {
  const { context, width, height } = draw(picture, GREY_SIDE, true);
  return greyOf(context.getImageData(0, 0, width, height).data, width, height);
}

const thumbnail = (picture: ImageBitmap): Promise<Blob> => draw(picture, THUMBNAIL_SIDE).toJpeg(0.7);
