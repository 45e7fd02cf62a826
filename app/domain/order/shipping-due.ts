import type { SaleOrder, ShippingLine } from "./order";

type Shipped = Pick<SaleOrder, "shippingLines">;
type Editable = Shipped &
  Pick<SaleOrder, "cancelledAt" | "financialStatus" | "currency" | "presentmentCurrency" | "removedShippingLines" | "outstandingMinor">;

/** What the order charges for shipping, before discounts, in minor units. */
export const chargedShipping = ({ shippingLines }: { shippingLines: readonly Pick<ShippingLine, "originalMinor">[] }): number =>
  shippingLines.reduce((sum, { originalMinor }) => sum + originalMinor, 0);

/** Why an order's shipping can't be changed by us, in the codes of i18n; null where it can. */
export function editHindrance({ cancelledAt, currency, presentmentCurrency }: Editable): "order_cancelled" | "other_currency" | null {
  if (cancelledAt) return "order_cancelled";
  // The edit names its price in one currency: of an order seen in another, Shopify alone knows the rate.
  return currency === presentmentCurrency ? null : "other_currency";
}

/**
 * Whether an order came without shipping and may get it without asking: nothing was paid or reserved, and nobody took shipping off it.
 * What the buyer was to pay changes, so Shopify writes to them.
 */
export const isShippingMissing = (sale: Editable): boolean =>
  sale.financialStatus === "PENDING" &&
  sale.shippingLines.length === 0 &&
  sale.removedShippingLines.length === 0 &&
  editHindrance(sale) === null;
