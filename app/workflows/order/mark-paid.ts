import { weightier } from "~/domain/attention/weight";
import { firstBrought } from "~/domain/delivery/first-brought";
import { roundingOf } from "~/domain/delivery/refused-units";
import { formatMinor, parseMinor } from "~/domain/money/money";
import { collectedBeyond } from "~/domain/settlement/collected-for-order";
import type { SaleOrder } from "~/domain/order/order";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { ShopifyAdmin } from "~/ports/shopify-admin";
import type { EventRecord, OrderRecord, Worded } from "~/ports/records";
import type { EntryRecord } from "~/ports/settlement";
import type { ShopStore } from "~/ports/store";
import { paidForNothing } from "./paid-for-nothing";

type Input = { shopId: string; orderId: string };

/**
 * What a courier collected in full is paid at Shopify too. Looks first: an order that is paid, also by an answer that was lost, is left alone;
 * one that asks for more by now than was collected is for a person. What was taken back meanwhile was not collected.
 */
export function markOrderPaid({ store, admin }: Pick<Ports, "store" | "admin">, { shopId, orderId }: Input): Promise<void> {
  return store.exclusively(shopId, `capture:${orderId}`, async () => {
    const s = store.of(shopId);
    const [shop, order] = [await s.shop(), await s.order(orderId)];
    const known = { collected: await s.collectedForOrder(orderId), events: await s.eventsOfOrder(orderId) };
    if (known.collected.length === 0) return;
    const roundingMinor = roundingOf(await s.deliveriesOfOrder(orderId));
    try {
      const paid = await markAsPaid(admin(shop, "now"), order.gid, { ...known, roundingMinor });
      await store.change(shopId, (change) => notePaid(change, order, paid));
    } catch (error) {
      if (!(error instanceof PermanentFailure)) throw error;
      const attention = { code: "mark_paid_failed", params: { reason: String(error.params.reason ?? error.code) } };
      const deliveryId = known.collected.at(-1)?.deliveryId ?? null;
      await store.change(shopId, (change) => holdBack(change, { orderId, deliveryId }, attention));
    }
  });
}

type Known = { collected: readonly EntryRecord[]; events: readonly EventRecord[]; roundingMinor: number };

/** The amount that Shopify now counts as paid; null: it was paid before. */
async function markAsPaid(
  shopify: ShopifyAdmin,
  gid: string,
  { collected, events, roundingMinor }: Known,
): Promise<Worded["params"] | null> {
  const sale = await shopify.order(gid);
  if (!sale) throw new PermanentFailure("mark_paid_failed", { reason: "order not found" });
  if (isPaid(sale)) return null;
  if (sale.cancelledAt) throw new PermanentFailure("mark_paid_failed", { reason: "order cancelled" });
  const { outstandingMinor, currency } = sale;
  const minor = collectedBeyond(collected, events, currency);
  const [due, had] = [formatMinor(outstandingMinor, currency), formatMinor(minor, currency)];
  if (minor < outstandingMinor - roundingMinor) throw new PermanentFailure("mark_paid_failed", { reason: `${due} > ${had}` });
  await shopify.markAsPaid(gid);
  return { amount: due, currency, how: collected.at(-1)?.how ?? "cash" };
}

const paidOf = ({ amount, currency }: NonNullable<Worded["params"]>): number => parseMinor(String(amount), String(currency));

const isPaid = ({ financialStatus, outstandingMinor }: SaleOrder): boolean => financialStatus === "PAID" || outstandingMinor <= 0;

async function notePaid(s: ShopStore, { id: orderId, gid }: OrderRecord, params: Worded["params"] | null): Promise<void> {
  await s.lock(`order:${gid}`);
  const { sale } = await s.order(orderId);
  const reason = { code: "marked_paid", ...(params && { params }) };
  const deliveries = await s.deliveriesOfOrder(orderId);
  for (const { id } of deliveries) await s.lock(`delivery:${id}`);
  if (params) await s.record({ orderId, actor: "system", type: "payment", from: sale.financialStatus, to: "paid", reason });
  // It is asked for no more, until Shopify says it anew: what couriers have for it counts as paid from now on.
  if (params) await s.updateOrder(orderId, { sale: { ...sale, outstandingMinor: Math.max(0, sale.outstandingMinor - paidOf(params)) } });
  if (params && (await s.collectedForOrder(orderId)).length === 0) await paidForNothing(s, deliveries);
  await s.enqueue("receive-order", { shopId: s.shopId, orderGid: gid });
}

/** Told with the delivery that brought the money last. */
async function holdBack(s: ShopStore, { orderId, deliveryId }: { orderId: string; deliveryId: string | null }, attention: Worded) {
  const deliveries = await s.deliveriesOfOrder(orderId);
  const delivery = deliveries.find(({ id }) => id === deliveryId) ?? firstBrought(deliveries) ?? deliveries[0];
  if (delivery) await s.updateDelivery(delivery.id, { attention: weightier(delivery.attention, attention) });
  await s.record({ orderId, actor: "system", type: "payment", from: "pending", to: "pending", reason: attention });
}
