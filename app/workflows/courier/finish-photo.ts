import { weightier } from "~/domain/attention/weight";
import { isFinal, wrongHash } from "~/domain/phone-event/photo-problem";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { ShotRecord } from "~/ports/door-records";
import type { Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { keepPhoto, withPhoto, type KeptPhoto } from "~/workflows/delivery/keep-photo";
import { proveByPhoto } from "~/workflows/delivery/prove-delivery";

type Finish = { shopId: string; shot: ShotRecord; last: Uint8Array };

/**
 * The last piece of a photo is here, in memory only: until the photo is kept whole the phone may send it again. Its bytes must have the hash that the
 * event named, and be a picture; else they are thrown away and the problem stays with the shot. Returns the shot as it is then.
 */
export async function finishPhoto(ports: Ports, { shopId, shot, last }: Finish): Promise<ShotRecord> {
  const photo = new Uint8Array(Buffer.concat([...(await ports.store.of(shopId).shotParts(shot.id)), last]));
  if (ports.links.hash(photo) !== shot.sha256) return refuse(ports, shopId, shot.id, wrongHash);
  const kept = await keepOrProblem(ports, { shopId, shotId: shot.id, photo });
  if ("code" in kept) return refuse(ports, shopId, shot.id, () => kept);
  const after = await withPhoto(ports, { shopId, photo: kept }, () => ports.store.change(shopId, (s) => settle(ports, s, shot.id, kept)));
  if (after.key !== kept.key) await ports.files.delete(kept.key);
  return after;
}

/** Under the shot's lock: the same piece may come twice at once, and the buyer may have been forgotten meanwhile. */
async function settle(ports: Ports, s: ShopStore, shotId: string, kept: KeptPhoto): Promise<ShotRecord> {
  const found = await lockedShot(s, shotId);
  if (found.receivedAt || (found.problem && isFinal(found.problem))) return found;
  const { key, storedSha256, width, height } = kept;
  const receivedAt = ports.clock.now();
  const patch = { receivedBytes: found.bytes, receivedAt, key, storedSha256, width, height, problem: null };
  await s.endShotParts(shotId, patch);
  await proveIfReported(ports, s, found);
  return { ...found, ...patch };
}

/** A photo of the report that delivered it; one that was kept beside that report proves nothing, nor does a signature. */
async function proveIfReported(ports: Ports, s: ShopStore, { attemptId, deliveryId, role }: ShotRecord): Promise<void> {
  if (role === "signature") return;
  const attempt = attemptId === null ? null : await s.attempt(attemptId);
  if (attempt?.outcome === "delivered" && attempt.stands !== false) await proveByPhoto(ports, s, deliveryId);
}

async function keepOrProblem(ports: Ports, photo: Parameters<typeof keepPhoto>[1]): Promise<KeptPhoto | Worded> {
  try {
    return await keepPhoto(ports, photo);
  } catch (error) {
    if (!(error instanceof PermanentFailure)) throw error;
    return { code: error.code, params: error.params };
  }
}

/** What came is thrown away. When no other bytes are taken, the desk sees it. */
async function refuse(ports: Ports, shopId: string, shotId: string, problemAfter: (before: Worded | null) => Worded): Promise<ShotRecord> {
  return ports.store.change(shopId, async (s) => {
    const found = await lockedShot(s, shotId);
    if (found.receivedAt) return found;
    const patch = { receivedBytes: 0, problem: problemAfter(found.problem) };
    await s.endShotParts(shotId, patch);
    if (isFinal(patch.problem)) await tellDesk(s, found);
    return { ...found, ...patch };
  });
}

async function tellDesk(s: ShopStore, { deliveryId }: ShotRecord): Promise<void> {
  await s.lock(`delivery:${deliveryId}`);
  const { attention } = await s.delivery(deliveryId);
  await s.updateDelivery(deliveryId, { attention: weightier<Worded>(attention, { code: "photo_refused" }) });
}

async function lockedShot(s: ShopStore, id: string): Promise<ShotRecord> {
  await s.lock(`shot:${id}`);
  const shot = await s.shot(id);
  if (!shot) throw new Error(`shot ${id} is gone`);
  return shot;
}
