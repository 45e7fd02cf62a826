import { isReverse } from "~/domain/delivery/reverse";
import { bearsShipping, type Sibling } from "~/domain/delivery/bearers";
import type { SaleOrder } from "~/domain/order/order";
import { chargedShipping } from "~/domain/order/shipping-due";
import { destinationInWords } from "~/domain/zone/destination";
import type { DeliveryRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

const ABOUT_PRICE = ["no_zone_price", "shipping_not_charged", "price_differs", "order_edit_no_scope", "order_edit_refused"];
const NOTICES = [...ABOUT_PRICE, "zones_equal", "cash_not_allowed"];

type Priced = Pick<DeliveryRecord, "id" | "rateMinor">;

/**
 * The price at checkout is the buyer's consent: a difference to the zone's is shown, never charged silently (PRODUCT.md). An order has one
 * shipping price, so it is said once, with the delivery among `siblings` that bears it.
 */
export function priceNotice(sale: SaleOrder, { id, rateMinor }: Priced, siblings: readonly Sibling[]): Worded | null {
  if (rateMinor === null) return { code: "no_zone_price", params: { place: destinationInWords(sale) } };
  if (bearsShipping(siblings)?.id !== id) return null;
  if (sale.shippingLines.length === 0) return { code: "shipping_not_charged", params: { zone: rateMinor / 100 } };
  const charged = chargedShipping(sale);
  return charged === rateMinor ? null : { code: "price_differs", params: { charged: charged / 100, zone: rateMinor / 100 } };
}

/** What is to be said of a delivery's price now, when what covered it is over; nothing is charged for what comes back. */
export const currentNotice = async (s: ShopStore, sale: SaleOrder, delivery: DeliveryRecord): Promise<Worded | null> =>
  isReverse(delivery) ? null : priceNotice(sale, delivery, await s.deliveriesOfOrder(delivery.orderId));

/** Whether nothing more urgent than the price is marked: it can be made anew, so it may give way. */
export const isOnlyNotice = (attention: Worded | null): boolean => attention === null || NOTICES.includes(attention.code);

/** Whether it is the price, or nothing, that is marked: what changes it may take it away. */
export const isAboutPrice = (attention: Worded | null): boolean => attention === null || ABOUT_PRICE.includes(attention.code);
