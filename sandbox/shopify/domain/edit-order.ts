import { Refusal, tell, type Core } from "./core.ts";
import type { Address, Line, Order, Shop } from "./state.ts";

export interface EditWish {
  lines: { line: Line; quantity: number }[];
  shippingAddress: Partial<Address> | null;
  note: string | null;
  email: string | null;
}

/** The merchant edits quantities, the address, the e-mail or the note of an order that has not left. */
export function editOrder(core: Core, shop: Shop, order: Order, wish: EditWish): string[] {
  if (order.cancelledAt) throw new Refusal("A cancelled order can't be edited");
  const changesLines = wish.lines.length > 0;
  if (changesLines && order.fulfillments.some((one) => one.status === "SUCCESS"))
    throw new Refusal("Only unfulfilled line items can be edited", ["lines"]);
  for (const { line, quantity } of wish.lines) setQuantity(order, line, quantity);
  if (wish.shippingAddress) order.shippingAddress = { ...order.shippingAddress, ...wish.shippingAddress };
  if (wish.note !== null) order.note = wish.note;
  if (wish.email !== null) order.email = wish.email;
  return tell(core, shop, order, "Edited", ...(changesLines ? (["orders/edited"] as const) : []), "orders/updated");
}

// Adding units raises what was ordered; taking some off lowers only what stands.
function setQuantity(order: Order, line: Line, quantity: number): void {
  if (quantity > line.quantity) {
    if (line.discount > 0) throw new Refusal("Units can't be added to a discounted line", ["lines"]);
    line.quantity = quantity;
  }
  line.currentQuantity = quantity;
  for (const one of order.fulfillmentOrders) {
    for (const part of one.lines) if (part.lineId === line.id) Object.assign(part, { total: quantity, remaining: quantity });
  }
}
