import type { PricedOrder } from "~/domain/document/totals";
import type { OrderLine, ShippingLine, TaxLine } from "~/domain/order/order";

const untouched = (netMinor: number, taxLines: TaxLine[]) => ({
  originalMinor: netMinor,
  netMinor,
  taxLines,
  orderedNetMinor: netMinor,
  orderedTaxLines: taxLines,
});

/** An order's line of which nothing was taken off, unless told. */
export function aSaleLine(line: Partial<OrderLine> = {}): OrderLine {
  const { quantity = 1, netMinor = 1000, taxLines = [] } = line;
  return {
    id: "gid://shopify/LineItem/7",
    title: "Café",
    sku: "CAF-1",
    productId: null,
    productTags: [],
    productTaxCategory: null,
    orderedQuantity: quantity,
    quantity,
    requiresShipping: true,
    isGiftCard: false,
    ...untouched(netMinor, taxLines),
    ...line,
  };
}

export function aShippingLine(line: Partial<ShippingLine> = {}): ShippingLine {
  const { netMinor = 300, taxLines = [] } = line;
  return {
    id: "gid://shopify/ShippingLine/1",
    title: "Norte",
    code: null,
    ...untouched(netMinor, taxLines),
    ...line,
  };
}

/** An order with nothing on it, and nothing taken off it, but what is told. */
export const aPricedOrder = (order: Partial<PricedOrder> = {}): PricedOrder => ({
  lines: [],
  removedLines: [],
  shippingLines: [],
  removedShippingLines: [],
  refunds: [],
  taxesIncluded: true,
  tipMinor: 0,
  dutiesMinor: 0,
  additionalFeesMinor: 0,
  totalMinor: 0,
  currency: "USD",
  ...order,
});
