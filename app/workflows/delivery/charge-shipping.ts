import { bearsShipping, type Sibling } from "~/domain/delivery/bearers";
import type { SaleOrder } from "~/domain/order/order";
import { chargedShipping, editHindrance, isShippingMissing } from "~/domain/order/shipping-due";
import { serviceName } from "~/domain/rate/service";
import { chosenService } from "~/domain/zone/price-order";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { EditRefusal } from "~/ports/shopify-admin";
import type { DeliveryRecord, OrderRecord, Shop } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { isOnlyNotice, priceNotice } from "./price-notice";

/** `actor`: the merchant who asked for it; none: the order came without shipping and nothing was paid yet. */
type Input = { shopId: string; deliveryId: string; actor?: string };
type Needs = Pick<Ports, "store" | "admin">;

/**
 * The zone's price goes on the order, by order edit; Shopify writes to the buyer. By itself only on an unpaid order that came without shipping
 * (PRODUCT.md: the price is the buyer's consent); in every other case when the merchant asks. An order's shipping is bought once: only the
 * delivery that bears it asks for a price. Looks first: an edit whose answer was lost is not made again.
 */
export async function chargeShipping({ store, admin }: Needs, { shopId, deliveryId, actor }: Input): Promise<void> {
  const { orderId } = await store.of(shopId).delivery(deliveryId);
  await store.exclusively(shopId, `order-edit:${orderId}`, async () => {
    const s = store.of(shopId);
    const [shop, delivery, order] = [await s.shop(), await s.delivery(deliveryId), await s.order(orderId)];
    const shopify = admin(shop);
    const sale = shop.uninstalledAt ? null : await shopify.order(order.gid);
    if (!sale || delivery.rateMinor === null || !(await isDue(s, { shop, delivery, sale, isAsked: actor !== undefined }))) return;
    const edit = { title: await titleOf(s, shop, delivery, sale), minor: delivery.rateMinor, currency: sale.currency };
    const refusal = await shopify.editShipping(order.gid, { ...edit, replaces: actor !== undefined });
    await store.change(shopId, (change) => keep(change, { delivery, order, sale, refusal, actor: actor ?? "system" }));
  });
}

type Due = { shop: Shop; delivery: DeliveryRecord; sale: SaleOrder; isAsked: boolean };

async function isDue(s: ShopStore, { shop, delivery, sale, isAsked }: Due): Promise<boolean> {
  const bearer = bearsShipping(await s.deliveriesOfOrder(delivery.orderId));
  if (bearer?.id !== delivery.id || (await isInvoiced(s, delivery.orderId))) return false;
  if (isAsked) return editHindrance(sale) === null && (sale.shippingLines.length === 0 || chargedShipping(sale) !== delivery.rateMinor);
  return shop.chargeShipping && isShippingMissing(sale);
}

/** What a document says stays what the order says. */
const isInvoiced = async (s: ShopStore, orderId: string): Promise<boolean> =>
  (await s.invoicesOfOrder(orderId)).some(({ state }) => state !== "waiting_for_data");

async function titleOf(s: ShopStore, { locale }: Shop, { zoneId }: DeliveryRecord, sale: SaleOrder): Promise<string> {
  const zone = (await s.zones()).find(({ id }) => id === zoneId);
  return serviceName((zone && chosenService(zone, sale)) ?? null, locale);
}

type Kept = { delivery: DeliveryRecord; order: OrderRecord; sale: SaleOrder; refusal: EditRefusal | null; actor: string };

async function keep(s: ShopStore, { delivery, order, sale, refusal, actor }: Kept): Promise<void> {
  const params = { charged: chargedShipping(sale) / 100, zone: delivery.rateMinor! / 100 };
  const about = { orderId: order.id, deliveryId: delivery.id, actor, type: "shipping" };
  if (!refusal) {
    await s.record({ ...about, reason: { code: "shipping_charged", params } });
    return s.enqueue("receive-order", { shopId: s.shopId, orderGid: order.gid });
  }
  const code = refusal.state === "no_scope" ? "order_edit_no_scope" : "order_edit_refused";
  const attention = { code, params: { ...params, reason: refusal.reason } };
  await s.lock(`delivery:${delivery.id}`);
  const { attention: marked } = await s.delivery(delivery.id);
  if (isOnlyNotice(marked)) await s.updateDelivery(delivery.id, { attention });
  await s.record({ ...about, reason: attention });
}

/**
 * Part of the caller's transaction: an order that came without shipping gets the price of the delivery that bears it, where the merchant has
 * not chosen otherwise. `siblings`: the order's deliveries.
 */
export async function askForShipping(
  s: ShopStore,
  { id: deliveryId, rateMinor }: Pick<DeliveryRecord, "id" | "rateMinor">,
  sale: SaleOrder,
  siblings: readonly Sibling[],
): Promise<void> {
  if (bearsShipping(siblings)?.id !== deliveryId) return;
  if (rateMinor !== null && rateMinor > 0 && isShippingMissing(sale) && (await s.shop()).chargeShipping)
    await s.enqueue("charge-shipping", { shopId: s.shopId, deliveryId });
}

/**
 * The merchant wants the zone's price on the order. PermanentFailure `invoice_numbered`, `other_currency`, `order_cancelled`, `no_zone_price`,
 * `shipping_with_other` (another of its deliveries bears shipping), `delivery_unknown`.
 */
export async function chargeZonePrice(
  { store }: Pick<Ports, "store">,
  { shopId, orderId, deliveryId, actor }: { shopId: string; orderId: string; deliveryId: string; actor: string },
): Promise<void> {
  await store.change(shopId, async (s) => {
    const siblings = await s.deliveriesOfOrder(orderId);
    const delivery = siblings.find(({ id }) => id === deliveryId);
    if (!delivery) throw new PermanentFailure("delivery_unknown");
    const { sale } = await s.order(orderId);
    const notice = priceNotice(sale, delivery, siblings);
    if (notice?.code === "no_zone_price") throw new PermanentFailure(notice.code, notice.params);
    if (bearsShipping(siblings)?.id !== deliveryId) throw new PermanentFailure("shipping_with_other");
    const hindrance = editHindrance(sale);
    if (hindrance) throw new PermanentFailure(hindrance);
    if (await isInvoiced(s, orderId)) throw new PermanentFailure("invoice_numbered");
    await s.enqueue("charge-shipping", { shopId, deliveryId, actor });
  });
}
