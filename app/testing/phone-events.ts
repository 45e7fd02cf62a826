import { createHash } from "node:crypto";
import { linkText } from "~/domain/phone-event/chain";
import type { ConfirmEvent, FailEvent, ReturnEvent, Shot, ShotKept, Stamp, StartEvent } from "~/domain/phone-event/event";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const DELIVERY = "0192f1aa-0000-7000-8000-0000000000d1";

export const aStamp = (change: Partial<Stamp> = {}): Stamp => ({
  deviceAt: "2026-11-23T15:00:00.000Z",
  counter: 1,
  serverAt: null,
  deviceAtServer: null,
  elapsedMs: null,
  ...change,
});

/** The first shot of a phone's day, with its link. */
export function aShot(change: Partial<Omit<Shot, "link">> = {}): Shot {
  const bare = {
    id: "0192f1aa-0000-7000-8000-0000000000f0",
    sha256: sha256("a photo"),
    takenAt: "2026-11-23T15:00:00.000Z",
    deliveryId: DELIVERY,
    ...change,
  };
  const link = { day: bare.takenAt.slice(0, 10), number: 1, prev: null };
  return { ...bare, link: { ...link, hash: sha256(linkText({ ...bare, link })) } };
}
export const aPhoto = (change: Partial<Omit<Shot, "link">> = {}): ShotKept => ({
  ...aShot(change),
  ...{ bytes: 150_000, width: 1600, height: 1200, overridden: null },
});

export const aStart = (change: Partial<StartEvent> = {}): StartEvent => ({
  ...{ kind: "start", id: "0192f1aa-0000-7000-8000-0000000000e1", deliveryId: DELIVERY, stamp: aStamp(), position: null },
  ...change,
});
export const aConfirm = (change: Partial<ConfirmEvent> = {}): ConfirmEvent => ({
  ...{ kind: "confirm", id: "0192f1aa-0000-7000-8000-0000000000e2", deliveryId: DELIVERY, stamp: aStamp({ counter: 2 }) },
  ...{ position: { latitude: -0.18, longitude: -78.48, accuracyMetres: 12 }, receivedBy: "Ana" },
  photos: [aPhoto(change.deliveryId === undefined ? {} : { deliveryId: change.deliveryId })],
  ...change,
});
export const aFail = (change: Partial<FailEvent> = {}): FailEvent => ({
  ...{ kind: "fail", id: "0192f1aa-0000-7000-8000-0000000000e3", deliveryId: DELIVERY, stamp: aStamp({ counter: 3 }), position: null },
  ...{ reason: "nobody_home", note: "timbre dañado", photos: [] },
  ...change,
});
export const aReturn = (change: Partial<ReturnEvent> = {}): ReturnEvent => ({
  ...{ kind: "return", id: "0192f1aa-0000-7000-8000-0000000000e4", deliveryId: DELIVERY, stamp: aStamp({ counter: 4 }), position: null },
  ...{ receivedBy: "Bodega", photos: [aPhoto(change.deliveryId === undefined ? {} : { deliveryId: change.deliveryId })] },
  ...change,
});
