import { isOnItsWay } from "./next-step";
import type { QueuedEvent, QueuedShot } from "./queue";

const KEPT_MS = 3 * 86_400_000;

/** What has been told and answered is cleared away after three days; what has not, and what was refused, is kept however long it takes. */
export function expired(
  events: readonly QueuedEvent[],
  shots: readonly QueuedShot[],
  nowMs: number,
): { events: string[]; shots: string[] } {
  const isOld = (atMs: number) => nowMs - atMs > KEPT_MS;
  const unsent = new Set(shots.filter((one) => one.state === "kept" && isOnItsWay(one)).map(({ eventId }) => eventId));
  const gone = events.filter(({ id, state, recordedAt }) => state === "settled" && isOld(recordedAt) && !unsent.has(id));
  const goneIds = new Set(gone.map(({ id }) => id));
  const isDone = (one: QueuedShot) =>
    one.state === "dropped" ? one.isThrough : one.state === "kept" && one.eventId !== null && goneIds.has(one.eventId);
  return { events: [...goneIds], shots: shots.filter(isDone).map(({ id }) => id) };
}
