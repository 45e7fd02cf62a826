import { bearsShipping, type Sibling } from "~/domain/delivery/bearers";
import type { OrderRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { askForShipping } from "./charge-shipping";
import { isAboutPrice, priceNotice } from "./price-notice";
import { reckonAnew } from "./reckon-commission";

/**
 * An order's deliveries have changed: each courier's commission is on what theirs now carries, and the order's shipping counts with another
 * one where the one that bore it is gone. `before`: its deliveries as they were. Part of the caller's transaction, under the locks of those
 * that are not over.
 */
export async function shareAnew(s: ShopStore, order: Pick<OrderRecord, "id" | "sale">, before: readonly Sibling[]): Promise<void> {
  const now = await s.deliveriesOfOrder(order.id);
  await reckonAnew(s, order.sale, now);
  const bearer = bearsShipping(now);
  const former = bearsShipping(before);
  if (bearer?.id === former?.id) return;
  for (const one of now) {
    const isConcerned = one.id === bearer?.id || one.id === former?.id;
    if (isConcerned && one.zoneId !== null && isAboutPrice(one.attention))
      await s.updateDelivery(one.id, { attention: priceNotice(order.sale, one, now) });
  }
  if (bearer) await askForShipping(s, bearer, order.sale, now);
}
