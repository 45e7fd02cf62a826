import { isDue, triggerFor, type Trigger } from "~/domain/document/trigger";
import { needsCapture } from "~/domain/order/order";
import type { Ports } from "~/ports/ports";
import type { OrderRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

type Input = { order: OrderRecord; moment: Trigger };

/**
 * The moment has come that may issue an order's invoice. Opens the document (one per order) and hands it to its job, if the merchant's rule
 * for this payment type names this moment. Part of the caller's transaction. A rule not yet chosen makes the document wait, visibly.
 * An order older than the installation is invoiced by hand only.
 */
export async function requestInvoice({ countries }: Pick<Ports, "countries">, s: ShopStore, { order, moment }: Input): Promise<void> {
  if (order.predatesInstall) return;
  const shop = await s.shop();
  const { paymentType, currency, totalMinor } = order.sale;
  const rule = triggerFor(shop.invoiceTriggers, paymentType);
  if (rule !== null && !isDue(rule, moment)) return;
  if (rule === null && moment !== "on_delivery") return;
  const { document, created } = await s.openInvoice({ orderId: order.id, country: countries("EC").country, currency, totalMinor });
  if (!created) return;
  await s.record({
    orderId: order.id,
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
