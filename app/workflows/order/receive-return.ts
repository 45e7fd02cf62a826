import { receiveOrder } from "./receive-order";

type Input = { shopId: string; returnGid: string; webhook: { topic: string; webhookId: string } };

/** A return has changed, and its webhook does not say of which order: Shopify is asked, and the order is read anew as with any of its changes. */
export async function receiveReturn(ports: Parameters<typeof receiveOrder>[0], { shopId, returnGid, webhook }: Input): Promise<void> {
  const s = ports.store.of(shopId);
  const shop = await s.shop();
  const orderGid = shop.uninstalledAt ? null : await ports.admin(shop).orderOfReturn(returnGid);
  if (orderGid === null) return s.finishWebhook(webhook.topic, webhook.webhookId, "no such return");
  await receiveOrder(ports, { shopId, orderGid, webhook });
}
