// Events and shots as tests want them; the program itself never imports this.
import type { DeliveryEvent, EventKind } from "~/domain/phone-event/event";
import type { QueuedEvent, QueuedShot } from "~/courier/phone/queue";

export const COURIER = "courier-1";
const STAMP = { deviceAt: "2026-11-25T15:00:00.000Z", serverAt: null, deviceAtServer: null, elapsedMs: null };

type Told = Partial<Omit<QueuedEvent, "event">> & { counter?: number; deliveryId?: string; kind?: EventKind };
export function anEvent({ counter = 1, deliveryId = "d1", kind = "confirm", ...rest }: Told = {}): QueuedEvent {
  const id = rest.id ?? `event-${counter}`;
  const common = { id, deliveryId, stamp: { ...STAMP, counter }, position: null };
  const kinds: Record<EventKind, DeliveryEvent> = {
    start: { ...common, kind: "start" },
    confirm: { ...common, kind: "confirm", receivedBy: "Ana", photos: [], collected: null },
    fail: { ...common, kind: "fail", reason: "nobody_home", note: null, photos: [] },
    return: { ...common, kind: "return", receivedBy: "Bodega", photos: [] },
    undo: { ...common, kind: "undo", undoes: "event-1" },
  };
  return { courierId: COURIER, event: kinds[kind], state: "queued", refusal: null, outcome: null, recordedAt: 0, ...rest, id };
}

export function aShot({ id = "photo-1", takenAt = 0, deliveryId = "d1", ...rest }: Partial<QueuedShot> = {}): QueuedShot {
  const link = { day: "2026-11-25", number: 1, prev: null, hash: "h" };
  return {
    ...{ id, deliveryId, courierId: COURIER, takenAt, thumbnail: null, doubts: [], kept: null, sentBytes: 0, isThrough: false, spoilt: 0 },
    shot: { id, deliveryId, sha256: "s", takenAt: new Date(takenAt).toISOString(), link },
    picture: { blob: new Blob(["photo"]), width: 1600, height: 1200, bytes: 5 },
    ...{ state: "kept", eventId: "event-1" },
    ...rest,
  };
}
