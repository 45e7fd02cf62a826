import type { CommissionBasis } from "~/domain/rate/commission";
import type { WayToPay } from "./collected";

/**
 * `earned`: commission of a delivery; `collected`: money taken at the door; `handed_over`: cash that the shop and the courier agree has changed
 * hands; `paid`: by the shop to the courier; `adjusted`: by a person, with a reason.
 */
export const ENTRY_KINDS = ["earned", "collected", "handed_over", "paid", "adjusted"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/**
 * One line of a courier's account. Written once and never edited: what turns out otherwise is corrected by another line. `minor` is positive as
 * its kind has it (a correction may be negative). `key` names what it follows from, so that the same never counts twice.
 */
export type Entry = {
  key: string;
  kind: EntryKind;
  minor: number;
  currency: string;
  deliveryId: string | null;
  /** Of what was collected. */
  how: WayToPay | null;
  /** What a commission was reckoned from. */
  basis: CommissionBasis | null;
  /** Why a person adjusted it. */
  reason: string | null;
};

const NOTHING_ELSE = { deliveryId: null, how: null, basis: null, reason: null };

/** An entry that says nothing but what is given. */
export const entryOf = (said: Pick<Entry, "key" | "kind" | "minor" | "currency"> & Partial<Entry>): Entry => ({ ...NOTHING_ELSE, ...said });
