import type { NormalPhoto } from "~/ports/files";
import type { Ports } from "~/ports/ports";
import type { Attempt, ShotRecord } from "~/ports/door-records";

/** A photo as it was read; `byteCount`: as long as it came. */
export type SentPhoto = NormalPhoto & { byteCount: number };
/** `shotId`: the one that it is kept for. */
export type KeptPhoto = Omit<SentPhoto, "bytes"> & { shotId: string; key: string };

/** What is kept of a photo's bytes. Throws PermanentFailure for what is no photo. */
export const readPhoto = async ({ photos }: Pick<Ports, "photos">, bytes: Uint8Array): Promise<SentPhoto> => ({
  ...(await photos.normalise(bytes)),
  byteCount: bytes.length,
});

export const keepPhoto = async (
  { photos, files }: Pick<Ports, "photos" | "files">,
  { shopId, shotId, photo }: { shopId: string; shotId: string; photo: Uint8Array },
): Promise<KeptPhoto> => store(files, { shopId, shotId, photo: await readPhoto({ photos }, photo) });

/** The key holds the photo's hash: a second photo under the same shot's id can't take the first one's place. */
async function store(
  files: Ports["files"],
  { shopId, shotId, photo: { bytes, ...normal } }: { shopId: string; shotId: string; photo: SentPhoto },
): Promise<KeptPhoto> {
  const key = `${shopId}/photos/${shotId}-${normal.sha256.slice(0, 16)}.jpg`;
  await files.put(key, bytes);
  return { ...normal, shotId, key };
}

type OfForm = { shopId: string; reportId: string; photos: readonly SentPhoto[] };

/** Keeps a form's photos and does what they are kept for; undone, they go too. The first one's shot has the report's id. */
export async function withPhotos<T>(
  ports: Pick<Ports, "store" | "files" | "ids">,
  { shopId, reportId, photos }: OfForm,
  work: (kept: KeptPhoto[]) => Promise<T>,
): Promise<T> {
  const kept: KeptPhoto[] = [];
  try {
    for (const [at, photo] of photos.entries())
      kept.push(await store(ports.files, { shopId, shotId: at === 0 ? reportId : ports.ids.uuid(), photo }));
    return await work(kept);
  } catch (error) {
    for (const photo of kept) await forget(ports, shopId, photo);
    throw error;
  }
}

/** The same of one photo that is kept already, or of none. */
export async function withPhoto<T>(
  ports: Pick<Ports, "store" | "files">,
  { shopId, photo }: { shopId: string; photo: KeptPhoto | null },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (photo) await forget(ports, shopId, photo);
    throw error;
  }
}

/** Unless its shot has it from an earlier try. */
async function forget({ store, files }: Pick<Ports, "store" | "files">, shopId: string, { shotId, key }: KeptPhoto): Promise<void> {
  if ((await store.of(shopId).shot(shotId))?.key !== key) await files.delete(key);
}

/** A report's photo that came with a form: no phone chained it. `ordinal`: its place among them, from 1. */
export const shotOfForm = (
  { shotId, key, sha256, storedSha256, width, height, byteCount }: KeptPhoto,
  attempt: Attempt,
  ordinal = 1,
): ShotRecord => ({
  id: shotId,
  attemptId: attempt.id,
  deliveryId: attempt.deliveryId,
  courierId: attempt.courierId,
  ordinal,
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
