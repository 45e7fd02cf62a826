import type { Receipts } from "~/domain/phone-event/event";
import type { Day } from "../protocol";
import { forgetScans } from "./scan/scan-book";
import { expired } from "./expiry";
import type { QueuedEvent } from "./queue";
import type { ServerTime } from "./stamp";
import { setMeta, type Store } from "./store";

/** The server answered a batch: what it has is not sent again. `told`: dropped shots of that batch. */
export const takeReceipts = (
  store: Store,
  { receipts }: Receipts,
  { serverTime, told }: { serverTime: ServerTime; told: readonly string[] },
): Promise<void> =>
  store.write(async (writing) => {
    await setMeta(writing, "serverTime", serverTime);
    const events = writing.objectStore("events");
    for (const receipt of receipts) {
      const event = await events.get(receipt.id);
      if (event?.state !== "queued") continue;
      if (receipt.result === "refused") await events.put({ ...event, state: "refused", refusal: receipt.code });
      else await events.put({ ...event, state: "sent" });
    }
    for (const id of told) {
      const shot = await writing.objectStore("shots").get(id);
      if (shot) await writing.objectStore("shots").put({ ...shot, isThrough: true });
    }
  });

type Read = { etag: string | null; serverTime: ServerTime | null; nowMs: number };

/** The server's day in place of the last one, with what became of each event; what is old and done is cleared away. `serverTime`: null: it did not say. */
export const takeDay = (store: Store, day: Day, { etag, serverTime, nowMs }: Read): Promise<void> =>
  store.write(async (writing) => {
    await writing.objectStore("days").put({ day, etag }, "day");
    if (serverTime) await setMeta(writing, "serverTime", serverTime);
    await setMeta(writing, "needsLink", false);
    const events = writing.objectStore("events");
    for (const { id, outcome } of day.reports) {
      const event = await events.get(id);
      if (event && outcome && outcome.code !== event.outcome?.code) await events.put(settled(event, outcome));
    }
    const gone = expired(await events.getAll(), await writing.objectStore("shots").getAll(), nowMs);
    for (const id of gone.events) await events.delete(id);
    for (const id of gone.shots) await writing.objectStore("shots").delete(id);
    await forgetScans(writing, day);
  });

/** The day that came with a server's page: it tells the session is good, and counts when it is newer than what is known. */
export const takePageDay = (store: Store, day: Day): Promise<void> =>
  store.write(async (writing) => {
    await setMeta(writing, "needsLink", false);
    const known = await writing.objectStore("days").get("day");
    const isNewer = !known || known.day.courier.id !== day.courier.id || known.day.serverAt < day.serverAt;
    if (isNewer) await writing.objectStore("days").put({ day, etag: null }, "day");
  });

const settled = (event: QueuedEvent, outcome: NonNullable<QueuedEvent["outcome"]>): QueuedEvent => ({
  ...event,
  state: "settled",
  outcome,
});

/** The session has ended. All that is queued stays for the courier's next link. */
export const takeSessionEnd = (store: Store): Promise<unknown> => store.write((writing) => setMeta(writing, "needsLink", true));

/** How far a photo is; its picture is let go of once all of it has arrived. null: not known, ask. */
export const takeOffset = (store: Store, id: string, offset: number | null): Promise<void> =>
  store.write(async (writing) => {
    const shot = await writing.objectStore("shots").get(id);
    if (!shot?.picture) return;
    const isThrough = offset !== null && offset >= shot.picture.bytes;
    await writing.objectStore("shots").put({ ...shot, sentBytes: offset, isThrough, picture: isThrough ? null : shot.picture });
  });

/** What arrived is not what was taken: it begins anew. */
export const takeSpoilt = (store: Store, id: string): Promise<void> =>
  store.write(async (writing) => {
    const shot = await writing.objectStore("shots").get(id);
    if (shot) await writing.objectStore("shots").put({ ...shot, sentBytes: null, spoilt: shot.spoilt + 1 });
  });

/** Its photo is asked for by nobody after all this time: the server may have lost it, so it is told again. */
export const queueAgain = (store: Store, eventId: string): Promise<void> =>
  store.write(async (writing) => {
    const event = await writing.objectStore("events").get(eventId);
    if (event?.state === "sent") await writing.objectStore("events").put({ ...event, state: "queued" });
  });

const FORGOTTEN_MS = 12 * 3_600_000;

/** Photos that no report has taken for half a day: as taken again, they close the chain's gaps. */
export const dropForgotten = (store: Store, nowMs: number): Promise<void> =>
  store.write(async (writing) => {
    const shots = writing.objectStore("shots");
    for (const shot of await shots.getAll())
      if (shot.state === "draft" && nowMs - shot.takenAt > FORGOTTEN_MS)
        await shots.put({ ...shot, state: "dropped", picture: null, thumbnail: null });
  });
