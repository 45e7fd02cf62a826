import type { ToldParcels } from "~/domain/delivery/parcels";
import type { RefusedUnits } from "~/domain/delivery/refusal";
import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";
import type { ShotRole, ToldProof } from "~/domain/proof/told";
import type { Collected } from "~/domain/settlement/collected";
import type { PositionNews, ShiftEvent } from "~/domain/shift/shift";

/** What a courier's phone says of one moment with a delivery. Instants are ISO 8601 strings in UTC, as they travel. */
export const EVENT_KINDS = ["start", "confirm", "fail", "return", "undo"] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** When it happened, as far as the phone can tell. */
export type Stamp = {
  /** The phone's own clock. */
  deviceAt: string;
  /** Counts this phone's events, from 1, whatever its clock does. */
  counter: number;
  /** What the server's clock last said to it; null: it has not spoken to us since it was set up. */
  serverAt: string | null;
  /** What the phone's clock said at that very moment. */
  deviceAtServer: string | null;
  /** Milliseconds on the phone's monotonic clock since then; null: the page was closed between. */
  elapsedMs: number | null;
};

export type PhonePosition = { latitude: number; longitude: number; accuracyMetres: number | null };

/** A photo's place in the phone's chain of a day (yyyy-mm-dd by the phone's clock), numbered from 1. */
export type ChainLink = { day: string; number: number; prev: string | null; hash: string };

/** A shot. `sha256` in hex, of the very bytes that are sent. */
export type Shot = {
  id: string;
  sha256: string;
  takenAt: string;
  deliveryId: string;
  link: ChainLink;
};
/** A photo that is sent. `overridden`: what the phone found doubtful, and why the courier kept it all the same. */
export type ShotKept = Shot & {
  bytes: number;
  width: number;
  height: number;
  overridden: { doubts: string[]; reason: string } | null;
  /** Absent: a photo. */
  role?: ShotRole | undefined;
};

type Common = { id: string; deliveryId: string; stamp: Stamp; position: PhonePosition | null };
/** `parcels`: absent: nobody scans, or an earlier program of ours did not. */
export type StartEvent = Common & { kind: "start"; parcels?: ToldParcels | undefined };
/**
 * `collected` null: nothing was to be collected, or an earlier program of ours did not ask. `fiscalData`: who is invoiced, where the courier asked.
 * `refused`: what of the goods was not taken; absent: all was.
 */
export type ConfirmEvent = Common & {
  kind: "confirm";
  receivedBy: string;
  photos: ShotKept[];
  collected: Collected | null;
  /** For whoever comes to this address next; null or missing: nothing new, empty: what was left is taken away. */
  doorNote?: string | null;
  /** Which of the photos shows the gate. */
  gatePhotoId?: string | null;
  fiscalData?: FiscalData | null | undefined;
  proof?: ToldProof | null | undefined;
  refused?: RefusedUnits[] | undefined;
  parcels?: ToldParcels | undefined;
};
export type FailEvent = Common & {
  kind: "fail";
  reason: string;
  note: string | null;
  photos: ShotKept[];
  reattemptOn?: string | null | undefined;
};
/** The goods are at the shop again; `receivedBy`: who took them there. */
export type ReturnEvent = Common & { kind: "return"; receivedBy: string; photos: ShotKept[] };
/** A report of theirs was a mistake: `undoes` is its id. */
export type UndoEvent = Common & { kind: "undo"; undoes: string };
export type DeliveryEvent = StartEvent | ConfirmEvent | FailEvent | ReturnEvent | UndoEvent;

/** About money instead of a delivery. */
type OfMoney = { id: string; deliveryId: null; stamp: Stamp; position: null };
/** How much cash the courier says to have handed over, or counts in what the shop says; minor units. */
export type HandOverEvent = OfMoney & { kind: "hand_over"; handOverId: string; minor: number; currency: string };
/** `sha256`: of the statement that was on the screen. */
export type CountersignEvent = OfMoney & { kind: "countersign"; settlementId: string; sha256: string };
export type DisputeEvent = OfMoney & { kind: "dispute"; settlementId: string; sha256: string; words: string };
export type MoneyEvent = HandOverEvent | CountersignEvent | DisputeEvent;
export type PhoneEvent = DeliveryEvent | MoneyEvent;

export const isMoneyEvent = (event: PhoneEvent): event is MoneyEvent => event.deliveryId === null;

/** One sending: events in any order; shots that were taken again and are kept by nobody close the chain's gaps. */
export type Batch = {
  phoneId: string;
  events: PhoneEvent[];
  dropped: Shot[];
  /** Of the courier's own shift; missing: the phone knows of none. */
  shift?: ShiftEvent[];
  position?: PositionNews | null;
};

/** What became of each on arrival. `taken`: written down just now; `known`: it was before; `refused`: never will be. */
export type Receipt = { id: string; result: "taken" | "known" } | { id: string; result: "refused"; code: "unreadable" | "too_many" };
export type Receipts = { serverAt: string; receipts: Receipt[] };

/** What became of it in the end; codes are worded by `courier.json` (`outcome.<code>`). null: not worked out yet. */
export type Outcome = { code: OutcomeCode; params?: Record<string, string> };
/** `kept_*`: written down as a report beside what stands. */
export const OUTCOME_CODES = [
  "applied",
  "taken_over",
  "delivered_after_cancel",
  "set_out_without_guide",
  "kept_delivered_before",
  "kept_given_to_another",
  "kept_cancelled",
  "kept_undone",
  "not_needed",
  "not_yours",
  "undo_too_late",
  "hindered",
  "money_refused",
] as const;
export type OutcomeCode = (typeof OUTCOME_CODES)[number];

export const MOST_EVENTS = 100;
export const MOST_PHOTOS = 6;
/** A piece of a photo on its way. */
export const PART_BYTES = 64 * 1024;
