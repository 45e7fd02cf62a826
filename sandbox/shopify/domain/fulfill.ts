import { Refusal, tell, type Core } from "./core.ts";
import { fulfillmentStatus } from "./payment.ts";
import type { Fulfillment, FulfillmentEvent, FulfillmentOrder, Tracking } from "./fulfillment-state.ts";
import type { Order } from "./order-state.ts";
import type { Shop } from "./state.ts";

/** What to ship of a fulfilment order; without lines, all that remains. */
export interface ShipmentWish {
  fulfillmentOrderId: number | null;
  lines: { id: number | null; quantity: number }[] | null;
}

type Found = { order: Order; fulfillmentOrder: FulfillmentOrder };

export function findFulfillmentOrder(shop: Shop, id: number | null): Found | null {
  for (const order of shop.orders) {
    const fulfillmentOrder = order.fulfillmentOrders.find((one) => one.id === id);
    if (fulfillmentOrder) return { order, fulfillmentOrder };
  }
  return null;
}

export function findFulfillment(shop: Shop, id: number | null): { order: Order; fulfillment: Fulfillment } | null {
  for (const order of shop.orders) {
    const fulfillment = order.fulfillments.find((one) => one.id === id);
    if (fulfillment) return { order, fulfillment };
  }
  return null;
}

export function createFulfillment(
  core: Core,
  shop: Shop,
  wishes: ShipmentWish[],
  tracking: Tracking[],
): { order: Order; fulfillment: Fulfillment } {
  const found = wishes.map((wish) => ({ wish, ...resolveWish(shop, wish) }));
  const first = found[0];
  if (!first) throw new Refusal("At least one fulfillment order is required", ["fulfillment", "lineItemsByFulfillmentOrder"]);
  const { order } = first;
  if (found.some((one) => one.order !== order)) throw new Refusal("All fulfillment orders must belong to the same order", ["fulfillment"]);
  const now = core.world.now().toISOString();
  const fulfillment: Fulfillment = {
    id: core.world.newId(),
    status: "SUCCESS",
    createdAt: now,
    updatedAt: now,
    tracking,
    events: [],
    fulfillmentOrderIds: found.map((one) => one.fulfillmentOrder.id),
    lines: found.flatMap((one) => take(core, one.fulfillmentOrder, one.wish)),
  };
  for (const { fulfillmentOrder } of found) {
    const isDone = fulfillmentOrder.lines.every((line) => line.remaining === 0);
    Object.assign(fulfillmentOrder, { status: isDone ? "CLOSED" : "IN_PROGRESS", updatedAt: now });
  }
  order.fulfillments.push(fulfillment);
  const topic = fulfillmentStatus(order) === "FULFILLED" ? "orders/fulfilled" : "orders/partially_fulfilled";
  tell(core, shop, order, `Fulfilled${tracking[0]?.company ? ` with ${tracking[0].company}` : ""}`, topic, "orders/updated");
  return { order, fulfillment };
}

function resolveWish(shop: Shop, wish: ShipmentWish): Found {
  const found = findFulfillmentOrder(shop, wish.fulfillmentOrderId);
  if (!found) throw new Refusal("Fulfillment order does not exist.", ["fulfillment"]);
  const { id, status } = found.fulfillmentOrder;
  if (status !== "OPEN" && status !== "IN_PROGRESS") {
    throw new Refusal(`Fulfillment order ${id} has an unfulfillable status= ${status.toLowerCase()}.`, ["fulfillment"]);
  }
  return found;
}

function take(core: Core, fulfillmentOrder: FulfillmentOrder, wish: ShipmentWish): Fulfillment["lines"] {
  const wanted =
    wish.lines ?? fulfillmentOrder.lines.filter((line) => line.remaining > 0).map((line) => ({ id: line.id, quantity: line.remaining }));
  const taken = wanted.map(({ id, quantity }) => {
    const line = fulfillmentOrder.lines.find((one) => one.id === id);
    if (!line) throw new Refusal("Fulfillment order line item does not exist.", ["fulfillment"]);
    if (quantity < 1 || quantity > line.remaining)
      throw new Refusal("Invalid fulfillment order line item quantity requested.", ["fulfillment"]);
    return { line, quantity };
  });
  return taken.map(({ line, quantity }) => {
    line.remaining -= quantity;
    return { id: core.world.newId(), lineId: line.lineId, fulfillmentOrderLineId: line.id, quantity };
  });
}

export function addEvent(
  core: Core,
  shop: Shop,
  fulfillmentId: number | null,
  event: Omit<FulfillmentEvent, "id" | "createdAt">,
): FulfillmentEvent {
  const found = findFulfillment(shop, fulfillmentId);
  if (!found) throw new Refusal("Fulfillment does not exist.", ["fulfillmentEvent", "fulfillmentId"]);
  if (found.fulfillment.status === "CANCELLED") throw new Refusal("Fulfillment is cancelled.", ["fulfillmentEvent", "fulfillmentId"]);
  const now = core.world.now().toISOString();
  const record = { id: core.world.newId(), createdAt: now, ...event };
  found.fulfillment.events.push(record);
  found.fulfillment.updatedAt = now;
  tell(core, shop, found.order, `Delivery: ${event.status}`, "fulfillment_events/create", "orders/updated");
  return record;
}

export function updateTracking(core: Core, shop: Shop, fulfillmentId: number | null, tracking: Tracking[]): Fulfillment {
  const found = findFulfillment(shop, fulfillmentId);
  if (!found) throw new Refusal("Fulfillment does not exist.", ["fulfillmentId"]);
  Object.assign(found.fulfillment, { tracking, updatedAt: core.world.now().toISOString() });
  tell(core, shop, found.order, "Tracking updated", "orders/updated");
  return found.fulfillment;
}

/** Takes a shipment back: its units can be fulfilled again, by the same fulfilment order. */
export function cancelFulfillment(core: Core, shop: Shop, fulfillmentId: number | null): Fulfillment {
  const found = findFulfillment(shop, fulfillmentId);
  if (!found) throw new Refusal("Fulfillment does not exist.", ["id"]);
  const { order, fulfillment } = found;
  if (fulfillment.status === "CANCELLED") throw new Refusal("Fulfillment is already cancelled.", ["id"]);
  const now = core.world.now().toISOString();
  Object.assign(fulfillment, { status: "CANCELLED", updatedAt: now });
  for (const one of order.fulfillmentOrders.filter((candidate) => fulfillment.fulfillmentOrderIds.includes(candidate.id))) {
    for (const part of one.lines)
      part.remaining += fulfillment.lines.find((line) => line.fulfillmentOrderLineId === part.id)?.quantity ?? 0;
    Object.assign(one, { status: one.lines.every((line) => line.remaining === line.total) ? "OPEN" : "IN_PROGRESS", updatedAt: now });
  }
  tell(core, shop, order, "Fulfillment cancelled", "orders/updated");
  return fulfillment;
}
