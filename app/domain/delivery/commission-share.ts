import type { CommissionBasis } from "~/domain/rate/commission";
import type { Share } from "./share-of-order";

/** `rateMinor`: the price of the delivery's zone; `totalMinor`: what the order comes to. */
type Money = { rateMinor: number | null; totalMinor: number };
type Counted = Pick<CommissionBasis, "shippingMinor" | "orderMinor" | "partOf">;

/** What a delivery's commission is reckoned on: its part of the order, and the order's shipping where it bears it. */
export const countedOn = ({ orderMinor, bearsShipping, isWhole }: Share, { rateMinor, totalMinor }: Money): Counted => ({
  ...{ orderMinor, shippingMinor: bearsShipping ? (rateMinor ?? 0) : 0 },
  ...(isWhole ? {} : { partOf: { totalMinor, bearsShipping } }),
});

/**
 * The same commission on another part of the order. Null: nothing changes. What is delivered was reckoned on the order as it was then, and is
 * only touched where shipping came to it or left it.
 */
export function onShare(basis: CommissionBasis, share: Share, money: Money): CommissionBasis | null {
  const { partOf, ...own } = basis;
  const isSettled = basis.isDelivered === true && (partOf?.bearsShipping ?? true) === share.bearsShipping;
  if (isSettled) return null;
  const counted = countedOn(share, money);
  const isSame = JSON.stringify(countedOnBefore(basis)) === JSON.stringify(counted);
  return isSame ? null : { ...own, ...counted };
}

const countedOnBefore = ({ orderMinor, shippingMinor, partOf }: CommissionBasis): Counted => ({
  ...{ orderMinor, shippingMinor },
  ...(partOf ? { partOf: { totalMinor: partOf.totalMinor, bearsShipping: partOf.bearsShipping } } : {}),
});
