import { isWithin, type Moment, type Schedule } from "./rate-table";

export const COMMISSION_KINDS = ["fixed", "percent_of_shipping", "percent_of_order", "per_attempt"] as const;
export type CommissionKind = (typeof COMMISSION_KINDS)[number];

/**
 * What the courier earns by a delivery. `amountMinor` for fixed and per attempt, `basisPoints` for the percentages (10 % = 1000). A bonus is
 * added when the delivery is confirmed within its hours; minimum and maximum hold for the whole.
 */
export type CommissionRule = {
  kind: CommissionKind;
  amountMinor: number;
  basisPoints: number;
  bonuses: readonly (Schedule & { amountMinor: number })[];
  minMinor: number | null;
  maxMinor: number | null;
};

/** What a commission is reckoned from; kept with it, so that it can be said how it came about. */
export type CommissionBasis = Earned & {
  rule: CommissionRule;
  /** Absent: it is not over; the number is as for one attempt at the hour of the assignment. */
  isDelivered?: boolean;
  /** The order has other deliveries, and this is reckoned on its part of what the order comes to. Absent: on all of it. */
  partOf?: { totalMinor: number; bearsShipping: boolean };
  /** It is for fetching the goods of a return. */
  ofReturn?: true;
};

export type Earned = { shippingMinor: number; orderMinor: number; attempts: number; at: Moment };

/** The commission of a delivery under a rule, in minor units, half up. */
export function commissionOf(rule: CommissionRule, { shippingMinor, orderMinor, attempts, at }: Earned): number {
  const share = (minor: number): number => Math.floor((minor * rule.basisPoints + 5_000) / 10_000);
  const earned = {
    fixed: rule.amountMinor,
    percent_of_shipping: share(shippingMinor),
    percent_of_order: share(orderMinor),
    per_attempt: rule.amountMinor * Math.max(1, attempts),
  }[rule.kind];
  const bonus = rule.bonuses.filter((one) => isWithin(one, at)).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return Math.min(rule.maxMinor ?? Infinity, Math.max(rule.minMinor ?? 0, earned + bonus));
}

/** The commission that a basis comes to, in minor units: a bonus is for what is delivered, an attempt that failed has none. */
export const reckoned = (basis: CommissionBasis): number =>
  commissionOf(basis.isDelivered === false ? withoutBonuses(basis.rule) : basis.rule, basis);

export const withoutBonuses = (rule: CommissionRule): CommissionRule => ({ ...rule, bonuses: [] });

/** The first thing that is wrong with a rule: `negative`, `percent_too_high`, `least_above_most`, `schedule_backwards`, `schedule_without_days`. */
export function commissionProblem({ amountMinor, basisPoints, bonuses, minMinor, maxMinor }: CommissionRule): string | null {
  if ([amountMinor, basisPoints, minMinor ?? 0, maxMinor ?? 0, ...bonuses.map((bonus) => bonus.amountMinor)].some((value) => value < 0))
    return "negative";
  if (basisPoints > 10_000) return "percent_too_high";
  if (minMinor !== null && maxMinor !== null && minMinor > maxMinor) return "least_above_most";
  if (bonuses.some(({ days }) => days.length === 0)) return "schedule_without_days";
  return bonuses.some(({ from, to }) => from >= to) ? "schedule_backwards" : null;
}

export const fixedCommission = (amountMinor: number): CommissionRule => ({
  ...{ kind: "fixed", amountMinor, basisPoints: 0, bonuses: [], minMinor: null, maxMinor: null },
});
