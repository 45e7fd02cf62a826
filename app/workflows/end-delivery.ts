import type { DeliveryState } from "~/domain/delivery/states";
import type { ShopStore } from "~/ports/store";

const IS_OVER = new Set<DeliveryState>(["delivered", "returned", "cancelled"]);
const IS_AT_THE_SHOP = new Set<DeliveryState>(["unassigned", "assigned"]);

/** Shopify's order was cancelled: so is its delivery, wherever it is. Part of the caller's transaction. */
export async function cancelDelivery(s: ShopStore, orderId: string): Promise<void> {
  await s.record({ orderId, actor: "merchant", type: "order", from: "received", to: "cancelled" });
  await end(s, orderId, "order_cancelled", () => true);
}

/** All of the order was given back: what is still at the shop stays there, of what is out somebody must tell the courier. A waiting invoice says so. */
export async function takeBackDelivery(s: ShopStore, orderId: string): Promise<void> {
  const attention = { code: "order_refunded" };
  await end(s, orderId, attention.code, (state) => IS_AT_THE_SHOP.has(state));
  const document = await s.invoiceOfOrder(orderId);
  if (document?.state !== "waiting_for_data") return;
  const { id: documentId, state } = document;
  await s.updateDocument(documentId, { attention });
  await s.record({ orderId, documentId, actor: "system", type: "document", from: state, to: state, reason: attention });
}

async function end(s: ShopStore, orderId: string, code: string, mayCancel: (state: DeliveryState) => boolean): Promise<void> {
  const { id } = (await s.deliveryOfOrder(orderId)) ?? {};
  if (!id) return;
  await s.lock(`delivery:${id}`);
  const { state } = await s.delivery(id);
  if (IS_OVER.has(state)) return;
  const isCancelled = mayCancel(state);
  await s.updateDelivery(id, isCancelled ? { state: "cancelled", attention: null } : { attention: { code } });
  const to = isCancelled ? "cancelled" : state;
  await s.record({ orderId, deliveryId: id, actor: "system", type: "delivery", from: state, to, reason: { code } });
  if (isCancelled) await s.enqueue("publish-delivery", { shopId: s.shopId, deliveryId: id });
}
