import { pendingRefused, roundingOf } from "~/domain/delivery/refused-units";
import type { CreditNoteInput, InvoiceInput } from "~/domain/document/document";
import { invoicedPart } from "~/domain/document/gift-cards";
import { formatMinor } from "~/domain/money/money";
import { triggerFor } from "~/domain/document/trigger";
import { uninvoiced, type Uninvoiced } from "~/domain/document/uninvoiced";
import { isTakenBack } from "~/domain/order/way-out";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { DocumentRecord } from "~/ports/document-records";
import type { DeliveryRecord, OrderRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { isUnproven } from "~/domain/delivery/awaits-photo";

/** The subject of an invoice for what the earlier ones of its order don't bear. */
const restOf = (orderId: string, count: number): string => `rest:${orderId}:${count + 1}`;
export const isRest = ({ subject }: Pick<DocumentRecord, "subject">): boolean => subject.startsWith("rest:");
const ASKED = new Set(["order_exceeds_invoice", "nothing_left_to_invoice"]);
/** A person says whether what is left over is invoiced: nothing else puts it to work. */
export const asksForRest = (attention: Worded | null): boolean => attention !== null && ASKED.has(attention.code);

type Needs = Pick<ShopStore, "invoicesOfOrder" | "documentsOfOrder" | "deliveriesOfOrder" | "shop">;

/** What an order that has invoices holds beyond them, but for what a recipient did not take. Nothing for one that has none yet. */
export async function beyondInvoices(s: Needs, { id, sale }: Pick<OrderRecord, "id" | "sale">): Promise<Uninvoiced[]> {
  const invoices = (await s.invoicesOfOrder(id)).filter(isNumbered);
  if (invoices.length === 0 || sale.cancelledAt || isTakenBack(sale)) return [];
  const credits = (await s.documentsOfOrder(id)).filter((one) => one.kind === "credit_note" && isNumbered(one));
  const { giftCards } = await s.shop();
  const deliveries = await s.deliveriesOfOrder(id);
  return uninvoiced(
    invoicedPart(sale, giftCards),
    invoices.map(({ input }) => (input as InvoiceInput).totals),
    credits.map(({ input }) => (input as CreditNoteInput).totals),
    { pending: pendingRefused(sale.lines, deliveries), roundingMinor: roundingOf(deliveries) },
  );
}

const isNumbered = ({ input, state }: DocumentRecord): boolean => input !== null && state !== "voided";

/**
 * An order that holds more than its invoices, with nothing to come that would bear it, gets an invoice for the rest which waits for a person:
 * to invoice it, to refund it in Shopify, or to say why not. One that holds no more says so. Part of the caller's transaction.
 */
export async function noteRest({ countries }: Pick<Ports, "countries">, s: ShopStore, order: OrderRecord): Promise<void> {
  if (order.predatesInstall) return;
  const invoices = await s.invoicesOfOrder(order.id);
  const rests = invoices.filter(isRest);
  const waiting = rests.find(({ state }) => state === "waiting_for_data");
  const beyond = await beyondInvoices(s, order);
  if (beyond.length === 0)
    return waiting && asksForRest(waiting.attention) ? tell(s, waiting, { code: "nothing_left_to_invoice" }) : undefined;
  if (await isAwaited(s, order, invoices)) return;
  const totalMinor = beyond.reduce((sum, { minor }) => sum + minor, 0);
  // Somebody said why it is not invoiced, and it is the same still.
  if (!waiting && rests.some((rest) => rest.state === "voided" && rest.number === null && rest.totalMinor === totalMinor)) return;
  const { country } = countries("EC");
  const { currency } = order.sale;
  const subject = waiting?.subject ?? restOf(order.id, rests.length);
  const { document } = await s.openInvoice({ orderId: order.id, subject, country, currency, totalMinor });
  if (document.attention && !asksForRest(document.attention)) return;
  await s.updateDocument(document.id, { totalMinor });
  await tell(s, document, { code: "order_exceeds_invoice", params: { goods: inWords(beyond, currency) } });
}

/** An invoice that is still to be numbered or to be issued anew, or a delivery that is still to come, takes what is left. */
async function isAwaited(s: ShopStore, { id, sale }: OrderRecord, invoices: readonly DocumentRecord[]): Promise<boolean> {
  if (invoices.some((one) => one.input === null && one.state !== "voided" && !isRest(one))) return true;
  if (invoices.some(({ state, number }) => state === "voided" && number !== null)) return true;
  if (triggerFor((await s.shop()).invoiceTriggers, sale.paymentType) === "by_hand") return false;
  return (await s.deliveriesOfOrder(id)).some(isToCome);
}

const isToCome = (delivery: DeliveryRecord): boolean =>
  isUnproven(delivery) || !["delivered", "returned", "cancelled"].includes(delivery.state);

const MOST_NAMED = 3;
const inWords = (beyond: readonly Uninvoiced[], currency: string): string =>
  beyond
    .slice(0, MOST_NAMED)
    .map(({ quantity, title, minor }) => (quantity > 0 ? `${quantity} × ${title}` : `${currency} ${formatMinor(minor, currency)}`))
    .join(", ") + (beyond.length > MOST_NAMED ? ", …" : "");

async function tell(s: ShopStore, { id, orderId, state, attention: known }: DocumentRecord, attention: Worded): Promise<void> {
  if (JSON.stringify(known) === JSON.stringify(attention)) return;
  await s.updateDocument(id, { attention });
  await s.record({ orderId, documentId: id, actor: "system", type: "document", from: state, to: state, reason: attention });
}

/** A person has what is left over invoiced. Throws PermanentFailure nothing_left_to_invoice where no invoice waits for that. */
export async function invoiceRest(
  { store }: Pick<Ports, "store">,
  { shopId, documentId, actor }: { shopId: string; documentId: string; actor: string },
): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock(`document:${documentId}`);
    const { orderId, state, attention } = await s.document(documentId);
    if (state !== "waiting_for_data" || attention?.code !== "order_exceeds_invoice") throw new PermanentFailure("nothing_left_to_invoice");
    await s.updateDocument(documentId, { attention: null });
    await s.record({ orderId, documentId, actor, type: "document", from: state, to: state, reason: { code: "by_hand_issue" } });
    await s.enqueue("issue-document", { shopId, documentId });
  });
}
