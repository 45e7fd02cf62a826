import { Refusal, tell, type Core } from "./core.ts";
import type { FulfillmentOrder } from "./fulfillment-state.ts";
import type { Order } from "./order-state.ts";
import type { Shop } from "./state.ts";

type Units = { lineId: number; quantity: number };

/**
 * Sends from another place what has not been sent yet: all of it stays the same fulfilment order, a part becomes one of its own
 * (as fulfillmentOrderMove does).
 */
export function moveFulfillmentOrder(
  core: Core,
  shop: Shop,
  order: Order,
  { from, locationId, units }: { from: FulfillmentOrder; locationId: number; units: Units[] | null },
): string[] {
  if (from.status !== "OPEN") throw new Refusal("Cannot change location of the fulfillment order.", ["id"]);
  if (from.locationId === locationId) throw new Refusal("Cannot move to the same location.", ["newLocationId"]);
  const now = core.world.now().toISOString();
  const taken = units ?? from.lines.map(({ lineId, remaining }) => ({ lineId, quantity: remaining }));
  const isAll = from.lines.every(({ lineId, remaining }) => taken.some((one) => one.lineId === lineId && one.quantity === remaining));
  if (isAll) Object.assign(from, { locationId, updatedAt: now });
  else
    order.fulfillmentOrders.push({
      ...from,
      id: core.world.newId(),
      locationId,
      lines: taken.map((one) => take(core, from, one)),
      createdAt: now,
      updatedAt: now,
    });
  from.lines = from.lines.filter(({ total }) => total > 0);
  return tell(core, shop, order, "Fulfillment location changed", "orders/updated");
}

function take(core: Core, from: FulfillmentOrder, { lineId, quantity }: Units): FulfillmentOrder["lines"][number] {
  const part = from.lines.find((one) => one.lineId === lineId);
  if (!part || quantity < 1 || quantity > part.remaining)
    throw new Refusal("Invalid fulfillment order line item quantity requested.", ["fulfillmentOrderLineItems"]);
  part.total -= quantity;
  part.remaining -= quantity;
  return { id: core.world.newId(), lineId, total: quantity, remaining: quantity };
}
