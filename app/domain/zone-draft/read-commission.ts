import type { CommissionRule } from "~/domain/rate/commission";
import type { CommissionDraft } from "./draft";
import type { Say } from "./problems";
import { readPaidHours } from "./read-hours";
import { readAmount, readDecimal, readNeededAmount } from "./texts";

export const isPercent = (kind: CommissionRule["kind"]): boolean => kind === "percent_of_shipping" || kind === "percent_of_order";

/** What the courier earns. Says `required`, `negative`, `percent`, `percent_too_high`, `least_above_most`, at each field. */
export function readCommission(say: Say, { kind, amount, percent, bonuses, min, max }: CommissionDraft, currency: string): CommissionRule {
  const isShare = isPercent(kind);
  const rule = {
    kind,
    amountMinor: isShare ? 0 : readNeededAmount(say, "commission.amount", amount, currency),
    basisPoints: isShare ? readPercent(say, percent) : 0,
    bonuses: readPaidHours(say, "commission.bonuses", bonuses, currency),
    minMinor: readAmount(say, "commission.min", min, currency),
    maxMinor: readAmount(say, "commission.max", max, currency),
  };
  if (rule.minMinor !== null && rule.maxMinor !== null && rule.minMinor > rule.maxMinor) say("commission.max", "least_above_most");
  return rule;
}

function readPercent(say: Say, text: string): number {
  const share = Math.round(readDecimal(text.replace("%", "")) * 100);
  if (text.trim() === "") say("commission.percent", "required");
  else if (Number.isNaN(share)) say("commission.percent", "percent");
  else if (share < 0) say("commission.percent", "negative");
  else if (share > 10_000) say("commission.percent", "percent_too_high");
  return share || 0;
}
