import type { RefundProposal } from "~/domain/order/refund-proposal";
import { sumOfShares } from "~/domain/order/refund-reckoning";
import { PermanentFailure, TransientFailure } from "~/ports/failures";
import type { Shop } from "~/ports/records";
import { goodsOf, isInvoicedWhole, locationOf, refusedRefund } from "~/workflows/order/refund-refused";
import type { QueryPorts } from "./ports";

/** Nothing to refund any more, or Shopify can't be asked now. */
export type NoProposal = {
  problem: { code: "nothing_to_refund" | "shopify_silent" } | { code: "shopify_refused"; params: { reason: string } };
};

type Needs = Pick<QueryPorts, "store" | "admin" | "ids">;

/** Asks Shopify anew, so that what is proposed is what it would do now. */
export async function refundProposal(ports: Needs, input: { shop: Shop; orderId: string }): Promise<RefundProposal | NoProposal> {
  try {
    return await proposed(ports, input);
  } catch (error) {
    if (error instanceof TransientFailure) return { problem: { code: "shopify_silent" } };
    if (!(error instanceof PermanentFailure)) throw error;
    return { problem: { code: "shopify_refused", params: { reason: String(error.params.reason ?? error.code) } } };
  }
}

async function proposed(
  { store, admin, ids }: Needs,
  { shop, orderId }: { shop: Shop; orderId: string },
): Promise<RefundProposal | NoProposal> {
  const s = store.of(shop.id);
  const [order, deliveries] = [await s.order(orderId), await s.deliveriesOfOrder(orderId)];
  const shopify = admin(shop, "now");
  const sale = await shopify.order(order.gid);
  const isInvoiced = await isInvoicedWhole(s, orderId, deliveries);
  const due = sale && (await refusedRefund(shopify, { sale, deliveries, isInvoiced }));
  if (!sale || !due) return { problem: { code: "nothing_to_refund" } };
  return {
    goods: goodsOf(sale, due.units),
    worthMinor: due.worthMinor,
    backMinor: sumOfShares(due.shares),
    currency: sale.currency,
    ways: due.shares.map(({ gateway, minor }) => ({ gateway, minor })),
    mayRestock: locationOf(sale, due.units) !== null,
    isBack: !deliveries.some(({ owesRest }) => owesRest),
    key: ids.uuid(),
  };
}
