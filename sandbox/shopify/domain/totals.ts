import { divideHalfUp, type Cents } from "./cents.ts";
import type { Line, Order, Shipping } from "./order-state.ts";
import { taxOf } from "./tax.ts";

/** Shopify's sum: total = subtotal + shipping + tax (unless prices include it) + duties + fees + tips. */
export interface Sums {
  /** Lines after discounts, tips left out. */
  subtotal: Cents;
  /** Of the lines. */
  discounts: Cents;
  /** After its discount. */
  shipping: Cents;
  shippingDiscount: Cents;
  tax: Cents;
  duties: Cents;
  fees: Cents;
  tips: Cents;
  total: Cents;
}

export type Priced = Pick<Order, "lines" | "shippingLines" | "taxesIncluded"> & Partial<Pick<Order, "duties" | "fees">>;
type Taxed = Pick<Order, "taxesIncluded">;

export const originalOf = (line: Pick<Line, "unitPrice" | "quantity">): Cents => line.unitPrice * line.quantity;
export const discountOfLine = (line: Pick<Line, "discount" | "ownDiscount">): Cents => line.discount + line.ownDiscount;
export const netOf = (line: Line): Cents => originalOf(line) - discountOfLine(line);
/** A line's price after discounts for some of its units. */
export const netOfUnits = (line: Line, quantity: number): Cents =>
  line.quantity === 0 ? 0 : divideHalfUp(netOf(line) * quantity, line.quantity);
export const lineTax = (line: Line, net: Cents, order: Taxed): Cents => taxOf(net, line.taxRateBasisPoints, order.taxesIncluded);

export const shippingNet = (shipping: Shipping): Cents => shipping.price - shipping.discount;
export const currentShippingNet = (shipping: Shipping): Cents => (shipping.isRemoved ? 0 : shippingNet(shipping) - shipping.refunded);
export const shippingTax = (shipping: Shipping, order: Taxed, net: Cents = shippingNet(shipping)): Cents =>
  taxOf(net, shipping.taxRateBasisPoints, order.taxesIncluded);

type Which = "placed" | "current";
const unitsOf = (line: Line, which: Which): number => (which === "placed" ? line.quantity : line.currentQuantity);
const carriedFor = (shipping: Shipping, which: Which): Cents => (which === "placed" ? shippingNet(shipping) : currentShippingNet(shipping));
const add = (amounts: Cents[]): Cents => amounts.reduce((sum, amount) => sum + amount, 0);

function sums(order: Priced, which: Which): Sums {
  const lines = order.lines.map((line) => ({ line, net: netOfUnits(line, unitsOf(line, which)), units: unitsOf(line, which) }));
  const carried = order.shippingLines.map((shipping) => ({ shipping, net: carriedFor(shipping, which) }));
  const goods = lines.filter(({ line }) => !line.isTip);
  const subtotal = add(goods.map(({ net }) => net));
  const shipping = add(carried.map(({ net }) => net));
  const tax = add([
    ...lines.map(({ line, net }) => lineTax(line, net, order)),
    ...carried.map((one) => shippingTax(one.shipping, order, one.net)),
  ]);
  const tips = add(lines.filter(({ line }) => line.isTip).map(({ net }) => net));
  const duties = order.duties ? order.duties.amount - (which === "current" ? order.duties.refunded : 0) : 0;
  const fees = add((order.fees ?? []).map((fee) => fee.price));
  const discounts = add(goods.map(({ line, net, units }) => line.unitPrice * units - net));
  const shippingDiscount = add(order.shippingLines.map((one) => (which === "current" && one.isRemoved ? 0 : one.discount)));
  const total = subtotal + shipping + (order.taxesIncluded ? 0 : tax) + duties + fees + tips;
  return { subtotal, discounts, shipping, shippingDiscount, tax, duties, fees, tips, total };
}

/** As placed, with what edits added since. */
export const placedSums = (order: Priced): Sums => sums(order, "placed");

/** As it stands after edits and refunds; money given back beyond the lines lowers the total alone. */
export function currentSums(order: Priced & Pick<Order, "refunds">): Sums {
  const standing = sums(order, "current");
  return { ...standing, total: standing.total - add(order.refunds.map((refund) => refund.adjustment?.amount ?? 0)) };
}

/** Tax by rate, of the order as placed or as it stands. */
export function taxesByRate(order: Priced, which: Which): { rateBasisPoints: number; tax: Cents }[] {
  const byRate = new Map<number, Cents>();
  const book = (rate: number, tax: Cents) => rate > 0 && byRate.set(rate, (byRate.get(rate) ?? 0) + tax);
  for (const line of order.lines) book(line.taxRateBasisPoints, lineTax(line, netOfUnits(line, unitsOf(line, which)), order));
  for (const one of order.shippingLines) book(one.taxRateBasisPoints, shippingTax(one, order, carriedFor(one, which)));
  return [...byRate].map(([rateBasisPoints, tax]) => ({ rateBasisPoints, tax }));
}
