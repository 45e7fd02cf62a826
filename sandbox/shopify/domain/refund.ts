import type { Cents } from "./cents.ts";
import { formatCents } from "./cents.ts";
import { Refusal, tell, type Core } from "./core.ts";
import { receivedOf, refundedOf } from "./payment.ts";
import type { Line, Order, Refund, Shop } from "./state.ts";
import { lineTax, netOfUnits, shippingTax } from "./totals.ts";

/** What to give back: units and shipping, or a bare amount; nothing named means all that is left. */
export interface RefundWish {
  lines: { line: Line; quantity: number }[];
  shipping: boolean;
  amount: Cents | null;
  note: string | null;
}

export const everythingLeft = (order: Order): RefundWish => ({
  lines: order.lines.filter((line) => line.currentQuantity > 0).map((line) => ({ line, quantity: line.currentQuantity })),
  shipping: order.shipping !== null && !order.shipping.isRemoved,
  amount: null,
  note: null,
});

export function refund(core: Core, shop: Shop, order: Order, wish: RefundWish): { refund: Refund; webhookIds: string[] } {
  const paid = order.transactions.find((one) => one.status === "SUCCESS" && (one.kind === "SALE" || one.kind === "CAPTURE"));
  if (!paid) throw new Refusal("Nothing was paid that could be refunded");
  const lines = wish.lines.map(({ line, quantity }) => ({
    id: core.world.newId(),
    lineId: line.id,
    quantity,
    ...shareOf(order, line, quantity),
  }));
  const shipping = wish.shipping ? shippingShare(core, order) : null;
  const parts = [...lines, ...(shipping ? [shipping] : [])];
  const amount = wish.amount ?? parts.reduce((sum, part) => sum + part.subtotal + (order.taxesIncluded ? 0 : part.tax), 0);
  const refundable = receivedOf(order) - refundedOf(order);
  if (amount <= 0 || amount > refundable)
    throw new Refusal(`Refund of ${formatCents(amount)} is not within the refundable ${formatCents(refundable)}`, ["amount"]);

  for (const { line, quantity } of wish.lines) line.currentQuantity -= quantity;
  if (shipping && order.shipping) order.shipping.isRemoved = true;
  const now = core.world.now().toISOString();
  const transactionId = core.world.newId();
  order.transactions.push({
    id: transactionId,
    kind: "REFUND",
    status: "SUCCESS",
    amount,
    parentId: paid.id,
    gateway: paid.gateway,
    isManual: paid.isManual,
    createdAt: now,
    authorizationExpiresAt: null,
  });
  const record: Refund = {
    id: core.world.newId(),
    createdAt: now,
    note: wish.note,
    lines,
    shipping,
    adjustment: wish.amount === null ? null : { id: core.world.newId(), amount: wish.amount },
    transactionIds: [transactionId],
  };
  order.refunds.push(record);
  return { refund: record, webhookIds: tell(core, shop, order, `Refunded ${formatCents(amount)}`, "refunds/create", "orders/updated") };
}

/** The units' share is the difference of two roundings, so that refunds of all units add up to the line. */
function shareOf(order: Order, line: Line, quantity: number): { subtotal: Cents; tax: Cents } {
  if (quantity < 1 || quantity > line.currentQuantity)
    throw new Refusal(`Only ${line.currentQuantity} of "${line.title}" can be refunded`, ["lines"]);
  const before = netOfUnits(line, line.currentQuantity);
  const after = netOfUnits(line, line.currentQuantity - quantity);
  return { subtotal: before - after, tax: lineTax(line, before, order) - lineTax(line, after, order) };
}

function shippingShare(core: Core, order: Order): Refund["shipping"] {
  if (!order.shipping || order.shipping.isRemoved) throw new Refusal("There is no shipping left to refund", ["shipping"]);
  return { id: core.world.newId(), subtotal: order.shipping.price, tax: shippingTax(order.shipping, order) };
}
