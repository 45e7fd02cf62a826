import { divideHalfUp, type Cents } from "./cents.ts";
import type { Line, Order, Shipping } from "./state.ts";
import { taxOf } from "./tax.ts";

export interface Sums {
  subtotal: Cents;
  discounts: Cents;
  shipping: Cents;
  tax: Cents;
  total: Cents;
}

type Priced = Pick<Order, "lines" | "shipping" | "taxesIncluded">;

export const originalOf = (line: Pick<Line, "unitPrice" | "quantity">): Cents => line.unitPrice * line.quantity;
export const netOf = (line: Line): Cents => originalOf(line) - line.discount;
/** A line's price after discounts for some of its units. */
export const netOfUnits = (line: Line, quantity: number): Cents =>
  line.quantity === 0 ? 0 : divideHalfUp(netOf(line) * quantity, line.quantity);
export const lineTax = (line: Line, net: Cents, order: Pick<Order, "taxesIncluded">): Cents =>
  taxOf(net, line.taxRateBasisPoints, order.taxesIncluded);
export const shippingTax = (shipping: Shipping, order: Pick<Order, "taxesIncluded">): Cents =>
  taxOf(shipping.price, shipping.taxRateBasisPoints, order.taxesIncluded);

function sums(order: Priced, quantity: (line: Line) => number, shipping: Shipping | null): Sums {
  const nets = order.lines.map((line) => ({ line, net: netOfUnits(line, quantity(line)) }));
  const subtotal = nets.reduce((sum, { net }) => sum + net, 0);
  const original = order.lines.reduce((sum, line) => sum + line.unitPrice * quantity(line), 0);
  const lineTaxes = nets.reduce((sum, { line, net }) => sum + lineTax(line, net, order), 0);
  const tax = lineTaxes + (shipping ? shippingTax(shipping, order) : 0);
  const price = shipping?.price ?? 0;
  return { subtotal, discounts: original - subtotal, shipping: price, tax, total: subtotal + price + (order.taxesIncluded ? 0 : tax) };
}

/** As placed. */
export const placedSums = (order: Priced): Sums => sums(order, (line) => line.quantity, order.shipping);

/** As it stands after edits and refunds. */
export function currentSums(order: Priced & Pick<Order, "refunds">): Sums {
  const standing = sums(order, (line) => line.currentQuantity, order.shipping?.isRemoved ? null : order.shipping);
  const adjusted = order.refunds.reduce((sum, refund) => sum + (refund.adjustment?.amount ?? 0), 0);
  return { ...standing, total: standing.total - adjusted };
}

/** Tax by rate, of the order as placed or as it stands. */
export function taxesByRate(order: Priced, which: "placed" | "current"): { rateBasisPoints: number; tax: Cents }[] {
  const byRate = new Map<number, Cents>();
  const add = (rate: number, tax: Cents) => rate > 0 && byRate.set(rate, (byRate.get(rate) ?? 0) + tax);
  for (const line of order.lines) {
    add(line.taxRateBasisPoints, lineTax(line, netOfUnits(line, which === "placed" ? line.quantity : line.currentQuantity), order));
  }
  if (order.shipping && !(which === "current" && order.shipping.isRemoved))
    add(order.shipping.taxRateBasisPoints, shippingTax(order.shipping, order));
  return [...byRate].map(([rateBasisPoints, tax]) => ({ rateBasisPoints, tax }));
}
