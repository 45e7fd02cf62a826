import { formatMinor, parseMinor } from "~/domain/money/money";
import type { Units } from "~/domain/order/fulfillment";
import type { RefundReckoning } from "~/domain/order/refund-reckoning";
import type { NewRefund } from "~/ports/shopify-admin";
import { PermanentFailure } from "~/ports/failures";
import { minorIn, sumOf } from "./amounts";
import type { Amount } from "./order-node";
import type { Run } from "./read-on";

type Suggested = {
  gateway: string | null;
  amountSet: Amount & { presentmentMoney: { amount: string; currencyCode: string } };
  parentTransaction: { id: string } | null;
};
type Answer = {
  order: {
    suggestedRefund: {
      refundLineItems: { subtotalSet: Amount; totalTaxSet: Amount }[];
      suggestedTransactions: Suggested[];
    } | null;
  } | null;
};

const linesOf = (units: readonly Units[], restockAt: string | null) =>
  units.map(({ lineId, quantity }) => ({
    lineItemId: lineId,
    quantity,
    ...(restockAt === null ? { restockType: "NO_RESTOCK" } : { restockType: "RETURN", locationId: restockAt }),
  }));

/** What Shopify itself reckons of the units; nothing is changed by asking. */
export async function reckonRefund(run: Run, id: string, units: readonly Units[], currency: string): Promise<RefundReckoning> {
  const { order } = await run<Answer>("SuggestedRefund", { id, lines: linesOf(units, null) });
  if (!order?.suggestedRefund) throw new PermanentFailure("shopify_refused", { reason: "order not found" });
  const { refundLineItems, suggestedTransactions } = order.suggestedRefund;
  const minor = minorIn(currency);
  return {
    netMinor: sumOf(refundLineItems.map(({ subtotalSet }) => minor(subtotalSet))),
    taxMinor: sumOf(refundLineItems.map(({ totalTaxSet }) => minor(totalTaxSet))),
    shares: suggestedTransactions.flatMap(({ gateway, amountSet, parentTransaction }) => {
      const { amount, currencyCode } = amountSet.presentmentMoney;
      const presented = { presentedMinor: parseMinor(amount, currencyCode), presentedCurrency: currencyCode };
      return gateway === null ? [] : [{ gateway, parentGid: parentTransaction?.id ?? null, minor: minor(amountSet), ...presented }];
    }),
  };
}

type Created = { refundCreate: { refund: { totalRefundedSet: Amount } | null } };

/**
 * Sent again under the same key it is the same refund: Shopify's own directive, which it asks for. By its schema `transactions` may be left out; that no
 * money moves then is nowhere said, so what went back is read from the answer.
 */
export async function createRefund(run: Run, orderId: string, refund: NewRefund): Promise<number> {
  const { units, shares, restockAt, note, key, currency, shopCurrency } = refund;
  const input = {
    ...{ orderId, note, currency },
    refundLineItems: linesOf(units, restockAt),
    transactions: shares.map(({ gateway, parentGid, presentedMinor, presentedCurrency }) => ({
      ...{ orderId, gateway, kind: "REFUND", parentId: parentGid },
      amount: formatMinor(presentedMinor, presentedCurrency),
    })),
  };
  const { refundCreate } = await run<Created>("CreateRefund", { input, key });
  return refundCreate.refund ? minorIn(shopCurrency)(refundCreate.refund.totalRefundedSet) : 0;
}
