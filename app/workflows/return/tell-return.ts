import { fetchedUnits } from "~/domain/delivery/reverse";
import type { Units } from "~/domain/order/fulfillment";
import type { ReverseOrder, ShopifyAdmin } from "~/ports/shopify-admin";
import type { DeliveryRecord } from "~/ports/records";

type Fetched = Pick<DeliveryRecord, "id" | "state" | "returnGid" | "lines" | "refused" | "owesRest">;

/**
 * Makes Shopify's return say what our courier did: that its goods are on their way back, and that they are at the shop and wait to be looked at.
 * Nothing is restocked or refunded by it. Looks before it writes, so it can run any number of times.
 */
export async function tellReturn(
  shopify: Pick<ShopifyAdmin, "reverseOrders" | "addReverseDelivery" | "receiveReturned">,
  delivery: Fetched,
) {
  if (delivery.state !== "delivered" || !delivery.returnGid) return;
  const orders = await shopify.reverseOrders(delivery.returnGid);
  for (const { order, parts } of partsOf(fetchedUnits(delivery), orders)) {
    if (!order.isOpen || parts.length === 0) continue;
    const lines = parts.map(({ gid, quantity }) => ({ gid, quantity }));
    if (!order.trackingNumbers.includes(delivery.id)) await shopify.addReverseDelivery(order.gid, { lines, number: delivery.id });
    // Of what a person has said already what became of it, only the rest is new.
    const here = parts.flatMap(({ gid, quantity, disposed }) => (quantity > disposed ? [{ gid, quantity: quantity - disposed }] : []));
    if (!delivery.owesRest && here.length > 0) await shopify.receiveReturned(here);
  }
}

type Part = { gid: string; quantity: number; disposed: number };

/** What was fetched, line by line of what Shopify expects; a line of the order may be expected by several. */
function partsOf(units: readonly Units[], orders: readonly ReverseOrder[]): { order: ReverseOrder; parts: Part[] }[] {
  const left = new Map(units.map(({ lineId, quantity }) => [lineId, quantity]));
  return orders.map((order) => ({
    order,
    parts: order.lines.flatMap(({ gid, lineId, quantity: expected, disposed }) => {
      const quantity = Math.min(expected, left.get(lineId ?? "") ?? 0);
      if (lineId !== null) left.set(lineId, (left.get(lineId) ?? 0) - quantity);
      return quantity > 0 ? [{ gid, quantity, disposed }] : [];
    }),
  }));
}
