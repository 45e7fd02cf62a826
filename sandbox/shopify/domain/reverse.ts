import { Refusal, tell, type Core } from "./core.ts";
import type { Line, Order } from "./order-state.ts";
import type { DispositionType, Return, ReverseDelivery, ReverseOrder } from "./return-state.ts";
import type { Shop } from "./state.ts";

type Part = { fulfillmentLineId: number; quantity: number };

/** Of a line's units that were sent and are in no return yet, so many, shipment by shipment. */
export function returnable(order: Order, line: Line, wanted: number): Part[] {
  const standing = order.returns.filter(({ status }) => status !== "declined" && status !== "canceled").flatMap(({ lines }) => lines);
  const inReturns = (id: number) =>
    standing.filter(({ fulfillmentLineId }) => fulfillmentLineId === id).reduce((sum, { quantity }) => sum + quantity, 0);
  const sent = order.fulfillments.filter(({ status }) => status === "SUCCESS").flatMap(({ lines }) => lines);
  let left = wanted;
  return sent.flatMap(({ id, lineId, quantity: shipped }) => {
    const quantity = lineId === line.id ? Math.min(left, shipped - inReturns(id)) : 0;
    left -= quantity;
    return quantity > 0 ? [{ fulfillmentLineId: id, quantity }] : [];
  });
}

/** All that was sent and is in no return yet, line by line. */
export const sentLines = (order: Order): { line: Line; quantity: number }[] =>
  order.lines.flatMap((line) => {
    const quantity = returnable(order, line, line.quantity).reduce((sum, part) => sum + part.quantity, 0);
    return quantity > 0 ? [{ line, quantity }] : [];
  });

export const openReverseOrder = (core: Core, { lines }: Pick<Return, "lines">): ReverseOrder => ({
  id: core.world.newId(),
  status: "OPEN",
  lines: lines.map(({ fulfillmentLineId, quantity }) => ({ id: core.world.newId(), fulfillmentLineId, quantity, dispositions: [] })),
  deliveries: [],
});

type Found = { order: Order; one: Return; reverseOrder: ReverseOrder };

/** Of a shop's returns that of which this is true. */
export function findReverse(shop: Shop, isIt: (reverseOrder: ReverseOrder) => boolean): Found | null {
  for (const order of shop.orders)
    for (const one of order.returns) if (one.reverseOrder && isIt(one.reverseOrder)) return { order, one, reverseOrder: one.reverseOrder };
  return null;
}

export interface ReverseWish {
  reverseOrderId: number | null;
  /** None: all units of all lines. */
  lines: { id: number | null; quantity: number }[];
  tracking: ReverseDelivery["tracking"];
}

/** Somebody brings the goods back: what, and by which number it can be followed. */
export function createReverseDelivery(core: Core, shop: Shop, wish: ReverseWish): Found & { delivery: ReverseDelivery } {
  const found = findReverse(shop, ({ id }) => id === wish.reverseOrderId);
  if (!found) throw new Refusal("Reverse fulfillment order does not exist.", ["reverseFulfillmentOrderId"], "NOT_FOUND");
  const { reverseOrder, order } = found;
  if (reverseOrder.status !== "OPEN")
    throw new Refusal("Reverse fulfillment order is not open.", ["reverseFulfillmentOrderId"], "INVALID_STATE");
  const wanted = wish.lines.length > 0 ? wish.lines : reverseOrder.lines.map(({ id, quantity }) => ({ id, quantity }));
  const lines = wanted.map(({ id, quantity }) => {
    const line = reverseOrder.lines.find((candidate) => candidate.id === id);
    if (!line) throw new Refusal("Reverse fulfillment order line item does not exist.", ["reverseDeliveryLineItems"], "NOT_FOUND");
    if (quantity < 1 || quantity > line.quantity) throw new Refusal("Quantity is invalid.", ["reverseDeliveryLineItems"], "INVALID");
    return { id: core.world.newId(), reverseLineId: line.id, quantity };
  });
  const delivery: ReverseDelivery = { id: core.world.newId(), tracking: wish.tracking, lines };
  reverseOrder.deliveries.push(delivery);
  tell(core, shop, order, "Return shipment added", "reverse_deliveries/attach_deliverable", "orders/updated");
  return { ...found, delivery };
}

export interface DispositionWish {
  lineId: number | null;
  quantity: number;
  type: DispositionType;
  locationId: number | null;
}

/** What became of units that came back. One with nothing left to decide is closed. */
export function dispose(core: Core, shop: Shop, wishes: DispositionWish[]): Found & { lines: ReverseOrder["lines"] } {
  const first = wishes[0];
  const found = first ? findReverse(shop, ({ lines }) => lines.some(({ id }) => id === first.lineId)) : null;
  if (!found) throw new Refusal("Reverse fulfillment order line item does not exist.", ["dispositionInputs"], "NOT_FOUND");
  const { reverseOrder, order } = found;
  if (reverseOrder.status !== "OPEN") throw new Refusal("Reverse fulfillment order is not open.", ["dispositionInputs"], "INVALID_STATE");
  const lines = wishes.map((wish) => disposeOf(core, reverseOrder, wish));
  if (reverseOrder.lines.every((line) => undisposed(line) === 0)) reverseOrder.status = "CLOSED";
  tell(core, shop, order, "Return received", "reverse_fulfillment_orders/dispose", "orders/updated");
  return { ...found, lines };
}

function disposeOf(
  core: Core,
  { lines }: ReverseOrder,
  { lineId, quantity, type, locationId }: DispositionWish,
): ReverseOrder["lines"][number] {
  const line = lines.find(({ id }) => id === lineId);
  if (!line) throw new Refusal("All line items must belong to the same reverse fulfillment order.", ["dispositionInputs"], "INVALID");
  if (quantity < 1 || quantity > undisposed(line)) throw new Refusal("Quantity is invalid.", ["dispositionInputs", "quantity"], "INVALID");
  if (type === "RESTOCKED" && locationId === null) throw new Refusal("Location is required.", ["dispositionInputs", "locationId"], "BLANK");
  line.dispositions.push({ id: core.world.newId(), type, quantity, locationId, createdAt: core.world.now().toISOString() });
  return line;
}

const undisposed = ({ quantity, dispositions }: ReverseOrder["lines"][number]): number =>
  quantity - dispositions.reduce((sum, one) => sum + one.quantity, 0);
