import type { SaleOrder } from "~/domain/order/order";
import { chargedShipping } from "~/domain/order/shipping-due";
import { destinationInWords } from "~/domain/zone/destination";
import type { DeliveryRecord, Worded } from "~/ports/records";

const ABOUT_PRICE = ["no_zone_price", "shipping_not_charged", "price_differs", "order_edit_no_scope", "order_edit_refused"];
const NOTICES = [...ABOUT_PRICE, "zones_equal", "cash_not_allowed"];

/** The price at checkout is the buyer's consent: a difference to the delivery's is shown, never charged silently (PRODUCT.md). */
export function priceNotice(sale: SaleOrder, { rateMinor }: Pick<DeliveryRecord, "rateMinor">): Worded | null {
  if (rateMinor === null) return { code: "no_zone_price", params: { place: destinationInWords(sale) } };
  if (sale.shippingLines.length === 0) return { code: "shipping_not_charged", params: { zone: rateMinor / 100 } };
  const charged = chargedShipping(sale);
  return charged === rateMinor ? null : { code: "price_differs", params: { charged: charged / 100, zone: rateMinor / 100 } };
}

/** Whether nothing more urgent than the price is marked: it can be made anew, so it may give way. */
export const isOnlyNotice = (attention: Worded | null): boolean => attention === null || NOTICES.includes(attention.code);

/** Whether it is the price, or nothing, that is marked: what changes it may take it away. */
export const isAboutPrice = (attention: Worded | null): boolean => attention === null || ABOUT_PRICE.includes(attention.code);
