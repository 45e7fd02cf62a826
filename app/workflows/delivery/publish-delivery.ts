import { weightier } from "~/domain/attention/weight";
import { formatMinor } from "~/domain/money/money";
import type { SaleOrder } from "~/domain/order/order";
import type { Ports, ShopifyAdmin } from "~/ports/ports";
import type { Attempt, DeliveryRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { priceNotice } from "./price-notice";
import { isRefusal, refusalOf } from "~/workflows/shop/shopify-refusal";

type Input = { shopId: string; deliveryId: string };
type Needs = Pick<Ports, "store" | "admin">;

/** Makes the Shopify order say what our delivery says: metafield, tag, fulfillment, events. Looks before it writes, so it can run any number of times. */
export async function publishDelivery({ store, admin }: Needs, { shopId, deliveryId }: Input): Promise<void> {
  const { orderId } = await store.of(shopId).delivery(deliveryId);
  await store.exclusively(shopId, `on-shopify:${orderId}`, async () => {
    try {
      await publish(store.of(shopId), admin, deliveryId);
      await store.change(shopId, (s) => accepted(s, deliveryId));
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      await store.change(shopId, (s) => refused(s, deliveryId, refusal));
    }
  });
}

/** A person must see why the order at Shopify is not told; what is more urgent stays in sight. */
async function refused(s: ShopStore, deliveryId: string, refusal: Worded): Promise<void> {
  await s.lock(`delivery:${deliveryId}`);
  const { orderId, state, attention } = await s.delivery(deliveryId);
  if (!isRefusal(attention)) {
    const about = { orderId, deliveryId, actor: "system", type: "delivery" };
    await s.record({ ...about, from: state, to: state, reason: refusal });
  }
  await s.updateDelivery(deliveryId, { attention: weightier(attention, refusal) });
}

/** A later try got through: what the refusal had covered is in sight again. */
async function accepted(s: ShopStore, deliveryId: string): Promise<void> {
  await s.lock(`delivery:${deliveryId}`);
  const delivery = await s.delivery(deliveryId);
  if (!isRefusal(delivery.attention)) return;
  const { sale } = await s.order(delivery.orderId);
  await s.updateDelivery(deliveryId, { attention: delivery.courierId ? priceNotice(sale, delivery) : null });
}

async function publish(s: ShopStore, admin: Ports["admin"], deliveryId: string): Promise<void> {
  const [shop, delivery] = [await s.shop(), await s.delivery(deliveryId)];
  const [order, zones, couriers, attempts] = [
    await s.order(delivery.orderId),
    await s.zones(),
    await s.couriers(),
    await s.attemptsOf(deliveryId),
  ];
  const shopify = admin(shop);
  const sale = await shopify.order(order.gid);
  if (!sale) return;
  const money = (minor: number | null) => (minor === null ? null : formatMinor(minor, delivery.currency));
  await shopify.setOrderMetafield(order.gid, "delivery", {
    schemaVersion: 1,
    state: delivery.state,
    zone: zones.find(({ id }) => id === delivery.zoneId)?.name ?? null,
    courier: couriers.find(({ id }) => id === delivery.courierId)?.name ?? null,
    rate: money(delivery.rateMinor),
    commission: money(delivery.commissionMinor),
    currency: delivery.currency,
    reason: delivery.assignment?.code ?? null,
  });
  if (!sale.tags.includes("bim:invoiced")) await shopify.replaceStateTag(order.gid, `bim:${delivery.state}`, sale.tags);
  if (delivery.startedAt)
    await publishProgress(shopify, sale, delivery, attempts, shop.name, (fulfillmentGid) =>
      s.updateDelivery(deliveryId, { fulfillmentGid }),
    );
}

/** The fulfillment is ours when it bears our delivery's id: after a crash it is found again instead of made twice. */
async function publishProgress(
  shopify: ShopifyAdmin,
  sale: SaleOrder,
  delivery: DeliveryRecord,
  attempts: Attempt[],
  company: string,
  remember: (gid: string) => Promise<void>,
): Promise<void> {
  const ours = sale.fulfillments.find(({ trackingNumbers, status }) => trackingNumbers.includes(delivery.id) && status !== "CANCELLED");
  const open = sale.fulfillmentOrders.filter(({ status }) => status === "OPEN" || status === "IN_PROGRESS").map(({ gid }) => gid);
  if (!ours && open.length === 0) return;
  const gid = ours?.gid ?? (await shopify.createFulfillment(open, { company, number: delivery.id }));
  if (gid !== delivery.fulfillmentGid) await remember(gid);
  const known = new Set((ours?.events ?? []).map(({ status, happenedAt }) => `${status} ${seconds(new Date(happenedAt))}`));
  for (const event of eventsOf(delivery, attempts))
    if (!known.has(`${event.status} ${seconds(event.happenedAt)}`)) await shopify.addFulfillmentEvent(gid, event);
}

/** Shopify keeps whole seconds. */
const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

type Progress = Parameters<ShopifyAdmin["addFulfillmentEvent"]>[1];

function eventsOf(delivery: DeliveryRecord, attempts: Attempt[]): Progress[] {
  const started: Progress[] = delivery.startedAt ? [{ status: "OUT_FOR_DELIVERY", happenedAt: delivery.startedAt }] : [];
  return [...started, ...attempts.map(attemptEvent)];
}

const attemptEvent = ({ outcome, happenedAt, latitude, longitude, reason }: Attempt): Progress => ({
  status: outcome === "delivered" ? "DELIVERED" : "ATTEMPTED_DELIVERY",
  happenedAt,
  ...(latitude !== null && longitude !== null ? { latitude, longitude } : {}),
  ...(reason ? { message: reason } : {}),
});
