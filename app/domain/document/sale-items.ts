import type { OrderLine, SaleOrder, ShippingLine, TaxLine } from "~/domain/order/order";

/** Something sold on an order, goods or shipping, in the order's own amounts. */
export type SaleItem = {
  code: string;
  description: string;
  quantity: number;
  /** Before and after discounts; with the tax in them when the order is tax-included. */
  originalMinor: number;
  netMinor: number;
  taxMinor: number;
  /** The different rates Shopify charged on it; more than one is nothing a single tax can express. */
  rates: number[];
};

export type Sold = Pick<SaleOrder, "lines" | "shippingLines">;

/** What is still on the order: lines edited or refunded away, and shipping that never cost anything, are left out. */
export function saleItems(order: Sold): SaleItem[] {
  const goods = order.lines.filter((line) => line.quantity > 0 || line.netMinor !== 0).map(fromLine);
  const shipping = order.shippingLines.filter((line) => line.originalMinor !== 0 || line.netMinor !== 0).map(fromShipping);
  return [...goods, ...shipping];
}

const fromLine = (line: OrderLine): SaleItem => ({
  code: line.sku?.trim() || lastPart(line.id),
  description: line.title,
  quantity: line.quantity,
  originalMinor: line.originalMinor,
  netMinor: line.netMinor,
  ...taxOf(line.taxLines),
});

const fromShipping = (line: ShippingLine): SaleItem => ({
  // Not the rate's own code: that is a machine's key, and a buyer reads this one on the invoice.
  code: "ENVIO",
  description: line.title,
  quantity: 1,
  originalMinor: line.originalMinor,
  netMinor: line.netMinor,
  ...taxOf(line.taxLines),
});

function taxOf(taxLines: readonly TaxLine[]): Pick<SaleItem, "taxMinor" | "rates"> {
  const rates = [...new Set(taxLines.map((tax) => tax.rateBasisPoints).filter((rate) => rate !== 0))];
  return { rates, taxMinor: taxLines.reduce((sum, tax) => sum + tax.amountMinor, 0) };
}

const lastPart = (gid: string): string => gid.slice(gid.lastIndexOf("/") + 1);
