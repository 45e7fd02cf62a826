import type { ToldParcels } from "~/domain/delivery/parcels";
import type { RefusedUnits } from "~/domain/delivery/refusal";
import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";
import type { PhoneEvent, PhonePosition } from "~/domain/phone-event/event";
import type { ToldProof } from "~/domain/proof/told";
import type { Collected } from "~/domain/settlement/collected";
import type { MoneyDraft } from "../phone-port";
import { droppedOf } from "./keep-shot";
import type { QueuedEvent, QueuedShot } from "./queue";
import { takeScans } from "./scan/scan-book";
import { nextStamp } from "./next-stamp";
import type { Anchor, Clocks } from "./stamp";
import type { Store, Writing } from "./store";

/** A photo that goes along; `reason`: why it is kept though the phone doubted it. */
export type Chosen = { shotId: string; reason: string | null };
/** Which were scanned is filled in as it is written down. */
type Parcels = { parcels?: ToldParcels | undefined };
type Common = { deliveryId: string; position: PhonePosition | null };
/** What the courier says of a delivery, or of money. */
export type Reported =
  | (Common & { kind: "start" } & Parcels)
  | (Common &
      Parcels & {
        kind: "confirm";
        receivedBy: string;
        photos: Chosen[];
        collected: Collected | null;
        proof?: ToldProof;
        doorNote?: string | null;
        gatePhotoId?: string | null;
        refused?: RefusedUnits[];
        fiscalData?: FiscalData | null;
      })
  | (Common & { kind: "fail"; reason: string; note: string | null; photos: Chosen[]; reattemptOn?: string | null })
  | (Common & { kind: "return"; receivedBy: string; photos: Chosen[] })
  | (Common & { kind: "undo"; undoes: string })
  | MoneyDraft;

export type Moment = { id: string; courierId: string; clocks: Clocks; anchor: Anchor | null };

/** Writes down what the courier reports, with its photos, in one transaction: afterwards it is on the phone, whatever happens to page or battery. */
export const record = (store: Store, reported: Reported, { id, courierId, clocks, anchor }: Moment): Promise<QueuedEvent> =>
  store.write(async (writing) => {
    const stamp = await nextStamp(writing, clocks, anchor);
    const event = withParcels(await eventOf(writing, reported, { id, stamp }), await scansFor(writing, reported, courierId));
    const queued: QueuedEvent = {
      ...{ id, courierId, event, state: "queued", refusal: null, outcome: null },
      recordedAt: clocks.deviceMs,
    };
    await writing.objectStore("events").add(queued);
    return queued;
  });

async function eventOf(writing: Writing, reported: Reported, { id, stamp }: Pick<PhoneEvent, "id" | "stamp">): Promise<PhoneEvent> {
  if (reported.kind === "start" || reported.kind === "undo") return { id, stamp, ...reported };
  if ("photos" in reported) {
    const photos = (await choose(writing, reported, id)).map(({ kept }) => kept!);
    return { id, stamp, ...reported, photos };
  }
  const ofMoney = { id, stamp, deliveryId: null, position: null };
  // A hand-over that begins with this event has its id.
  if (reported.kind === "hand_over") return { ...ofMoney, ...reported, handOverId: reported.handOverId ?? id };
  return { ...ofMoney, ...reported };
}

/** What was scanned goes along with a setting out and a confirmation; after any report at the door the next attempt begins anew. */
async function scansFor(writing: Writing, reported: Reported, courierId: string): Promise<number[]> {
  if (!("position" in reported)) return [];
  return takeScans(writing, { courierId, deliveryId: reported.deliveryId, where: reported.kind === "start" ? "loading" : "door" });
}

const withParcels = (event: PhoneEvent, scanned: number[]): PhoneEvent =>
  "parcels" in event && event.parcels ? { ...event, parcels: { ...event.parcels, scanned } } : event;

/** The browser has cleared away what the page still shows. */
class ShotGone extends Error {
  override name = "ShotGone";
}

/** The photos named are kept with the event; the delivery's others were tries. */
async function choose(
  writing: Writing,
  { deliveryId, photos }: Extract<Reported, { photos: Chosen[] }>,
  eventId: string,
): Promise<QueuedShot[]> {
  const store = writing.objectStore("shots");
  const drafts = (await store.getAll()).filter((one) => one.deliveryId === deliveryId && one.state === "draft");
  const kept = photos.map(({ shotId, reason }) => {
    const shot = drafts.find(({ id }) => id === shotId);
    if (!shot?.picture) throw new ShotGone(`Photo ${shotId} of delivery ${deliveryId} is not on this phone any more`);
    return keptBy(shot, eventId, reason);
  });
  const ids = new Set(kept.map(({ id }) => id));
  for (const shot of [...kept, ...drafts.filter(({ id }) => !ids.has(id)).map(droppedOf)]) await store.put(shot);
  return kept;
}

function keptBy(shot: QueuedShot, eventId: string, reason: string | null): QueuedShot {
  const { bytes, width, height } = shot.picture!;
  const overridden = shot.doubts.length > 0 ? { doubts: shot.doubts, reason: reason ?? "" } : null;
  const role = shot.role && { role: shot.role };
  return { ...shot, state: "kept", eventId, kept: { ...shot.shot, bytes, width, height, overridden, ...role } };
}
