import { createHash } from "node:crypto";
import type { Collected } from "~/domain/settlement/collected";
import { linkText } from "~/domain/phone-event/chain";
import type {
  ConfirmEvent,
  CountersignEvent,
  DisputeEvent,
  FailEvent,
  HandOverEvent,
  ReturnEvent,
  Shot,
  ShotKept,
  Stamp,
  StartEvent,
  UndoEvent,
} from "~/domain/phone-event/event";

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
/** What a courier says to have collected. */
export const someCash = (change: Partial<Collected> = {}): Collected => ({
  ...{ minor: 2550, currency: "USD", how: "cash", reference: null, because: null },
  ...change,
});
export const aConfirm = (change: Partial<ConfirmEvent> = {}): ConfirmEvent => ({
  ...{ kind: "confirm", id: "0192f1aa-0000-7000-8000-0000000000e2", deliveryId: DELIVERY, stamp: aStamp({ counter: 2 }) },
  ...{ position: { latitude: -0.18, longitude: -78.48, accuracyMetres: 12 }, receivedBy: "Ana", collected: someCash() },
  photos: [aPhoto(change.deliveryId === undefined ? {} : { deliveryId: change.deliveryId })],
  ...change,
});
export const aFail = (change: Partial<FailEvent> = {}): FailEvent => ({
  ...{ kind: "fail", id: "0192f1aa-0000-7000-8000-0000000000e3", deliveryId: DELIVERY, stamp: aStamp({ counter: 3 }), position: null },
  ...{ reason: "nobody_home", note: "timbre dañado", photos: [] },
  ...change,
});
export const aReturn = (change: Partial<ReturnEvent> = {}): ReturnEvent => ({
  ...{ kind: "return", id: "0192f1aa-0000-7000-8000-0000000000e7", deliveryId: DELIVERY, stamp: aStamp({ counter: 4 }), position: null },
  ...{ receivedBy: "Bodega", photos: [aPhoto(change.deliveryId === undefined ? {} : { deliveryId: change.deliveryId })] },
  ...change,
});
/** That `aConfirm` was a mistake. */
export const anUndo = (change: Partial<UndoEvent> = {}): UndoEvent => ({
  ...{ kind: "undo", id: "0192f1aa-0000-7000-8000-0000000000e8", deliveryId: DELIVERY, stamp: aStamp({ counter: 5 }), position: null },
  ...{ undoes: "0192f1aa-0000-7000-8000-0000000000e2" },
  ...change,
});

const ofMoney = { deliveryId: null, stamp: aStamp({ counter: 4 }), position: null };
const statement = { settlementId: "0192f1aa-0000-7000-8000-0000000000c1", sha256: sha256("a statement") };
export const aHandOverEvent = (change: Partial<HandOverEvent> = {}): HandOverEvent => ({
  ...{ ...ofMoney, kind: "hand_over", id: "0192f1aa-0000-7000-8000-0000000000e4", minor: 2550, currency: "USD" },
  handOverId: "0192f1aa-0000-7000-8000-0000000000e4",
  ...change,
});
export const aCountersign = (change: Partial<CountersignEvent> = {}): CountersignEvent => ({
  ...{ ...ofMoney, ...statement, kind: "countersign", id: "0192f1aa-0000-7000-8000-0000000000e5" },
  ...change,
});
export const aDispute = (change: Partial<DisputeEvent> = {}): DisputeEvent => ({
  ...{ ...ofMoney, ...statement, kind: "dispute", id: "0192f1aa-0000-7000-8000-0000000000e6", words: "falta una entrega" },
  ...change,
});
