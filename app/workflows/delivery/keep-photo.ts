import type { Photos, Ports } from "~/ports/ports";
import type { Attempt } from "~/ports/records";

export type KeptPhoto = Omit<Awaited<ReturnType<Photos["normalise"]>>, "bytes"> & { key: string };

/** The key holds the photo's hash: a second photo under the same report's id can't take the first one's place. */
export async function keepPhoto(
  { photos, files }: Pick<Ports, "photos" | "files">,
  { shopId, reportId, photo }: { shopId: string; reportId: string; photo: Uint8Array },
): Promise<KeptPhoto> {
  const { bytes, ...normalised } = await photos.normalise(photo);
  const key = `${shopId}/photos/${reportId}-${normalised.sha256.slice(0, 16)}.jpg`;
  await files.put(key, bytes);
  return { ...normalised, key };
}

/** Does what a photo is kept for; undone, the photo goes too, unless an earlier report under this id has it. */
export async function withPhoto<T>(
  { store, files }: Pick<Ports, "store" | "files">,
  { shopId, reportId, photo }: { shopId: string; reportId: string; photo: KeptPhoto | null },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const kept = await store.of(shopId).attempt(reportId);
    if (photo && kept?.photoKey !== photo.key) await files.delete(photo.key);
    throw error;
  }
}

export const photoColumns = (photo: KeptPhoto | null): Pick<Attempt, "photoKey" | "photoSha256" | "photoWidth" | "photoHeight"> => ({
  photoKey: photo?.key ?? null,
  photoSha256: photo?.sha256 ?? null,
  photoWidth: photo?.width ?? null,
  photoHeight: photo?.height ?? null,
});
