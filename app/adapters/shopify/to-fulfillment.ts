import type { DeliveryMethod, Fulfillment, FulfillmentOrder } from "~/domain/order/fulfillment";
import type { FulfillmentNode, FulfillmentOrderNode } from "./order-node";

const METHODS: Record<string, DeliveryMethod> = {
  SHIPPING: "shipping",
  LOCAL: "local",
  PICK_UP: "pickup_in_store",
  PICKUP_POINT: "pick_up_point",
  RETAIL: "retail",
  NONE: "none",
};

export const toFulfillmentOrder = (node: FulfillmentOrderNode): FulfillmentOrder => ({
  gid: node.id,
  status: node.status,
  deliveryMethod: METHODS[node.deliveryMethod?.methodType ?? ""] ?? "unknown",
  locationGid: node.assignedLocation.location?.id ?? null,
  lines: node.lineItems.nodes.map(({ lineItem, totalQuantity }) => ({ lineId: lineItem.id, quantity: totalQuantity })),
});

export const toFulfillment = (node: FulfillmentNode): Fulfillment => ({
  gid: node.id,
  status: node.status,
  createdAt: node.createdAt,
  fulfillmentOrderGids: node.fulfillmentOrders.nodes.map(({ id }) => id),
  trackingNumbers: node.trackingInfo.flatMap(({ number }) => number ?? []).filter(Boolean),
  trackingCompany: node.trackingInfo.find(({ company }) => company)?.company ?? null,
  lines: node.fulfillmentLineItems.nodes.map(({ lineItem, quantity }) => ({ lineId: lineItem.id, quantity: quantity ?? 0 })),
  events: node.events.nodes,
});
