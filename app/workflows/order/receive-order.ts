import type { SaleOrder } from "~/domain/order/order";
import type { Ports } from "~/ports/ports";
import type { ShopStore } from "~/ports/store";
import { learnDeparture } from "~/workflows/shop/read-locations";
import { beginOrder, followOrder } from "./follow-order";
import { rememberTold } from "./locate-address";
import { readSale } from "./read-sale";

type Input = { shopId: string; orderGid: string; webhook?: { topic: string; webhookId: string } };
type Needs = Pick<Ports, "store" | "admin" | "clock" | "countries" | "log" | "zones" | "addressKey">;

/**
 * An order is new or has changed: read it anew from Shopify and bring our picture up to date. Any number of times, in any order, the same
 * result. Webhooks come in bursts, our own writes cause some: one that came before the last reading began has nothing to add.
 */
export async function receiveOrder(ports: Needs, { shopId, orderGid, webhook }: Input): Promise<void> {
  const { store } = ports;
  if (webhook && (await isHandled(store.of(shopId), webhook))) return;
  // Read under the lock: Shopify's times are whole seconds, so of two pictures of the same second only the order of reading tells the newer.
  await store.exclusively(shopId, `receive:${orderGid}`, async () => {
    const stored = store.of(shopId);
    if (webhook && (await stored.isReadSince(orderGid, webhook)))
      return stored.finishWebhook(webhook.topic, webhook.webhookId, "read since");
    const shop = await stored.shop();
    const readAt = await stored.readingMoment();
    const sale = shop.uninstalledAt ? null : await readSale(ports.admin(shop), shop, orderGid);
    await store.change(shopId, async (s) => {
      await s.lock(`order:${orderGid}`);
      const outcome = sale ? await keep(ports, s, { sale, readAt }) : "no such order";
      if (webhook) await s.finishWebhook(webhook.topic, webhook.webhookId, outcome);
    });
  });
}

/** One event may reach us under several webhook ids: the second one has nothing to add. */
async function isHandled(s: ShopStore, { topic, webhookId }: { topic: string; webhookId: string }): Promise<boolean> {
  const arrival = await s.webhook(topic, webhookId);
  if (arrival?.processedAt) return true;
  if (!arrival?.eventId || !(await s.isEventProcessed(topic, arrival.eventId))) return false;
  await s.finishWebhook(topic, webhookId, "event known");
  return true;
}

async function keep(ports: Needs, s: ShopStore, { sale, readAt }: { sale: SaleOrder; readAt: Date }): Promise<string> {
  await learnDeparture(s, sale);
  const known = await s.orderByGid(sale.gid);
  if (!known) {
    await rememberTold(ports, s, sale);
    return beginOrder(ports, s, { sale, readAt });
  }
  if (new Date(sale.updatedAt) < known.updatedAt) return "older than what we have";
  await s.updateOrder(known.id, { sale, fiscalData: sale.fiscalData ?? known.fiscalData, readAt });
  return followOrder(ports, s, known, sale);
}
