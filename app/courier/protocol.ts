import type { Outcome } from "~/domain/phone-event/event";
import type { Point } from "~/domain/geo/point";
import type { Hindrance } from "~/domain/dispatch/run";
import type { PinLock } from "~/domain/proof/pin-lock";
import type { Collected } from "~/domain/settlement/collected";
import type { Locale } from "~/i18n/locale";
import type { CourierMoney } from "~/domain/settlement/courier-money";
import type { Card } from "./card";
import type { DoorRules } from "./door-rules";

/** What became of an event, and whether its photos are here. */
export type Report = { id: string; deliveryId: string | null; outcome: Outcome | null; photosReceived: number; photosExpected: number };

/**
 * What another courier reported of a delivery that is, or was, this one's; worded by courier.json (`others.<code>`). `taken_over`: they delivered
 * it, and this courier's stop has ended; `kept_delivered_before`: they too say that they delivered it.
 */
export type OthersReport = {
  deliveryId: string;
  orderName: string;
  code: "taken_over" | "kept_delivered_before";
  courier: string;
  at: string;
};

/** What couriers left at this address before; missing: nothing. */
export type Door = { doorNote: string | null; gatePhotoUrl: string | null };

/** Where a stop's address is by all that is known of it, and how far off that may be. */
export type KnownPlace = Point & { metres: number };

/** Everything of one stop that its page shows; the list shows a part of it. */
export type StopView = Card & {
  cover: { number: string | null } | null;
  hindrance: Hindrance | null;
  /** null: no PIN is asked for. */
  pinLock?: PinLock | null;
  /** What an earlier program of ours had in its place, in a day that the phone kept. */
  pinHash?: string | null;
  /** What is asked at the door, null: nothing; a day that a phone kept from before says nothing of it. */
  asks?: { fiscalData: "must" | "may" } | null;
  /** What was reported of it, as long as it may be taken back; null: not any more. A day that a phone kept from before says nothing of it. */
  undo?: Undo | null;
  /** null: no better than its town. */
  known?: KnownPlace | null;
} & Partial<Door>;

/**
 * A report that may be taken back, and what its courier said to have collected with it. `before`: the stop as the phone showed it until then, where it
 * was told here and the server has not answered yet.
 */
export type Undo = { reportId: string; collected: Collected | null; before?: StopView };

/** A server of map pictures, {z}/{x}/{y} in its address, and whom they are owed to. */
export type Tiles = { url: string; attribution: string };

/** The courier's shift, as far as it is not over. `since`: of the shift, or of its pause; `sinceText`: as the clock says it where the shop is. */
export type ShiftView = { id: string; state: "on" | "paused"; since: string; sinceText: string; sharesPosition: boolean };

/** What is loaded at once, and the guide it goes under. */
export type Guide = { number: string | null; accessKey: string | null; state: string; pdfUrl: string | null };
export type Run = { id: string; state: string; overrideReason: string | null; from: string | null; orders: string[]; guide: Guide | null };

/**
 * A courier's day as the server has it: answered by `GET /courier/<shop>/data`, put into the page by the server, and kept on the phone. `pending` in the
 * order in which they are to be called at; `done`: delivered today, the latest first.
 */
export type Day = {
  serverAt: string;
  locale: Locale;
  shop: { key: string; name: string };
  courier: { id: string; name: string };
  /** Absent where the phone kept the day before shops had rules of their own. */
  door?: DoorRules;
  orderedBy: "road" | "line" | "hand";
  pending: StopView[];
  done: StopView[];
  run: { loadable: number; isIncomplete: boolean; runs: Run[] };
  /** Of this courier's events of the last two days, the latest first. */
  reports: Report[];
  money: CourierMoney;
  /** Of the shop's day, the latest first. */
  others: OthersReport[];
  /** null: none is on; missing in a day that an older program kept. */
  shift?: ShiftView | null;
  /** What lies below the map; null: nothing. */
  tiles?: Tiles | null;
};
