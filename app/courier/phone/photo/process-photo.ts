import type { Processed } from "../keep-shot";
import { sha256 } from "../sha256";
import type { Look } from "../store";
import { dHashOf } from "./d-hash";
import { doubtsOf } from "./doubts";
import { greyOf, type Grey } from "./grey";
import { nextTry } from "./quality";
import { surfaceOf, type Surface } from "./surface";

export type Asked = { file: Blob; deliveryId: string; looks: Look[] };

const MOST_SIDE = 1600;
const GREY_SIDE = 400;
const THUMBNAIL_SIDE = 200;

/** A photo at most 1600 px and 200 KB, with the hash of these very bytes and what is doubtful in it. Where this phone can't read it: as it is. */
export async function processPhoto(asked: Asked): Promise<Processed> {
  const picture = await read(asked.file);
  if (!picture) return untouched(asked.file);
  const whole = draw(picture, MOST_SIDE);
  picture.close();
  const grey = greyCopy(whole);
  const [{ blob, width, height }, thumbnail] = await Promise.all([shrink(whole), draw(whole.canvas, THUMBNAIL_SIDE).toJpeg(0.7)]);
  const dHash = dHashOf(grey);
  const hash = await sha256(await blob.arrayBuffer());
  return { blob, width, height, sha256: hash, dHash, thumbnail, doubts: doubtsOf(grey, dHash, asked) };
}

/** The server then decides whether it can use it, and finds out how large it is: 1 × 1 says that nobody here knows. */
export async function untouched(file: Blob): Promise<Processed> {
  return { blob: file, width: 1, height: 1, sha256: await sha256(await file.arrayBuffer()), dHash: null, thumbnail: null, doubts: [] };
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

type Drawable = ImageBitmap | Surface["canvas"];

function draw(picture: Drawable, side: number, isRead = false): Surface {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const [width, height] = [picture.width, picture.height].map((length) => Math.max(1, Math.round(length * scale))) as [number, number];
  const surface = surfaceOf(width, height, isRead);
  surface.context.imageSmoothingQuality = "medium";
  surface.context.drawImage(picture, 0, 0, width, height);
  return surface;
}

/** Written anew until it is small enough; that also leaves the camera's own notes (place, owner) behind. */
async function shrink(whole: Surface): Promise<{ blob: Blob; width: number; height: number }> {
  let surface = whole;
  let wanted = { side: MOST_SIDE, quality: 0.8 };
  for (;;) {
    const blob = await surface.toJpeg(wanted.quality);
    const next = nextTry(wanted, blob.size);
    if (!next) return { blob, width: surface.width, height: surface.height };
    if (next.side !== wanted.side) surface = draw(whole.canvas, next.side);
    wanted = next;
  }
}

function greyCopy(whole: Surface): Grey {
  const { context, width, height } = draw(whole.canvas, GREY_SIDE, true);
  return greyOf(context.getImageData(0, 0, width, height).data, width, height);
}
