import type { CountryPack } from "~/countries/pack";
import { invoicedRefund } from "~/domain/credit/invoiced-refund";
import { refundOfInvoice } from "~/domain/credit/refund-of-invoice";
import { withoutRefused } from "~/domain/delivery/refused-units";
import type { DocumentTotals, InvoiceInput } from "~/domain/document/document";
import type { SaleOrder } from "~/domain/order/order";
import type { Refund } from "~/domain/order/refund";
import type { Ports } from "~/ports/ports";
import type { DocumentRecord } from "~/ports/document-records";
import type { DeliveryRecord, OrderRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { isOfDelivery } from "./delivery-share";

const IS_AUTHORISED = new Set(["authorised", "delivered_to_buyer"]);

/** What a credit note is for: one refund, or all that is left when the order was cancelled. */
export type CreditSubject = { subject: string; totalMinor: number };
export const cancellationOf = (orderGid: string): string => `cancellation:${orderGid}`;

/**
 * What was given back of an invoiced order since its invoice becomes credit notes: one for each refund (an edit that takes units off leaves
 * one too), one for the rest when the order is cancelled. Part of the caller's transaction; any number of times the same result.
 */
export async function requestCredits({ countries }: Pick<Ports, "countries">, s: ShopStore, order: OrderRecord): Promise<void> {
  const [invoices, deliveries] = [await s.invoicesOfOrder(order.id), await s.deliveriesOfOrder(order.id)];
  for (const invoice of invoices)
    if (IS_AUTHORISED.has(invoice.state)) await creditInvoice(countries(invoice.country), s, order, invoice, { invoices, deliveries });
}

async function creditInvoice(pack: CountryPack, s: ShopStore, order: OrderRecord, invoice: DocumentRecord, beside: Beside): Promise<void> {
  const { country, currency, id: originalId } = invoice;
  for (const { subject, totalMinor } of creditSubjects(pack, order.sale, invoice, beside)) {
    const about = { kind: "credit_note", subject, orderId: order.id, originalId, country, currency, totalMinor } as const;
    const { document, created } = await s.openDocument(about);
    if (!created) continue;
    const reason = { code: aboutOf(subject) === cancellationOf(order.gid) ? "order_cancelled" : "refunded" };
    const documentId = document.id;
    await s.record({ orderId: order.id, documentId, actor: "system", type: "credit_note", from: null, to: "waiting_for_data", reason });
    await s.enqueue("issue-document", { shopId: s.shopId, documentId });
  }
}

/** Refunds that take something off the invoice, in the order they were made, and the amount of each as far as anything is left. */
function creditSubjects(pack: CountryPack, sale: SaleOrder, invoice: DocumentRecord, beside: Beside): CreditSubject[] {
  const { input, settledRefunds } = invoice;
  const original = (input as InvoiceInput).totals;
  const credited: DocumentTotals[] = [];
  const found: CreditSubject[] = [];
  const take = (subject: string, refund: SaleOrder["refunds"][number] | "everything") => {
    const credit = pack.credit({ original, credited, refund, taxesIncluded: sale.taxesIncluded });
    if (!credit.ok) return;
    credited.push(credit.value.totals);
    found.push({ subject: isOfDelivery(invoice) ? `${subject} ${invoice.id}` : subject, totalMinor: credit.value.totals.totalMinor });
  };
  for (const refund of sale.refunds)
    if (!settledRefunds.includes(refund.gid)) take(refund.gid, creditedRefund(refund, sale, invoice, beside));
  if (sale.cancelledAt) take(cancellationOf(sale.gid), "everything");
  return found;
}

/** What a credit note's subject is about: a refund's gid, or the cancellation. Invoices of deliveries have one of their own for each. */
export const aboutOf = (subject: string): string => subject.split(" ")[0]!;

/** The order's invoices and deliveries. */
type Beside = { invoices: readonly DocumentRecord[]; deliveries: readonly DeliveryRecord[] };

/** Of a refund what an invoice has to credit: all of it where it is the order's only one, but for what it left off: gift cards, and what nobody took. */
export function creditedRefund(given: Refund, sale: SaleOrder, invoice: DocumentRecord, { invoices, deliveries }: Beside): Refund {
  const numbered = invoices.filter(({ input, state }) => input !== null && state !== "voided");
  const totals = numbered.map(({ input }) => (input as InvoiceInput).totals);
  const refund = withoutRefused(sale.refunds, deliveries, totals).find(({ gid }) => gid === given.gid) ?? given;
  const at = numbered.findIndex(({ id }) => id === invoice.id);
  const own = (isOfDelivery(invoice) || numbered.length > 1) && at >= 0 ? refundOfInvoice(refund, totals, at) : refund;
  return invoicedRefund(own, sale, (invoice.input as InvoiceInput).totals);
}

/** An invoice of which nothing is left is credited. Part of the caller's transaction. */
export async function closeIfCredited(s: ShopStore, credit: DocumentRecord): Promise<void> {
  const original = await s.document(credit.originalId!);
  await s.lock(`document:${original.id}`);
  const credits = (await s.documentsOfOrder(original.orderId!)).filter(
    ({ originalId, authorisedAt, state }) => originalId === original.id && authorisedAt !== null && state !== "voided",
  );
  const creditedMinor = credits.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  if (creditedMinor < original.totalMinor || !IS_AUTHORISED.has(original.state)) return;
  // Its mail or its note on the order may still be open: what is marked stays.
  await s.updateDocument(original.id, { state: "credited" });
  const about = { orderId: original.orderId, documentId: original.id, actor: "system", type: "document" };
  await s.record({ ...about, from: original.state, to: "credited", reason: { code: "fully_credited" } });
}
