import { firstBrought } from "~/domain/delivery/first-brought";
import { capturesDue } from "~/domain/order/capture-due";
import { formatMinor } from "~/domain/money/money";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { ShopifyAdmin } from "~/ports/shopify-admin";
import type { DeliveryRecord, OrderRecord, Worded } from "~/ports/records";
import type { ShopStore, Store } from "~/ports/store";
import { isProofTakenBack, paidForNothing } from "./paid-for-nothing";
import { refusedRefund } from "./refund-refused";

type Input = { shopId: string; orderId: string };

/**
 * The photo captures the card whatever rule issues the invoice; an invoice that waits for the money is issued after it. A failed capture needs
 * a person: the document says so while it waits, else the delivery does.
 */
export function capturePayment({ store, admin }: Pick<Ports, "store" | "admin">, { shopId, orderId }: Input): Promise<void> {
  return store.exclusively(shopId, `capture:${orderId}`, () => capture(store, admin, shopId, orderId));
}

async function capture(store: Store, admin: Ports["admin"], shopId: string, orderId: string): Promise<void> {
  const s = store.of(shopId);
  const [shop, order] = [await s.shop(), await s.order(orderId)];
  if (await isProofTakenBack(s, orderId)) return;
  try {
    const isCaptured = await captureWhatIsDue(admin(shop, "now"), order.gid, await s.deliveriesOfOrder(orderId));
    await store.change(shopId, (change) => goOn(change, order, isCaptured));
  } catch (error) {
    if (!(error instanceof PermanentFailure)) throw error;
    const attention = { code: "capture_failed", params: { reason: String(error.params.reason ?? error.code) } };
    await store.change(shopId, (change) => holdBack(change, orderId, attention));
  }
}

/**
 * Looks first: a capture whose answer was lost must not be made again. Of what nobody took nothing is taken from the card: a capture is the last
 * of most authorisations, and what is left of it goes back to the buyer by itself.
 */
async function captureWhatIsDue(shopify: ShopifyAdmin, gid: string, deliveries: readonly DeliveryRecord[]): Promise<boolean> {
  const sale = await shopify.order(gid);
  if (!sale) throw new PermanentFailure("capture_failed", { reason: "order not found" });
  // The invoice that waits for the money will say the same.
  const refused = await refusedRefund(shopify, { sale, deliveries, isInvoiced: true });
  const due = capturesDue(sale, refused?.worthMinor);
  if (!due) throw new PermanentFailure("capture_failed", { reason: "no authorisation" });
  for (const { authorisationGid, minor } of due)
    await shopify.capture(sale.gid, authorisationGid, formatMinor(minor, sale.currency), sale.currency);
  return due.length > 0;
}

async function goOn(s: ShopStore, order: OrderRecord, isCaptured: boolean): Promise<void> {
  for (const { id } of await s.deliveriesOfOrder(order.id)) await s.lock(`delivery:${id}`);
  const deliveries = await s.deliveriesOfOrder(order.id);
  if (isCaptured && (await isProofTakenBack(s, order.id))) await paidForNothing(s, deliveries);
  const isByPhoto = deliveries.some(({ provenAt }) => provenAt !== null);
  const reason = { code: isByPhoto ? "photo_confirmed" : "by_hand_issue" };
  if (isCaptured) await s.record({ orderId: order.id, actor: "system", type: "payment", from: "authorized", to: "captured", reason });
  // Our picture of the order is behind: it still shows money to be captured.
  else if (order.sale.financialStatus !== "PAID") await s.enqueue("receive-order", { shopId: s.shopId, orderGid: order.gid });
  for (const { id, attention } of deliveries) if (attention?.code === "capture_failed") await s.updateDelivery(id, { attention: null });
  const startAfterSeconds = isByPhoto ? (await s.shop()).invoiceDelaySeconds : 0;
  for (const { id: documentId, state, attention } of await s.invoicesOfOrder(order.id)) {
    if (state !== "waiting_for_data" || (attention && attention.code !== "capture_failed")) continue;
    await s.updateDocument(documentId, { attention: null });
    await s.enqueue("issue-document", { shopId: s.shopId, documentId }, { startAfterSeconds });
  }
}

async function holdBack(s: ShopStore, orderId: string, attention: Worded): Promise<void> {
  const [invoices, deliveries] = [await s.invoicesOfOrder(orderId), await s.deliveriesOfOrder(orderId)];
  const waiting = invoices.filter(({ state }) => state === "waiting_for_data");
  const delivery = firstBrought(deliveries) ?? deliveries[0];
  for (const { id } of waiting) await s.updateDocument(id, { attention });
  if (waiting.length === 0 && delivery) await s.updateDelivery(delivery.id, { attention });
  await s.record({ orderId, actor: "system", type: "payment", from: "authorized", to: "authorized", reason: attention });
}

/** A person says "again" of a capture that no document waits for. */
export async function captureAgain({ store }: Pick<Ports, "store">, { shopId, orderId, actor }: Input & { actor: string }): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.record({ orderId, actor, type: "payment", from: "authorized", to: "authorized", reason: { code: "retry" } });
    await s.enqueue("capture-payment", { shopId, orderId });
  });
}
