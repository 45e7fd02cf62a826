import type { Cents } from "./cents.ts";
import { formatCents } from "./cents.ts";
import { Refusal, tell, type Core } from "./core.ts";
import { giveMoneyBack } from "./give-back.ts";
import { receivedOf, refundedOf } from "./payment.ts";
import { withdrawUnits } from "./route-lines.ts";
import type { Line, Order, Shipping } from "./order-state.ts";
import type { Refund, RestockType } from "./return-state.ts";
import type { Shop } from "./state.ts";
import { currentShippingNet, currentSums, lineTax, netOfUnits, shippingTax } from "./totals.ts";

/** What to give back: units, shipping, duties, or a bare amount. */
export interface RefundWish {
  lines: { line: Line; quantity: number; restock?: RestockType }[];
  /** True: all that is left of it; an amount is in the price's own terms (with the tax when prices include it). */
  shipping: boolean | Cents;
  duties: boolean;
  /** The money that goes back, where it is not what the rest is worth. */
  amount: Cents | null;
  note: string | null;
}

export const nothing: RefundWish = { lines: [], shipping: false, duties: false, amount: null, note: null };
export const everythingLeft = (order: Order): RefundWish => ({
  ...nothing,
  lines: order.lines.filter((line) => line.currentQuantity > 0).map((line) => ({ line, quantity: line.currentQuantity })),
  shipping: order.shippingLines.some((one) => currentShippingNet(one) > 0),
  duties: order.duties !== null && order.duties.amount > order.duties.refunded,
  // No refund names fees: they go back as money beyond the rest.
  amount: order.fees.length > 0 ? currentSums(order).total : null,
});

export function refund(core: Core, shop: Shop, order: Order, wish: RefundWish): { refund: Refund; webhookIds: string[] } {
  if (receivedOf(order) === 0) throw new Refusal("Nothing was paid that could be refunded");
  const taken = partsOf(core, order, wish);
  const amount = wish.amount ?? taken.worth;
  const refundable = receivedOf(order) - refundedOf(order);
  if (amount <= 0 || amount > refundable)
    throw new Refusal(`Refund of ${formatCents(amount)} is not within the refundable ${formatCents(refundable)}`, ["amount"]);
  const record = takeOff(core, order, { ...taken, adjustment: amount - taken.worth, note: wish.note });
  record.transactionIds = giveMoneyBack(core, order, amount);
  return { refund: record, webhookIds: tell(core, shop, order, `Refunded ${formatCents(amount)}`, "refunds/create", "orders/updated") };
}

type Parts = Pick<Refund, "lines" | "shipping" | "duties"> & { worth: Cents };

/** What a refund takes off the order and what that is worth; nothing is changed yet. */
export function partsOf(core: Core, order: Order, wish: Pick<RefundWish, "lines" | "shipping" | "duties">): Parts {
  const lines = wish.lines.map(({ line, quantity, restock }) => ({
    id: core.world.newId(),
    lineId: line.id,
    quantity,
    restock: restock ?? ("no_restock" as const),
    ...shareOf(order, line, quantity),
  }));
  const shipping = wish.shipping === false ? [] : shippingShares(core, order, wish.shipping);
  const duties = wish.duties && order.duties ? order.duties.amount - order.duties.refunded : 0;
  const worth = [...lines, ...shipping].reduce((sum, part) => sum + part.subtotal + (order.taxesIncluded ? 0 : part.tax), duties);
  return { lines, shipping, duties, worth };
}

/** Takes the parts off the order and keeps the record, still without money. */
export function takeOff(
  core: Core,
  order: Order,
  { lines, shipping, duties, ...what }: Omit<Parts, "worth"> & { adjustment: Cents; note: string | null },
): Refund {
  const now = core.world.now().toISOString();
  for (const part of lines) {
    order.lines.find((line) => line.id === part.lineId)!.currentQuantity -= part.quantity;
    withdrawUnits(order, part.lineId, part.quantity, now);
  }
  for (const part of shipping) order.shippingLines.find((one) => one.id === part.shippingLineId)!.refunded += part.subtotal;
  if (order.duties) order.duties.refunded += duties;
  const adjustment = what.adjustment === 0 ? null : { id: core.world.newId(), amount: what.adjustment };
  const record: Refund = {
    id: core.world.newId(),
    createdAt: now,
    note: what.note,
    lines,
    shipping,
    duties,
    adjustment,
    transactionIds: [],
  };
  order.refunds.push(record);
  return record;
}

/** The units' share is the difference of two roundings, so that refunds of all units add up to the line. */
function shareOf(order: Order, line: Line, quantity: number): { subtotal: Cents; tax: Cents } {
  if (quantity < 1 || quantity > line.currentQuantity)
    throw new Refusal(`Only ${line.currentQuantity} of "${line.title}" can be refunded`, ["lines"]);
  const before = netOfUnits(line, line.currentQuantity);
  const after = netOfUnits(line, line.currentQuantity - quantity);
  return { subtotal: before - after, tax: lineTax(line, before, order) - lineTax(line, after, order) };
}

function shippingShares(core: Core, order: Order, wanted: true | Cents): Refund["shipping"] {
  const left = order.shippingLines.filter((one) => currentShippingNet(one) > 0);
  const most = left.reduce((sum, one) => sum + currentShippingNet(one), 0);
  if (most === 0) throw new Refusal("There is no shipping left to refund", ["shipping"]);
  if (wanted !== true && wanted > most) throw new Refusal(`Only ${formatCents(most)} of the shipping can be refunded`, ["shipping"]);
  let open = wanted === true ? most : wanted;
  return left.flatMap((one) => {
    const subtotal = Math.min(open, currentShippingNet(one));
    open -= subtotal;
    return subtotal === 0 ? [] : [{ id: core.world.newId(), shippingLineId: one.id, subtotal, tax: shippingShare(order, one, subtotal) }];
  });
}

function shippingShare(order: Order, shipping: Shipping, subtotal: Cents): Cents {
  const before = currentShippingNet(shipping);
  return shippingTax(shipping, order, before) - shippingTax(shipping, order, before - subtotal);
}
