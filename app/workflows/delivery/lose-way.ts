import { hasLeft } from "~/domain/order/match-ways";
import type { Ports } from "~/ports/ports";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { tryWaiting } from "~/workflows/assignment/wake";
import { comeBack } from "~/workflows/run/leave-run";
import { isOnlyNotice } from "./price-notice";

/**
 * Shopify has nothing to be sent by this way any more: what is at the shop stays there, of what our courier is out with a person must say what
 * becomes of it. A carrier's shipment that was taken back is over. Part of the caller's transaction, under the delivery's lock.
 */
export async function loseWay({ clock }: Pick<Ports, "clock">, s: ShopStore, delivery: DeliveryRecord): Promise<void> {
  const { id: deliveryId, orderId, state, attention, method } = delivery;
  const reason = { code: method === "carrier" ? "shipment_cancelled" : "way_gone" };
  const about = { orderId, deliveryId, actor: "merchant", type: "delivery", from: state, reason };
  if (hasLeft(delivery)) {
    if (!isOnlyNotice(attention)) return;
    await s.updateDelivery(deliveryId, { attention: reason });
    return s.record({ ...about, to: state });
  }
  await s.updateDelivery(deliveryId, { state: "cancelled", attention: null });
  await s.record({ ...about, to: "cancelled" });
  await comeBack(s, delivery, { actor: "system", now: clock.now() });
  await tryWaiting(s);
  await s.enqueue("publish-delivery", { shopId: s.shopId, deliveryId });
}
