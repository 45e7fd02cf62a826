import type { Entry } from "./entry";

/** Sums of one courier's entries in one currency, in minor units. Of what was collected only cash is in the courier's pocket. */
export type Sums = {
  earned: number;
  collectedCash: number;
  collectedOtherwise: number;
  handedOver: number;
  paid: number;
  adjusted: number;
};

export const NO_SUMS: Sums = { earned: 0, collectedCash: 0, collectedOtherwise: 0, handedOver: 0, paid: 0, adjusted: 0 };

type Counted = Pick<Entry, "kind" | "minor" | "how">;

const columnOf = ({ kind, how }: Counted): keyof Sums => {
  switch (kind) {
    case "earned":
    case "paid":
    case "adjusted":
      return kind;
    case "handed_over":
      return "handedOver";
    case "collected":
      return how === "cash" ? "collectedCash" : "collectedOtherwise";
  }
};

/** Adds up entries of one currency. */
export function sumsOf(entries: readonly Counted[]): Sums {
  const sums = { ...NO_SUMS };
  for (const entry of entries) sums[columnOf(entry)] += entry.minor;
  return sums;
}

/** `owed`: what the shop owes the courier (negative: the other way round); `cashInHand`: banknotes of the shop's that the courier holds. */
export type Balance = { owed: number; cashInHand: number };

export const balanceOf = ({ earned, adjusted, paid, collectedCash, handedOver }: Sums): Balance => ({
  owed: earned + adjusted - paid,
  cashInHand: collectedCash - handedOver,
});

export const plus = (a: Balance, b: Balance): Balance => ({ owed: a.owed + b.owed, cashInHand: a.cashInHand + b.cashInHand });
