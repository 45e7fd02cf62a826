import { weightier } from "~/domain/attention/weight";
import { firstBrought } from "~/domain/delivery/first-brought";
import { formatMinor } from "~/domain/money/money";
import { collectedBeyond } from "~/domain/settlement/collected-for-order";
import type { SaleOrder } from "~/domain/order/order";
import { PermanentFailure } from "~/ports/failures";
import type { Ports, ShopifyAdmin } from "~/ports/ports";
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
    try {
      const paid = await markAsPaid(admin(shop, "now"), order.gid, known);
      await store.change(shopId, (change) => notePaid(change, order, paid));
    } catch (error) {
      if (!(error instanceof PermanentFailure)) throw error;
      const attention = { code: "mark_paid_failed", params: { reason: String(error.params.reason ?? error.code) } };
      await store.change(shopId, (change) => holdBack(change, orderId, attention));
    }
  });
}

type Known = { collected: readonly EntryRecord[]; events: readonly EventRecord[] };

/** The amount that Shopify now counts as paid; null: it was paid before. */
async function markAsPaid(shopify: ShopifyAdmin, gid: string, { collected, events }: Known): Promise<Worded["params"] | null> {
  const sale = await shopify.order(gid);
  if (!sale) throw new PermanentFailure("mark_paid_failed", { reason: "order not found" });
  if (isPaid(sale)) return null;
  if (sale.cancelledAt) throw new PermanentFailure("mark_paid_failed", { reason: "order cancelled" });
  const { outstandingMinor, currency } = sale;
  const minor = collectedBeyond(collected, events, currency);
  const [due, had] = [formatMinor(outstandingMinor, currency), formatMinor(minor, currency)];
  if (minor < outstandingMinor) throw new PermanentFailure("mark_paid_failed", { reason: `${due} > ${had}` });
  await shopify.markAsPaid(gid);
  return { amount: due, currency, how: collected.at(-1)?.how ?? "cash" };
}

const isPaid = ({ financialStatus, outstandingMinor }: SaleOrder): boolean => financialStatus === "PAID" || outstandingMinor <= 0;

async function notePaid(s: ShopStore, { id: orderId, gid, sale }: OrderRecord, params: Worded["params"] | null): Promise<void> {
  const reason = { code: "marked_paid", ...(params && { params }) };
  const deliveries = await s.deliveriesOfOrder(orderId);
  for (const { id } of deliveries) await s.lock(`delivery:${id}`);
  if (params) await s.record({ orderId, actor: "system", type: "payment", from: sale.financialStatus, to: "paid", reason });
  if (params && (await s.collectedForOrder(orderId)).length === 0) await paidForNothing(s, deliveries);
  await s.enqueue("receive-order", { shopId: s.shopId, orderGid: gid });
}

async function holdBack(s: ShopStore, orderId: string, attention: Worded): Promise<void> {
  const deliveries = await s.deliveriesOfOrder(orderId);
  const delivery = firstBrought(deliveries) ?? deliveries[0];
  if (delivery) await s.updateDelivery(delivery.id, { attention: weightier(delivery.attention, attention) });
  await s.record({ orderId, actor: "system", type: "payment", from: "pending", to: "pending", reason: attention });
}
