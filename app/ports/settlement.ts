import type { Taken } from "~/domain/delivery/owed";
import type { Sums } from "~/domain/settlement/balance";
import type { Entry } from "~/domain/settlement/entry";
import type { Counted, Side } from "~/domain/settlement/hand-over";
import type { SettlementState } from "~/domain/settlement/settlement-state";

/** An entry as it is kept; `happenedAt` as far as we know, `recordedAt` by our clock. */
export type EntryRecord = Entry & { id: string; courierId: string; happenedAt: Date; recordedAt: Date; actor: string };
/** `order`: the name of the order whose delivery it is about. */
export type EntryView = EntryRecord & { order: string | null };
/** Without a time: now. */
export type NewEntry = Entry & { courierId: string; happenedAt?: Date; actor: string };

export type HandOverRecord = Counted & {
  id: string;
  courierId: string;
  currency: string;
  /** Who spoke of it first, and when. */
  saidBy: Side;
  saidAt: Date;
  /** When both had said the same. */
  agreedAt: Date | null;
};

/** A statement that was issued. `content`: its very text; `sha256`: of that text in UTF-8, in hex. */
export type SettlementRecord = {
  id: string;
  courierId: string;
  number: number;
  currency: string;
  /** yyyy-mm-dd in the shop's zone. */
  until: string;
  state: SettlementState;
  content: string;
  sha256: string;
  issuedAt: Date;
  issuedBy: string;
  answeredAt: Date | null;
  /** In the courier's own words. */
  dispute: string | null;
  paidAt: Date | null;
  paidMinor: number | null;
};

/** Couriers' accounts. */
export interface SettlementStore {
  /** How many were new: one whose key the courier has already counts no second time. */
  insertEntries(entries: NewEntry[]): Promise<number>;
  /** What a courier was credited for a delivery, but for attempts that count beside it. */
  earnedEntries(courierId: string, deliveryId: string): Promise<EntryRecord[]>;
  /** What was collected at the door for an order and not taken back, the oldest first. */
  collectedForOrder(orderId: string): Promise<EntryRecord[]>;
  /** What couriers have for orders that Shopify does not count as paid yet; none for those of which nothing was collected. */
  takenFor(orderIds: readonly string[]): Promise<Map<string, Taken>>;
  /** Entries since an instant, the latest first. */
  entriesSince(courierId: string, since: Date): Promise<EntryView[]>;
  /** Entries that happened before an instant and stand in no statement, in one currency. */
  openEntries(courierId: string, of: { currency: string; before: Date }): Promise<EntryView[]>;
  /** By courier, in one currency. */
  courierSums(currency: string): Promise<Map<string, Sums>>;
  sumsOfCourier(courierId: string, currency: string): Promise<Sums>;
  /** Cash of the shop's that couriers have in hand, by courier, in minor units of the shop's currency. */
  cashInHand(): Promise<Map<string, number>>;

  /** False: this id is known. */
  insertHandOver(handOver: HandOverRecord): Promise<boolean>;
  /** For ids that came from outside. */
  findHandOver(id: string): Promise<HandOverRecord | null>;
  updateHandOver(id: string, patch: Partial<Counted & Pick<HandOverRecord, "agreedAt">>): Promise<void>;
  /** A courier's, those that are open and those spoken of since an instant, the latest first. */
  handOvers(courierId: string, since: Date): Promise<HandOverRecord[]>;

  /** With the entries that stand in it; each stands in one. */
  insertSettlement(settlement: SettlementRecord, entryIds: string[]): Promise<void>;
  /** For ids that came from outside. */
  findSettlement(id: string): Promise<SettlementRecord | null>;
  /** The latest first, those that were withdrawn among them, so many at most. */
  settlements(courierId: string, most: number): Promise<SettlementRecord[]>;
  /** The last that was not withdrawn, in one currency. */
  standingSettlement(courierId: string, currency: string): Promise<SettlementRecord | null>;
  updateSettlement(
    id: string,
    patch: Partial<Pick<SettlementRecord, "state" | "answeredAt" | "dispute" | "paidAt" | "paidMinor">>,
  ): Promise<void>;
  /** Its entries stand in no statement again. */
  freeEntries(settlementId: string): Promise<void>;
}
