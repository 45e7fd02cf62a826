import { weightier } from "~/domain/attention/weight";
import { planWays } from "~/domain/order/match-ways";
import type { SaleOrder } from "~/domain/order/order";
import type { Ports } from "~/ports/ports";
import type { ShopifyAdmin } from "~/ports/shopify-admin";
import type { Attempt } from "~/ports/door-records";
import type { DeliveryRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { isReverse } from "~/domain/delivery/reverse";
import { proposeRefund } from "~/workflows/return/settle-returned";
import { tellReturn } from "~/workflows/return/tell-return";
import { deliveryMetafield } from "./delivery-metafield";
import { openPin } from "./tell-pin";
import { currentNotice } from "./price-notice";
import { isRefusal, refusalOf } from "~/workflows/shop/shopify-refusal";

type Input = { shopId: string; deliveryId: string };
type Needs = Pick<Ports, "store" | "admin" | "links">;

/** Makes the Shopify order say what our deliveries say: metafield, tag, fulfillment, events. Looks before it writes, so it can run any number of times. */
export async function publishDelivery({ store, admin, links }: Needs, { shopId, deliveryId }: Input): Promise<void> {
  const { orderId } = await store.of(shopId).delivery(deliveryId);
  await store.exclusively(shopId, `on-shopify:${orderId}`, async () => {
    try {
      await publish({ admin, links }, store.of(shopId), deliveryId);
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
  await s.updateDelivery(deliveryId, { attention: delivery.courierId ? await currentNotice(s, sale, delivery) : null });
  if (isReverse(delivery) && delivery.state === "delivered" && !delivery.owesRest) await proposeRefund(s, deliveryId);
}

async function publish({ admin, links }: Pick<Ports, "admin" | "links">, s: ShopStore, deliveryId: string): Promise<void> {
  const [shop, delivery] = [await s.shop(), await s.delivery(deliveryId)];
  const [order, attempts] = [await s.order(delivery.orderId), await s.attemptsOf(deliveryId)];
  const shopify = admin(shop);
  if (isReverse(delivery)) return tellReturn(shopify, delivery);
  const sale = await shopify.order(order.gid);
  if (!sale) return;
  const deliveries = await s.deliveriesOfOrder(order.id);
  const told = deliveryMetafield(deliveries, {
    zones: await s.zones(),
    couriers: await s.couriers(),
    pinOf: (one) => openPin({ links }, shop, one),
  });
  await shopify.setOrderMetafield(order.gid, "delivery", told);
  if (!sale.tags.includes("bim:invoiced")) await shopify.replaceStateTag(order.gid, `bim:${told.state}`, sale.tags);
  // What a carrier sent, or was fetched without us, has its shipment.
  if (delivery.method === "carrier" || !(delivery.startedAt || delivery.state === "delivered")) return;
  const openGids = openOrdersOf(sale, deliveries, delivery);
  if (openGids === "moved") return s.enqueue("receive-order", { shopId: s.shopId, orderGid: order.gid });
  const remember = (fulfillmentGid: string) => s.updateDelivery(deliveryId, { fulfillmentGid });
  await publishProgress(shopify, { sale, delivery, attempts, openGids, company: shop.name, remember });
}

const IS_OPEN = new Set(["OPEN", "IN_PROGRESS"]);

/** Those of its own fulfilment orders that can be fulfilled; "moved": Shopify has changed them since, so that the order is to be read first. */
function openOrdersOf(
  sale: SaleOrder,
  deliveries: readonly DeliveryRecord[],
  { id, fulfillmentOrderGids }: DeliveryRecord,
): string[] | "moved" {
  const gids = planWays(sale, deliveries).kept.find((one) => one.id === id)?.way.fulfillmentOrderGids ?? [];
  if ([...gids].sort().join() !== [...fulfillmentOrderGids].sort().join() && gids.length > 0) return "moved";
  return sale.fulfillmentOrders.filter(({ gid, status }) => gids.includes(gid) && IS_OPEN.has(status)).map(({ gid }) => gid);
}

type Publishing = {
  sale: SaleOrder;
  delivery: DeliveryRecord;
  attempts: Attempt[];
  openGids: string[];
  company: string;
  remember(gid: string): Promise<void>;
};

/** The fulfillment is ours when it bears our delivery's id: after a crash it is found again instead of made twice. */
async function publishProgress(
  shopify: ShopifyAdmin,
  { sale, delivery, attempts, openGids, company, remember }: Publishing,
): Promise<void> {
  const ours = sale.fulfillments.find(({ trackingNumbers, status }) => trackingNumbers.includes(delivery.id) && status !== "CANCELLED");
  if (!ours && openGids.length === 0) return;
  const gid = ours?.gid ?? (await shopify.createFulfillment(openGids, { company, number: delivery.id }));
  if (gid !== delivery.fulfillmentGid) await remember(gid);
  const known = new Set((ours?.events ?? []).map(({ status, happenedAt }) => nameOf({ status, happenedAt: new Date(happenedAt) })));
  const isKnown = (event: Progress) => known.has(nameOf(event));
  for (const event of [...corrections(attempts, isKnown), ...eventsOf(delivery, attempts)])
    if (!isKnown(event)) await shopify.addFulfillmentEvent(gid, event);
}

/** Only what Shopify was told, and the buyer by it, is put right: what was delivered, or not met, is on its way. */
const corrections = (attempts: readonly Attempt[], isKnown: (event: Progress) => boolean): Progress[] =>
  attempts.flatMap((one) =>
    one.undoneAt && isKnown(attemptEvent(one)) ? [{ status: "OUT_FOR_DELIVERY" as const, happenedAt: one.undoneAt }] : [],
  );

const nameOf = ({ status, happenedAt }: { status: string; happenedAt: Date }): string => `${status} ${seconds(happenedAt)}`;

/** Shopify keeps whole seconds. */
const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

type Progress = Parameters<ShopifyAdmin["addFulfillmentEvent"]>[1];

function eventsOf(delivery: DeliveryRecord, attempts: Attempt[]): Progress[] {
  const started: Progress[] = delivery.startedAt ? [{ status: "OUT_FOR_DELIVERY", happenedAt: delivery.startedAt }] : [];
  return [...started, ...attempts.filter((one) => one.stands !== false && isOfShipment(delivery, one)).map(attemptEvent)];
}

/** That the rest of what was delivered is at the shop again changes nothing of the shipment. */
const isOfShipment = ({ state }: DeliveryRecord, { outcome }: Attempt): boolean => outcome !== "returned" || state === "returned";

/** Shopify has no word for what came back: to it, the shipment failed. */
const STATUS = { delivered: "DELIVERED", failed: "ATTEMPTED_DELIVERY", returned: "FAILURE" } as const;

const attemptEvent = ({ outcome, happenedAt, latitude, longitude, reason, reasonLabel }: Attempt): Progress => ({
  status: STATUS[outcome],
  happenedAt,
  ...(latitude !== null && longitude !== null ? { latitude, longitude } : {}),
  ...(reason ? { message: reasonLabel ?? reason } : {}),
});
