import { Refusal, type Core } from "./core.ts";
import { lineOf, shippingOf } from "./price-lines.ts";
import { nothing, partsOf, takeOff } from "./refund.ts";
import { routeLines, routeOf, shippedUnits } from "./route-lines.ts";
import type { CommittedEdit, EditStep } from "./edit-state.ts";
import type { Line, Order } from "./order-state.ts";
import type { Refund } from "./return-state.ts";

export type EditOutcome = Omit<CommittedEdit, "id" | "at"> & { refund: Refund | null };

/** Applies staged steps in their order. What they take off is kept as a refund record without money, as Shopify does. */
export function applyEdit(core: Core, order: Order, steps: EditStep[]): EditOutcome {
  const outcome: EditOutcome = { added: [], removed: [], addedShipping: [], removedShipping: [], refund: null };
  for (const step of steps) applyStep(core, order, step, outcome);
  return outcome;
}

function applyStep(core: Core, order: Order, step: EditStep, outcome: EditOutcome): void {
  switch (step.kind) {
    case "quantity":
      return setQuantity(core, order, step, outcome);
    case "add_line":
      return addLine(core, order, step, outcome);
    case "add_shipping":
      order.shippingLines.push(shippingOf({ title: step.title, code: "custom", price: step.price, source: "shopify" }, step.id));
      outcome.addedShipping.push(step.id);
      return;
    case "remove_shipping": {
      const line = order.shippingLines.find((one) => one.id === step.shippingLineId && !one.isRemoved);
      if (!line) throw new Refusal("The shipping line is not on the order", ["shippingLineId"]);
      line.isRemoved = true;
      outcome.removedShipping.push(line.id);
    }
  }
}

// Adding units raises what was ordered; taking some off lowers only what stands.
function setQuantity(core: Core, order: Order, step: Extract<EditStep, { kind: "quantity" }>, outcome: EditOutcome): void {
  const line = order.lines.find((one) => one.id === step.lineId);
  if (!line || step.quantity < shippedUnits(order, line.id)) throw new Refusal("Only unfulfilled line items can be edited", ["lines"]);
  const delta = step.quantity - line.currentQuantity;
  if (delta > 0) addUnits(order, line, delta, outcome);
  if (delta >= 0) return;
  const parts = partsOf(core, order, { ...nothing, lines: [{ line, quantity: -delta, restock: step.restock ? "cancel" : "no_restock" }] });
  const record = takeOff(core, order, { ...parts, adjustment: 0, note: null });
  if (outcome.refund) {
    outcome.refund.lines.push(...record.lines);
    order.refunds.pop();
  } else outcome.refund = record;
  outcome.removed.push({ id: line.id, delta: -delta });
}

function addUnits(order: Order, line: Line, delta: number, outcome: EditOutcome): void {
  if (line.discount + line.ownDiscount > 0) throw new Refusal("Units can't be added to a discounted line", ["lines"]);
  // Its rounding would no longer be that of what was ordered less what was taken off.
  if (line.currentQuantity < line.quantity) throw new Refusal("Units can't be added to a line that units were taken off", ["lines"]);
  line.quantity += delta;
  line.currentQuantity += delta;
  const one = order.fulfillmentOrders.find(({ lines }) => lines.some((part) => part.lineId === line.id));
  for (const part of one?.lines ?? [])
    if (part.lineId === line.id) Object.assign(part, { total: part.total + delta, remaining: part.remaining + delta });
  if (one && one.status === "CLOSED")
    one.status = order.fulfillments.some((sent) => sent.fulfillmentOrderIds.includes(one.id)) ? "IN_PROGRESS" : "OPEN";
  outcome.added.push({ id: line.id, delta });
}

function addLine(core: Core, order: Order, step: Extract<EditStep, { kind: "add_line" }>, outcome: EditOutcome): void {
  const { id, title, sku, quantity, price, taxRateBasisPoints, requiresShipping } = step;
  const taxable = taxRateBasisPoints > 0;
  const line = lineOf({ title, sku, quantity, unitPrice: price, taxable, taxRateBasisPoints, requiresShipping }, { id, discount: 0 });
  order.lines.push(line);
  const shop = core.world.state.shops.find(({ orders }) => orders.some((one) => one.id === order.id))!;
  order.fulfillmentOrders.push(...routeLines(core, order, [{ line, route: routeOf(shop, order.source, line) }]));
  outcome.added.push({ id, delta: quantity });
}
