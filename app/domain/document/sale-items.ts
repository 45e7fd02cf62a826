import type { OrderLine, SaleOrder, ShippingLine, TaxCategory, TaxLine } from "~/domain/order/order";
import type { LineRef } from "./document";
import type { LineWords } from "./line-words";

/** Something an order charges for, in the order's own amounts. */
export type SaleItem = {
  ref: LineRef;
  code: string;
  description: string;
  quantity: number;
  /** Before and after discounts; with the tax in them when the order is tax-included. */
  originalMinor: number;
  netMinor: number;
  taxLines: TaxLine[];
  category: TaxCategory | null;
};

export type Sold = Pick<SaleOrder, "lines" | "shippingLines" | "dutiesMinor" | "additionalFeesMinor">;

/**
 * What is still on the order: lines edited or refunded away, and shipping that never cost anything, are left out. Duties and fees are lines
 * of their own, at 0 % (docs/decisions/0007-what-an-invoice-adds-up.md).
 */
export function saleItems(order: Sold, words: LineWords): SaleItem[] {
  const goods = order.lines.filter((line) => line.quantity > 0 || line.netMinor !== 0).map(fromLine);
  const shipping = order.shippingLines
    .filter((line) => line.originalMinor !== 0 || line.netMinor !== 0)
    .map((line) => fromShipping(line, words));
  const charges = [charge("duties", order.dutiesMinor, words.duties), charge("fees", order.additionalFeesMinor, words.fees)].filter(
    (item) => item.netMinor !== 0,
  );
  return [...goods, ...shipping, ...charges];
}

const fromLine = (line: OrderLine): SaleItem => ({
  ref: { kind: "line", id: line.id },
  code: line.sku?.trim() || lastPart(line.id),
  description: line.title,
  quantity: line.quantity,
  originalMinor: line.originalMinor,
  netMinor: line.netMinor,
  taxLines: line.taxLines,
  category: line.taxCategory ?? null,
});

const fromShipping = (line: ShippingLine, words: LineWords): SaleItem => ({
  ref: { kind: "shipping", id: line.id },
  // Not the rate's own code: that is a machine's key, and a buyer reads this one on the invoice.
  code: words.shipping.code,
  description: line.title,
  quantity: 1,
  originalMinor: line.originalMinor,
  netMinor: line.netMinor,
  taxLines: line.taxLines,
  category: null,
});

const charge = (kind: "duties" | "fees", amountMinor: number, words: LineWords["duties"]): SaleItem => ({
  ref: { kind, id: "" },
  ...words,
  quantity: 1,
  originalMinor: amountMinor,
  netMinor: amountMinor,
  taxLines: [],
  category: null,
});

const lastPart = (gid: string): string => gid.slice(gid.lastIndexOf("/") + 1);

/** What was paid for an item, tax included, in minor units. */
export const grossOfItem = (item: Pick<SaleItem, "netMinor" | "taxLines">, taxesIncluded: boolean): bigint =>
  BigInt(item.netMinor + (taxesIncluded ? 0 : item.taxLines.reduce((sum, tax) => sum + tax.amountMinor, 0)));
