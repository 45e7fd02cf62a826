import { invoiceSubject } from "~/domain/document/invoice-per";
import { isDue, triggerFor, type Trigger } from "~/domain/document/trigger";
import { needsCapture } from "~/domain/order/order";
import type { Ports } from "~/ports/ports";
import type { OrderRecord, Shop } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { beyondInvoices, isRest } from "./rest-of-order";

type Input = {
  order: OrderRecord;
  moment: Trigger;
  /** Whose moment it is; none: the payment's. */
  deliveryId?: string;
};

/**
 * The moment has come that may issue an order's invoice. Opens the document (the order's, or the delivery's own) and hands it to its job, if the merchant's rule
 * for this payment type names this moment. Part of the caller's transaction. A rule not yet chosen makes the document wait, visibly.
 * An order older than the installation is invoiced by hand only.
 */
export async function requestInvoice(
  { countries }: Pick<Ports, "countries">,
  s: ShopStore,
  { order, moment, deliveryId }: Input,
): Promise<void> {
  if (order.predatesInstall) return;
  const shop = await s.shop();
  const { paymentType, currency, totalMinor } = order.sale;
  const rule = triggerFor(shop.invoiceTriggers, paymentType);
  if (rule !== null && !isDue(rule, moment)) return;
  if (rule === null && moment !== "on_delivery") return;
  const subject = await subjectFor(s, shop, order, deliveryId ?? null);
  if (subject === null) return;
  const { document, created } = await s.openInvoice({ orderId: order.id, subject, country: countries("EC").country, currency, totalMinor });
  if (!created) return;
  await s.record({
    orderId: order.id,
    // By which delivery it was opened: its report may still be taken back.
    ...(deliveryId && { deliveryId }),
    documentId: document.id,
    actor: "system",
    type: "document",
    from: null,
    to: "waiting_for_data",
    reason: { code: moment },
  });
  if (rule === null) return s.updateDocument(document.id, { attention: { code: "trigger_not_chosen", params: { payment: paymentType } } });
  // Of a reserved card the capture comes first; it hands on to the issue.
  if (moment === "on_delivery" && needsCapture(order.sale)) return;
  await s.enqueue("issue-document", { shopId: s.shopId, documentId: document.id }, { startAfterSeconds: shop.invoiceDelaySeconds });
}

/** One at a time: a delivery and a payment at once must not each find that nothing is invoiced yet. */
async function subjectFor(s: ShopStore, { invoicePer }: Shop, order: OrderRecord, deliveryId: string | null): Promise<string | null> {
  const { id: orderId, sale } = order;
  await s.lock(`invoice:${orderId}`);
  const [invoices, deliveries] = [await s.invoicesOfOrder(orderId), await s.deliveriesOfOrder(orderId)];
  return invoiceSubject({
    orderId,
    deliveryId,
    known: invoices.map(({ subject }) => subject),
    isBeyond: invoices.every((one) => one.input !== null || isRest(one)) && (await beyondInvoices(s, order)).length > 0,
    rule: invoicePer,
    isPrepaid: sale.financialStatus === "PAID" || sale.financialStatus === "PARTIALLY_REFUNDED",
    deliveries: deliveries.filter(({ state }) => state !== "cancelled").length,
  });
}
