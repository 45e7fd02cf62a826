import type { SaleOrder } from "./order";

/** One of an order's payments, and how much may go back by it: in the shop's currency, and in the one that the buyer saw. */
export type RefundShare = { gateway: string; parentGid: string | null; minor: number; presentedMinor: number; presentedCurrency: string };

/** What Shopify reckons of units that are to be taken off an order. Net as in OrderLine: with the tax in it where the order is tax-included. */
export type RefundReckoning = { netMinor: number; taxMinor: number; shares: RefundShare[] };

/** What the units cost their buyer, by Shopify's reckoning. */
export const worthOf = ({ netMinor, taxMinor }: RefundReckoning, { taxesIncluded }: Pick<SaleOrder, "taxesIncluded">): number =>
  netMinor + (taxesIncluded ? 0 : taxMinor);

type Paid = Pick<SaleOrder, "totalMinor" | "transactions">;

/**
 * The money that goes back with the units: what was paid beyond the price of all that stays, and no more than they are worth. What was never
 * paid (cash that was not collected, a card of which only a part was captured) does not go back, whatever Shopify would let go.
 */
export function moneyBack(sale: Paid, worth: number, shares: readonly RefundShare[]): RefundShare[] {
  let left = Math.max(0, Math.min(worth, receivedOf(sale) - (sale.totalMinor - worth)));
  return shares.flatMap((share) => {
    const minor = Math.min(left, share.minor);
    left -= minor;
    if (minor <= 0) return [];
    const presentedMinor = minor === share.minor ? share.presentedMinor : Math.round((share.presentedMinor * minor) / share.minor);
    return [{ ...share, minor, presentedMinor }];
  });
}

/** What came in, less what went back. */
function receivedOf({ transactions }: Pick<SaleOrder, "transactions">): number {
  const sum = (...kinds: string[]) =>
    transactions
      .filter(({ kind, status }) => status === "SUCCESS" && kinds.includes(kind))
      .reduce((total, { amountMinor }) => total + amountMinor, 0);
  return sum("SALE", "CAPTURE") - sum("REFUND");
}

export const sumOfShares = (shares: readonly RefundShare[]): number => shares.reduce((sum, { minor }) => sum + minor, 0);
