import { OPEN_STATES } from "~/domain/delivery/states";
import type { Courier } from "~/ports/courier-records";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { leaveRun } from "~/workflows/run/leave-run";
import { isOnlyNotice } from "./price-notice";

/** Why somebody must decide of what a courier has who is out of service. */
export const COURIER_INACTIVE = "courier_inactive";

/**
 * A courier is out of service: what is still at the shop waits for another one; of what is with them somebody must decide. Part of
 * the caller's transaction, which holds the lock "assignment" and has all that waits assigned.
 */
export async function handBackStops(s: ShopStore, { id, name }: Pick<Courier, "id" | "name">, now: Date): Promise<void> {
  const reason = { code: COURIER_INACTIVE, params: { courier: name } };
  for (const delivery of await openStopsOf(s, id)) {
    const isAtTheShop = delivery.state === "assigned";
    const { id: deliveryId, orderId, state: from } = delivery;
    if (isAtTheShop) await takeBack(s, delivery);
    else if (isOnlyNotice(delivery.attention)) await s.updateDelivery(deliveryId, { attention: reason });
    const to = isAtTheShop ? "unassigned" : from;
    await s.record({ orderId, deliveryId, actor: "system", type: "delivery", from, to, reason });
    if (isAtTheShop) await leaveRun(s, delivery, { actor: "system", now });
  }
}

async function takeBack(s: ShopStore, { id: deliveryId }: DeliveryRecord): Promise<void> {
  await s.updateDelivery(deliveryId, { state: "unassigned", courierId: null, assignedAt: null, attention: null });
  // If nobody else can take it, Shopify must not go on naming the one who left.
  await s.enqueue("publish-delivery", { shopId: s.shopId, deliveryId });
}

/** Each under its lock, as it then is. Locked in the order of their ids, before any run. */
export async function openStopsOf(s: ShopStore, courierId: string): Promise<DeliveryRecord[]> {
  const open: DeliveryRecord[] = [];
  for (const { id, state } of (await s.deliveriesOfCourier(courierId)).sort((a, b) => a.id.localeCompare(b.id))) {
    if (!OPEN_STATES.includes(state)) continue;
    await s.lock(`delivery:${id}`);
    const delivery = await s.delivery(id);
    if (delivery.courierId === courierId && OPEN_STATES.includes(delivery.state)) open.push(delivery);
  }
  return open;
}
