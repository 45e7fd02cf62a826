/** How money changed hands at the door. */
export const WAYS_TO_PAY = ["cash", "transfer", "card_machine"] as const;
export type WayToPay = (typeof WAYS_TO_PAY)[number];

/** What a courier says to have collected. `reference`: of a transfer or a card slip; `because`: why it is not what was due. */
export type Collected = {
  minor: number;
  currency: string;
  how: WayToPay;
  reference: string | null;
  because: string | null;
};

/** What was to be collected, and how much of it the law lets be paid in banknotes (null: all). Minor units of its currency. */
export type Due = { minor: number; currency: string; cashLimitMinor: number | null };

/** What is wrong with it as a courier types it, or null. Money that was collected all the same is written down whatever is wrong with it. */
export type CollectedProblem = "collected_invalid" | "cash_above_limit" | "reference_missing" | "because_missing";
export function collectedProblem({ minor, how, reference, because }: Collected, due: Due): CollectedProblem | null {
  if (!Number.isSafeInteger(minor) || minor < 0) return "collected_invalid";
  if (isAboveLimit({ minor, how }, due)) return "cash_above_limit";
  if (how !== "cash" && minor > 0 && !reference) return "reference_missing";
  return minor !== due.minor && !because ? "because_missing" : null;
}

/**
 * What follows for the order. `full`, `more`: it is paid; `less`: it stays open; `above_limit`: more banknotes than the law allows, which no
 * document can say; `untold`: something was due and the courier did not say what they collected. Null: there was nothing to collect, and nothing was.
 */
export type Verdict = "full" | "more" | "less" | "above_limit" | "untold";
export function verdictOn(collected: Collected | null, due: Due | null): Verdict | null {
  if (!collected) return due ? "untold" : null;
  if (due ? isAboveLimit(collected, due) : false) return "above_limit";
  if (!due) return collected.minor > 0 ? "more" : null;
  if (collected.currency !== due.currency || collected.minor < due.minor) return "less";
  return collected.minor > due.minor ? "more" : "full";
}

const isAboveLimit = ({ minor, how }: Pick<Collected, "minor" | "how">, { cashLimitMinor }: Due): boolean =>
  how === "cash" && cashLimitMinor !== null && minor > cashLimitMinor;

/** What marks a delivery until its order is paid: a person must see to it. */
export const UNPAID_CODES: readonly string[] = ["collected_less", "collected_untold", "collected_above_limit", "mark_paid_failed"];
