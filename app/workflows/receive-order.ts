import type { SaleOrder } from "~/domain/order/order";
import type { Ports } from "~/ports/ports";
import type { OrderRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { comeBack } from "./leave-run";
import { requestInvoice } from "./request-invoice";
import { resumeDocument } from "./resume-document";

type Input = { shopId: string; orderGid: string; webhook?: { topic: string; webhookId: string } };
type Needs = Pick<Ports, "store" | "admin" | "clock" | "countries" | "log">;

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
    const sale = shop.uninstalledAt ? null : await ports.admin(shop).order(orderGid);
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
  const known = await s.orderByGid(sale.gid);
  if (!known) return begin(ports, s, await s.insertOrder({ sale, fiscalData: sale.fiscalData, readAt }));
  if (new Date(sale.updatedAt) < known.updatedAt) return "older than what we have";
  await s.updateOrder(known.id, { sale, fiscalData: sale.fiscalData ?? known.fiscalData, readAt });
  return follow(ports, s, known, sale);
}

async function begin(ports: Needs, s: ShopStore, order: OrderRecord): Promise<string> {
  await s.record({ orderId: order.id, actor: "shopper", type: "order", from: null, to: "received" });
  if (order.sale.cancelledAt) return "new, cancelled";
  const delivery = await s.insertDelivery({ orderId: order.id, currency: order.sale.currency });
  await s.enqueue("assign-delivery", { shopId: s.shopId, deliveryId: delivery.id });
  if (isPaid(order.sale)) await requestInvoice(ports, s, { order, moment: "on_payment" });
  return "new";
}

/** What a change means for the delivery and the invoice. */
async function follow(ports: Needs, s: ShopStore, known: OrderRecord, sale: SaleOrder): Promise<string> {
  const order = { ...known, sale };
  if (isPaid(sale) && !isPaid(known.sale)) {
    await s.record({
      orderId: known.id,
      actor: "shopper",
      type: "order",
      from: known.sale.financialStatus,
      to: sale.financialStatus,
      reason: { code: "order_paid" },
    });
    await requestInvoice(ports, s, { order, moment: "on_payment" });
  }
  const delivery = await s.deliveryOfOrder(known.id);
  if (sale.cancelledAt && !known.sale.cancelledAt) await cancel(ports, s, known.id);
  else if (delivery?.state === "unassigned") await s.enqueue("assign-delivery", { shopId: s.shopId, deliveryId: delivery.id });
  await wakeWaitingDocument(s, known.id);
  return "updated";
}

async function cancel({ clock }: Pick<Ports, "clock">, s: ShopStore, orderId: string): Promise<void> {
  await s.record({ orderId, actor: "merchant", type: "order", from: "received", to: "cancelled" });
  const { id } = (await s.deliveryOfOrder(orderId)) ?? {};
  if (!id) return;
  await s.lock(`delivery:${id}`);
  const delivery = await s.delivery(id);
  if (["delivered", "returned", "cancelled"].includes(delivery.state)) return;
  await s.updateDelivery(delivery.id, { state: "cancelled", attention: null });
  await s.record({
    orderId,
    deliveryId: delivery.id,
    actor: "system",
    type: "delivery",
    from: delivery.state,
    to: "cancelled",
    reason: { code: "order_cancelled" },
  });
  await comeBack(s, delivery, { actor: "system", now: clock.now() });
  await s.enqueue("publish-delivery", { shopId: s.shopId, deliveryId: delivery.id });
}

/** Data a document waited for may have come with this change. */
async function wakeWaitingDocument(s: ShopStore, orderId: string): Promise<void> {
  const document = await s.invoiceOfOrder(orderId);
  if (document?.state === "waiting_for_data" && document.attention) await resumeDocument(s, document);
}

const isPaid = (sale: SaleOrder): boolean => sale.financialStatus === "PAID";
