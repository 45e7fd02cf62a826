import type { NormalPhoto, Ports } from "~/ports/ports";
import type { Attempt, ShotRecord } from "~/ports/door-records";

export type KeptPhoto = Omit<NormalPhoto, "bytes"> & { key: string; byteCount: number };

/** The key holds the photo's hash: a second photo under the same shot's id can't take the first one's place. */
export async function keepPhoto(
  { photos, files }: Pick<Ports, "photos" | "files">,
  { shopId, shotId, photo }: { shopId: string; shotId: string; photo: Uint8Array },
): Promise<KeptPhoto> {
  const { bytes, ...normal } = await photos.normalise(photo);
  const key = `${shopId}/photos/${shotId}-${normal.sha256.slice(0, 16)}.jpg`;
  await files.put(key, bytes);
  return { ...normal, key, byteCount: photo.length };
}

/** Does what a photo is kept for; undone, the photo goes too, unless the shot has it from an earlier try. */
export async function withPhoto<T>(
  { store, files }: Pick<Ports, "store" | "files">,
  { shopId, shotId, photo }: { shopId: string; shotId: string; photo: KeptPhoto | null },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const kept = await store.of(shopId).shot(shotId);
    if (photo && kept?.key !== photo.key) await files.delete(photo.key);
    throw error;
  }
}

/** A report's one photo that came with a form: no phone chained it, and its id is the report's. */
export const shotOfForm = ({ key, sha256, storedSha256, width, height, byteCount }: KeptPhoto, attempt: Attempt): ShotRecord => ({
  id: attempt.id,
  attemptId: attempt.id,
  deliveryId: attempt.deliveryId,
  courierId: attempt.courierId,
  ordinal: 1,
  phoneId: null,
  link: null,
  takenAt: attempt.happenedAt.toISOString(),
  overridden: null,
  sha256,
  bytes: byteCount,
  receivedBytes: byteCount,
  receivedAt: attempt.receivedAt,
  key,
  storedSha256,
  width,
  height,
  problem: null,
});
