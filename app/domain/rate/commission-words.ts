import { commissionOf, withoutBonuses, type CommissionBasis, type CommissionKind } from "./commission";

/** One thing that makes up a commission, to be put into words; amounts in minor units, `percent` as people write it. */
export type CommissionPart =
  | {
      says: CommissionKind | "percent_of_part" | "shipping_elsewhere";
      minor: number;
      percent: number;
      ofMinor: number;
      wholeMinor: number;
      attempts: number;
    }
  | { says: "bonus"; minor: number }
  | { says: "minimum" | "maximum" | "of_return"; minor: number };

/** How a commission came about, in the order in which it was reckoned. */
export function partsOf(basis: CommissionBasis): CommissionPart[] {
  const { rule, isDelivered, partOf: _part, ofReturn, ...earned } = basis;
  const unbounded = { ...rule, minMinor: null, maxMinor: null };
  const plain = commissionOf(withoutBonuses(unbounded), earned);
  const bonus = isDelivered === false ? 0 : commissionOf(unbounded, earned) - plain;
  const attempts = Math.max(1, earned.attempts);
  const ofMinor = rule.kind === "percent_of_order" ? earned.orderMinor : earned.shippingMinor;
  const base = {
    says: saysOf(basis),
    minor: plain,
    percent: rule.basisPoints / 100,
    ofMinor,
    wholeMinor: basis.partOf?.totalMinor ?? ofMinor,
    attempts,
  };
  const whole = plain + bonus;
  return [
    base,
    ...(bonus > 0 ? [{ says: "bonus" as const, minor: bonus }] : []),
    ...(rule.minMinor !== null && whole < rule.minMinor ? [{ says: "minimum" as const, minor: rule.minMinor }] : []),
    ...(rule.maxMinor !== null && whole > rule.maxMinor ? [{ says: "maximum" as const, minor: rule.maxMinor }] : []),
    ...(ofReturn ? [{ says: "of_return" as const, minor: 0 }] : []),
  ];
}

/** Of an order with several deliveries a percentage says of what: its own part, or shipping that counts with another. */
function saysOf({ rule: { kind }, partOf }: CommissionBasis): CommissionKind | "percent_of_part" | "shipping_elsewhere" {
  if (partOf && kind === "percent_of_order") return "percent_of_part";
  return partOf && !partOf.bearsShipping && kind === "percent_of_shipping" ? "shipping_elsewhere" : kind;
}
