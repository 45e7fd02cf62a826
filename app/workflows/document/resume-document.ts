import { triggerFor } from "~/domain/document/trigger";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { DocumentRecord } from "~/ports/document-records";
import type { ShopStore } from "~/ports/store";
import { eventAbout, orderOf } from "./order-of";
import { asksForRest } from "./rest-of-order";
import { isRefusal } from "~/workflows/shop/shopify-refusal";

type Waiting = Pick<DocumentRecord, "id" | "kind" | "orderId" | "state" | "attention">;

/** Puts a waiting document back to work where it stopped. */
export async function resumeDocument(s: ShopStore, document: Waiting): Promise<void> {
  const data = { shopId: s.shopId, documentId: document.id };
  // A guide is shown on the road, not mailed.
  if (document.kind === "dispatch_guide" && document.state === "authorised") return;
  if (isRefusal(document.attention) && document.state !== "waiting_for_data") return s.enqueue("write-back-document", data);
  if (document.state === "authorised" || document.state === "credited") return s.enqueue("mail-document", data);
  if (asksForRest(document.attention) || document.attention?.code === "trigger_not_chosen" || document.attention?.code === "issued_by_hand")
    return;
  if (await waitsForCapture(s, document)) await s.enqueue("capture-payment", { shopId: s.shopId, orderId: document.orderId! });
  else await s.enqueue("issue-document", data, { anew: true });
}

/** Of a card that the photo captures it is not known here whether that was done: the capture looks first, and hands on to the issue. */
async function waitsForCapture(s: ShopStore, document: Waiting): Promise<boolean> {
  const { kind, state, attention } = document;
  if (kind !== "invoice") return false;
  if (state !== "waiting_for_data" || attention) return attention?.code === "capture_failed";
  const { id, sale } = await orderOf(s, document);
  if (sale.paymentType !== "card_authorized") return false;
  // Issued when the courier set out: the money waits for the photo.
  const isOnDispatch = triggerFor((await s.shop()).invoiceTriggers, sale.paymentType) === "on_dispatch";
  return !isOnDispatch || (await s.deliveriesOfOrder(id)).some(({ provenAt }) => provenAt !== null);
}

type Input = { shopId: string; documentId: string; actor: string };

/**
 * A person says "again". A rejected document is rebuilt from today's data under its own number, unless another document holds that number;
 * what was annulled at the authority keeps its number and is issued anew. What was sent stays kept until it is asked for once more.
 */
export async function retryDocument({ store }: Pick<Ports, "store">, { shopId, documentId, actor }: Input): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock(`document:${documentId}`);
    const document = await s.document(documentId);
    const taken = document.attention?.code === "number_taken";
    if (document.attention?.code === "annulled_at_authority") return openInPlaceOf(s, document, actor);
    if (document.state === "rejected") {
      await s.updateDocument(documentId, {
        state: "waiting_for_data",
        sentAt: null,
        attention: null,
        ...(taken ? { seriesId: null, sequence: null, number: null, accessKey: null, signedXml: null, signedAt: null } : {}),
      });
      await s.record({
        ...eventAbout(document),
        actor,
        from: "rejected",
        to: "waiting_for_data",
        reason: taken ? { code: "retry_next_number", params: { number: document.number! } } : { code: "retry" },
      });
    }
    await resumeDocument(s, taken ? { ...document, attention: null } : document);
  });
}

/** The annulled one makes room, and keeps its number and its bytes. Part of the caller's transaction. */
async function openInPlaceOf(s: ShopStore, annulled: DocumentRecord, actor: string): Promise<void> {
  const { id, kind, subject, orderId, originalId, country, currency, totalMinor } = annulled;
  await s.updateDocument(id, { attention: null });
  await s.makeRoom(id);
  const { document } = await s.openDocument({ kind, subject, orderId, originalId, country, currency, totalMinor });
  const reason = { code: "invoiced_anew" };
  await s.record({ ...eventAbout(document), actor, from: null, to: "waiting_for_data", reason });
  await s.enqueue("issue-document", { shopId: s.shopId, documentId: document.id });
}

/** A person issues the invoice of an order whose rule is "by hand", or whose rule is not chosen yet. A reserved card is captured first. */
export async function issueByHand(
  { store, countries }: Pick<Ports, "store" | "countries">,
  { shopId, orderId, actor }: { shopId: string; orderId: string; actor: string },
): Promise<void> {
  await store.change(shopId, async (s) => {
    const { sale } = await s.order(orderId);
    if (sale.cancelledAt) throw new PermanentFailure("order_cancelled");
    await s.lock(`invoice:${orderId}`);
    const known = await s.invoicesOfOrder(orderId);
    const { currency, totalMinor } = sale;
    const { country } = countries("EC");
    const open = known.length > 0 ? known : [(await s.openInvoice({ orderId, country, currency, totalMinor })).document];
    for (const document of open) await letGo(s, document, actor);
    if (sale.paymentType === "card_authorized") await s.enqueue("capture-payment", { shopId, orderId });
    else for (const { id: documentId } of open) await s.enqueue("issue-document", { shopId, documentId });
  });
}

async function letGo(s: ShopStore, { id: documentId, orderId, state }: DocumentRecord, actor: string): Promise<void> {
  await s.updateDocument(documentId, { attention: null });
  await s.record({ orderId, documentId, actor, type: "document", from: state, to: state, reason: { code: "by_hand_issue" } });
}
