import type { DeliveryState } from "~/domain/delivery/states";
import type { ShopStore } from "~/ports/store";
import { tryWaiting } from "~/workflows/assignment/wake";
import { comeBack } from "~/workflows/run/leave-run";

const IS_OVER = new Set<DeliveryState>(["delivered", "returned", "cancelled"]);
const IS_AT_THE_SHOP = new Set<DeliveryState>(["unassigned", "assigned"]);

/** Shopify's order was cancelled: so are its deliveries, wherever they are. Part of the caller's transaction. */
export async function cancelDeliveries(s: ShopStore, orderId: string, now: Date): Promise<void> {
  await s.record({ orderId, actor: "merchant", type: "order", from: "received", to: "cancelled" });
  await end(s, orderId, { code: "order_cancelled", mayCancel: () => true, now });
}

/** All of the order was given back: what is still at the shop stays there, of what is out somebody must tell the courier. A waiting invoice says so. */
export async function takeBackDeliveries(s: ShopStore, orderId: string, now: Date): Promise<void> {
  const attention = { code: "order_refunded" };
  await end(s, orderId, { code: attention.code, mayCancel: (state) => IS_AT_THE_SHOP.has(state), now });
  for (const { id: documentId, state } of await s.invoicesOfOrder(orderId)) {
    if (state !== "waiting_for_data") continue;
    await s.updateDocument(documentId, { attention });
    await s.record({ orderId, documentId, actor: "system", type: "document", from: state, to: state, reason: attention });
  }
}

type End = { code: string; mayCancel: (state: DeliveryState) => boolean; now: Date };

async function end(s: ShopStore, orderId: string, how: End): Promise<void> {
  for (const { id } of await s.deliveriesOfOrder(orderId)) await endOne(s, id, how);
}

async function endOne(s: ShopStore, id: string, { code, mayCancel, now }: End): Promise<void> {
  await s.lock(`delivery:${id}`);
  const delivery = await s.delivery(id);
  const { state, orderId } = delivery;
  if (IS_OVER.has(state)) return;
  const isCancelled = mayCancel(state);
  await s.updateDelivery(id, isCancelled ? { state: "cancelled", attention: null } : { attention: { code } });
  const to = isCancelled ? "cancelled" : state;
  await s.record({ orderId, deliveryId: id, actor: "system", type: "delivery", from: state, to, reason: { code } });
  if (!isCancelled) return;
  await comeBack(s, delivery, { actor: "system", now });
  await tryWaiting(s);
  await s.enqueue("publish-delivery", { shopId: s.shopId, deliveryId: id });
}
