import type { CourierTerms } from "./terms";

/** What a courier has now. */
export type Workload = {
  /** Not done yet. */
  openStops: number;
  /** Given since the shop's midnight, and since its Monday's. */
  stopsToday: number;
  stopsThisWeek: number;
  /** Of what they carry or are to fetch. */
  openGrams: number;
  /** Collected and not handed over, and what is still to be collected. */
  cashMinor: number;
};

export const NO_WORK: Workload = { openStops: 0, stopsToday: 0, stopsThisWeek: 0, openGrams: 0, cashMinor: 0 };

export type LoadLimit = "capacity_reached" | "open_stops_reached" | "too_heavy" | "cash_limit";

/** The first limit that one more stop would go beyond; null: none. A stop without cash is no matter of the cash limit. */
export function loadLimit(terms: CourierTerms, work: Workload, more: { grams: number; cashMinor: number }): LoadLimit | null {
  if (work.stopsToday >= terms.dailyCapacity) return "capacity_reached";
  if (terms.maxOpenStops !== null && work.openStops >= terms.maxOpenStops) return "open_stops_reached";
  if (terms.maxGrams !== null && more.grams > 0 && work.openGrams + more.grams > terms.maxGrams) return "too_heavy";
  const isOverCash = terms.cashLimitMinor !== null && more.cashMinor > 0 && work.cashMinor + more.cashMinor > terms.cashLimitMinor;
  return isOverCash ? "cash_limit" : null;
}
