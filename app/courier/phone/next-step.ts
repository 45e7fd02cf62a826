import { MOST_EVENTS } from "~/domain/phone-event/event";
import { MOST_SPOILT, type QueuedEvent, type QueuedShot } from "./queue";

export type Step =
  | { kind: "events"; events: QueuedEvent[]; dropped: QueuedShot[] }
  | { kind: "photo"; shot: QueuedShot }
  | { kind: "data" }
  | { kind: "nothing" };

export type Held = {
  /** Whose session this is. */
  courierId: string;
  events: readonly QueuedEvent[];
  shots: readonly QueuedShot[];
  /** Shots the server does not know yet, though it has their event: it is still working it out. */
  awaited: ReadonlySet<string>;
  /** The day was asked for a while ago: what became of an event is worth more to the courier than the next photo. */
  isDayDue: boolean;
  /** Of the courier's own shift: something is to be sent; something was sent that the day does not have yet. */
  shift?: { isToSend: boolean; isSent: boolean };
};

/** A batch stays below the 256 KB the server reads, with room for shots that were taken again. */
const BATCH_BYTES = 192 * 1024;

/** What is sent next: events before photos, in the order they happened; the day is asked for while something sent has no answer yet. */
export function nextStep({ courierId, events, shots, awaited, isDayDue, shift }: Held): Step {
  const own = events.filter((one) => one.courierId === courierId);
  const batch = fitting(own.filter(({ state }) => state === "queued").sort((a, b) => a.event.stamp.counter - b.event.stamp.counter));
  const dropped = shots
    .filter((one) => one.courierId === courierId && one.state === "dropped" && !one.isThrough)
    .sort((a, b) => a.takenAt - b.takenAt)
    .slice(0, MOST_EVENTS);
  if (batch.length > 0 || dropped.length > 0 || shift?.isToSend) return { kind: "events", events: batch, dropped };
  const isUnanswered = shift?.isSent === true || own.some(({ state }) => state === "sent");
  if (isUnanswered && isDayDue) return { kind: "data" };
  // Until the server has worked an event out it doesn't know its photos: a piece sent before would be sent in vain.
  const shot = photosToSend(
    own.filter(({ state }) => state === "settled"),
    shots,
  )
    .filter(({ id }) => !awaited.has(id))
    .sort((a, b) => a.takenAt - b.takenAt)[0];
  if (shot) return { kind: "photo", shot };
  return isUnanswered ? { kind: "data" } : { kind: "nothing" };
}

/** Photos whose event the server has. */
export function photosToSend(events: readonly QueuedEvent[], shots: readonly QueuedShot[]): QueuedShot[] {
  const there = new Set(events.filter(({ state }) => state === "sent" || state === "settled").map(({ id }) => id));
  return shots.filter((one) => one.state === "kept" && isOnItsWay(one) && one.eventId !== null && there.has(one.eventId));
}

/** Still to be sent, and worth trying. */
export const isOnItsWay = ({ isThrough, picture, spoilt }: QueuedShot): boolean => !isThrough && picture !== null && spoilt < MOST_SPOILT;

function fitting(queued: readonly QueuedEvent[]): QueuedEvent[] {
  let bytes = 0;
  const bytesOf = (event: unknown) => new TextEncoder().encode(JSON.stringify(event)).length;
  return queued.slice(0, MOST_EVENTS).filter(({ event }, at) => (bytes += bytesOf(event)) <= BATCH_BYTES || at === 0);
}
