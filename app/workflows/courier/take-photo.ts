import { isFinal, MOST_PHOTO_BYTES } from "~/domain/phone-event/photo-problem";
import { PART_BYTES } from "~/domain/phone-event/event";
import type { Ports } from "~/ports/ports";
import type { ShotRecord } from "~/ports/door-records";
import type { Worded } from "~/ports/records";
import { finishPhoto } from "./finish-photo";

export type PhotoPart = { shopId: string; courierId: string; shotId: string; offset: number; bytes: Uint8Array };
type Whose = Pick<PhotoPart, "shopId" | "courierId" | "shotId">;
/**
 * How much of a photo is here. `problem`: its bytes are not taken (`isFinal`: nor will others be); the phone begins anew at `offset` otherwise.
 */
export type PhotoProgress = { offset: number; length: number; isHere: boolean; problem: { worded: Worded; isFinal: boolean } | null };
export type PhotoAnswer = { result: "taken" | "elsewhere" | "refused"; progress: PhotoProgress };

/** A photo of this courier that an event has named; null: none such, or another's, which is the same refusal. */
export async function photoProgress({ store }: Pick<Ports, "store">, { shopId, courierId, shotId }: Whose): Promise<PhotoProgress | null> {
  const shot = await store.of(shopId).shot(shotId);
  return shot && shot.courierId === courierId && shot.attemptId !== null ? progressOf(shot) : null;
}

/**
 * Takes the next piece of a photo; with the last the photo is put together and proves its delivery. `elsewhere`: it goes on at another place than
 * the piece is of. A piece that came twice is taken once. One statement for a piece between.
 */
export async function takePhotoPart(ports: Ports, part: PhotoPart): Promise<PhotoAnswer | null> {
  const { shopId, courierId, shotId, offset, bytes } = part;
  if (bytes.length > 0 && bytes.length <= PART_BYTES) {
    const added = await ports.store.of(shopId).addShotPart({ shotId, courierId, offset, bytes });
    if (added) return { result: "taken", progress: { ...added, isHere: false, problem: null } };
  }
  const shot = await ports.store.of(shopId).shot(shotId);
  if (!shot || shot.courierId !== courierId || shot.attemptId === null) return null;
  const progress = progressOf(shot);
  if (progress.isHere) return { result: "taken", progress };
  if (progress.problem?.isFinal) return { result: "refused", progress };
  const isNext = offset === shot.receivedBytes && bytes.length > 0 && offset + bytes.length === shot.bytes;
  if (!isNext) return { result: "elsewhere", progress };
  const finished = progressOf(await finishPhoto(ports, { shopId, shot, last: bytes }));
  return { result: finished.isHere ? "taken" : finished.problem?.isFinal ? "refused" : "elsewhere", progress: finished };
}

const TOO_LARGE: Worded = { code: "photo_too_large", params: { why: "bytes" } };

const progressOf = ({ receivedBytes, bytes, receivedAt, problem }: ShotRecord): PhotoProgress => ({
  offset: receivedAt === null ? receivedBytes : bytes,
  length: bytes,
  isHere: receivedAt !== null,
  problem: bytes > MOST_PHOTO_BYTES ? { worded: TOO_LARGE, isFinal: true } : problem && { worded: problem, isFinal: isFinal(problem) },
});
