import type { SaleOrder } from "~/domain/order/order";
import { chargedShipping } from "~/domain/order/shipping-due";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { currentNotice, isAboutPrice } from "./price-notice";

/** What the order charges for shipping has changed: what was said of the price is said anew, or no longer. Part of the caller's transaction. */
export async function renewPriceNotice(s: ShopStore, { id }: DeliveryRecord, before: SaleOrder, now: SaleOrder): Promise<void> {
  if (before.shippingLines.length === now.shippingLines.length && chargedShipping(before) === chargedShipping(now)) return;
  const delivery = await s.delivery(id);
  if (delivery.zoneId !== null && isAboutPrice(delivery.attention))
    await s.updateDelivery(id, { attention: await currentNotice(s, now, delivery) });
}
