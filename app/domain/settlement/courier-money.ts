import type { CommissionPart } from "~/domain/rate/commission-words";
import type { Balance, Sums } from "./balance";
import type { Entry } from "./entry";
import type { Counted, HandOverState } from "./hand-over";
import type { SettlementState } from "./settlement-state";
import type { Period } from "./statement";

/** A line of the account. `day`: yyyy-mm-dd; `parts`: how a commission came about; `isCorrection`: an earlier line said otherwise. */
export type MoneyLine = Pick<Entry, "kind" | "minor" | "how" | "reason"> & {
  id: string;
  day: string;
  order: string | null;
  parts: CommissionPart[] | null;
  isCorrection: boolean;
};
export type HandOverView = Counted & { id: string; day: string; state: HandOverState };
/** `lines`: while the courier is still to answer. */
export type SettlementView = {
  id: string;
  number: number;
  state: SettlementState;
  period: Period;
  opening: Balance;
  sums: Sums;
  closing: Balance;
  sha256: string;
  dispute: string | null;
  paidMinor: number | null;
  lines: MoneyLine[];
};

/**
 * What a courier sees of their account, in minor units of one currency. `today`: yyyy-mm-dd in the shop's zone; `legalCashMinor`: how much cash the law lets be paid at one door; `lines`: since `since`, the latest first.
 */
export type CourierAccount = {
  currency: string;
  today: string;
  since: string;
  balance: Balance;
  legalCashMinor: number | null;
  lines: MoneyLine[];
  handOvers: HandOverView[];
  settlements: SettlementView[];
};

/** With how much cash they may have at once; null: as much as comes. */
export type CourierMoney = CourierAccount & { cashLimitMinor: number | null };
