import type { ShotRole } from "~/domain/proof/told";
import type { Shot } from "~/domain/phone-event/event";
import { dayOf, linkShot, type Head } from "./link-shot";
import type { QueuedShot } from "./queue";
import { sha256 } from "./sha256";
import { meta, setMeta, type Look, type Store } from "./store";

/** What the photo worker made of a file. */
export type Processed = {
  blob: Blob;
  width: number;
  height: number;
  sha256: string;
  thumbnail: Blob | null;
  /** null where the phone can't read the picture. */
  dHash: string | null;
  doubts: string[];
};
type Taken = { id: string; courierId: string; deliveryId: string; at: Date; processed: Processed; role?: ShotRole };

const MOST_LOOKS = 200;

/**
 * Chains a shot and writes it down, before anybody decides whether it is kept. Hashing can't be waited for inside a transaction: the link is made first and written
 * only while the chain still ends where it began, so that two open pages never make the same link twice.
 */
export async function keepShot(store: Store, { id, courierId, deliveryId, at, processed, role = "photo" }: Taken): Promise<QueuedShot> {
  const day = dayOf(at);
  const bare = { id, sha256: processed.sha256, takenAt: at.toISOString(), deliveryId };
  for (;;) {
    const head = (await meta(await store.database(), `head:${day}`)) ?? null;
    const shot = await linkShot(bare, day, head, sha256);
    const kept = queued({ shot, courierId, at, processed, role });
    if (await append(store, { kept, head, dHash: processed.dHash })) return kept;
  }
}

type Queued = { shot: Shot; courierId: string; at: Date; processed: Processed; role: ShotRole };

const queued = ({ shot, courierId, at, processed, role }: Queued): QueuedShot => ({
  ...{ id: shot.id, courierId, deliveryId: shot.deliveryId, shot },
  picture: { blob: processed.blob, width: processed.width, height: processed.height, bytes: processed.blob.size },
  ...{ thumbnail: processed.thumbnail, doubts: processed.doubts },
  ...{ state: "draft", kept: null, eventId: null, sentBytes: 0, isThrough: false, spoilt: 0, takenAt: at.getTime(), role },
});

const append = (store: Store, { kept, head, dHash }: { kept: QueuedShot; head: Head | null; dHash: string | null }): Promise<boolean> =>
  store.write(async (writing) => {
    const { day, number, hash } = kept.shot.link;
    const now = await meta(writing, `head:${day}`);
    if ((now?.hash ?? null) !== (head?.hash ?? null)) return false;
    await setMeta(writing, `head:${day}`, { number, hash });
    await writing.objectStore("shots").add(kept);
    const looks: Look[] = (await meta(writing, "looks")) ?? [];
    if (dHash) await setMeta(writing, "looks", [...looks, { dHash, deliveryId: kept.deliveryId }].slice(-MOST_LOOKS));
    return true;
  });

/** The courier takes it again, or away: its link stays in the chain, its picture goes. */
export const dropShot = (store: Store, id: string): Promise<void> =>
  store.write(async (writing) => {
    const shot = await writing.objectStore("shots").get(id);
    if (shot?.state === "draft") await writing.objectStore("shots").put(droppedOf(shot));
  });

export const droppedOf = (shot: QueuedShot): QueuedShot => ({ ...shot, state: "dropped", picture: null, thumbnail: null });
