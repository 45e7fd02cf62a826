import type { Core } from "./core.ts";
import type { DraftLine } from "./draft.ts";
import type { DeliveryMethod, FulfillmentOrder } from "./fulfillment-state.ts";
import type { Line, Order } from "./order-state.ts";
import type { Shop } from "./state.ts";

export interface Route {
  method: DeliveryMethod;
  locationId: number;
}

export function routeOf(
  shop: Shop,
  source: string,
  line: Pick<DraftLine, "delivery" | "locationId" | "requiresShipping" | "isGiftCard">,
): Route {
  const kind = line.isGiftCard || line.requiresShipping === false ? "none" : "shipping";
  return { method: line.delivery ?? (source === "pos" ? "retail" : kind), locationId: line.locationId ?? shop.locations[0]!.id };
}

/** One fulfilment order for each way and place the lines leave by. */
export function routeLines(core: Core, order: Order, routed: { line: Line; route: Route }[]): FulfillmentOrder[] {
  const groups = Map.groupBy(routed, ({ route }) => `${route.method} ${route.locationId}`);
  return [...groups.values()].map((members) => ({
    id: core.world.newId(),
    status: "OPEN",
    ...members[0]!.route,
    lines: members.map(({ line }) => ({ id: core.world.newId(), lineId: line.id, total: line.quantity, remaining: line.quantity })),
    createdAt: order.createdAt,
    updatedAt: order.createdAt,
  }));
}

/** What is sold over the counter has left with its buyer. */
export function handOver(core: Core, order: Order): void {
  for (const one of order.fulfillmentOrders.filter(({ method }) => method === "retail")) {
    order.fulfillments.push({
      id: core.world.newId(),
      status: "SUCCESS",
      createdAt: order.createdAt,
      updatedAt: order.createdAt,
      fulfillmentOrderIds: [one.id],
      lines: one.lines.map((part) => ({
        id: core.world.newId(),
        lineId: part.lineId,
        fulfillmentOrderLineId: part.id,
        quantity: part.total,
      })),
      tracking: [],
      events: [],
    });
    for (const part of one.lines) part.remaining = 0;
    one.status = "CLOSED";
  }
}

/** Units that will not be sent after all leave their fulfilment orders; one with nothing left is closed. */
export function withdrawUnits(order: Order, lineId: number, quantity: number, now: string): void {
  let left = quantity;
  for (const one of order.fulfillmentOrders.filter(({ status }) => status === "OPEN" || status === "IN_PROGRESS")) {
    for (const part of one.lines.filter((candidate) => candidate.lineId === lineId)) {
      const taken = Math.min(left, part.remaining);
      part.total -= taken;
      part.remaining -= taken;
      left -= taken;
    }
    if (one.lines.every((part) => part.remaining === 0)) Object.assign(one, { status: "CLOSED", updatedAt: now });
  }
}

export const shippedUnits = (order: Order, lineId: number): number =>
  order.fulfillments
    .filter((one) => one.status === "SUCCESS")
    .flatMap((one) => one.lines)
    .filter((one) => one.lineId === lineId)
    .reduce((sum, one) => sum + one.quantity, 0);
