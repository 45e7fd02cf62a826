import type { Units } from "~/domain/order/fulfillment";
import type { OrderReturn } from "~/domain/order/order-return";
import type { ReturnHead, ReturnNode } from "./order-node";

/** What else there may be is none that we do anything for. */
const STATUSES: Record<string, OrderReturn["status"]> = { REQUESTED: "REQUESTED", OPEN: "OPEN", CLOSED: "CLOSED", DECLINED: "DECLINED" };

/** Shopify's return in our words. */
export function toReturn(node: ReturnHead | ReturnNode): OrderReturn {
  const { id: gid, status } = node;
  const head = { gid, status: STATUSES[status] ?? ("CANCELED" as const) };
  if (!("returnLineItems" in node)) return { ...head, createdAt: "", lines: [], exchangeLineIds: [], trackingNumbers: [] };
  const deliveries = node.reverseFulfillmentOrders.nodes.flatMap(({ reverseDeliveries }) => reverseDeliveries.nodes);
  return {
    ...head,
    createdAt: node.createdAt,
    lines: unitsOf(node),
    exchangeLineIds: node.exchangeLineItems.nodes.flatMap(({ lineItems }) => (lineItems ?? []).map((line) => line.id)),
    trackingNumbers: deliveries.flatMap(({ deliverable }) => deliverable?.tracking?.number ?? []),
  };
}

/** A line that was sent in several shipments comes back as several: together they are one line's units. */
function unitsOf({ returnLineItems }: ReturnNode): Units[] {
  const units = new Map<string, number>();
  for (const { quantity, fulfillmentLineItem } of returnLineItems.nodes) {
    const id = fulfillmentLineItem?.lineItem.id;
    if (id) units.set(id, (units.get(id) ?? 0) + quantity);
  }
  return [...units].map(([lineId, quantity]) => ({ lineId, quantity }));
}
