import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { ShopStore } from "~/ports/store";
import { eventAbout } from "./order-of";
import { isRest } from "./rest-of-order";

type Input = { shopId: string; documentId: string; reason: string; actor: string };

const IS_AUTHORISED = new Set(["authorised", "delivered_to_buyer"]);

/**
 * The merchant has annulled the document in SRI en línea, which no service lets us do or see, and says so here. It keeps its number and its
 * bytes; the order learns that it has no valid invoice any more, and may be invoiced anew.
 */
export async function voidDocument({ store }: Pick<Ports, "store">, { shopId, documentId, reason, actor }: Input): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock(`document:${documentId}`);
    const { kind, state, orderId, number } = await s.document(documentId);
    if (!IS_AUTHORISED.has(state)) throw new PermanentFailure("not_authorised_yet");
    await s.updateDocument(documentId, { state: "voided", attention: null });
    const why = { code: "voided", params: { number: number!, reason } };
    await s.record({ ...eventAbout({ id: documentId, kind, orderId }), actor, from: state, to: "voided", reason: why });
    if (orderId) await s.enqueue("write-back-document", { shopId, documentId });
  });
}

/**
 * A credit note, or an invoice of what an order holds beyond its invoices, that will not be issued, because the law does not allow it or the
 * accountant settles it otherwise. It never had a number.
 */
export async function discardDocument({ store }: Pick<Ports, "store">, { shopId, documentId, reason, actor }: Input): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock(`document:${documentId}`);
    const document = await s.document(documentId);
    const { kind, state, number } = document;
    if ((kind !== "credit_note" && !isRest(document)) || state !== "waiting_for_data" || number !== null)
      throw new PermanentFailure("not_to_be_discarded");
    await s.updateDocument(documentId, { state: "voided", attention: null });
    const why = { code: "discarded", params: { reason } };
    await s.record({ ...eventAbout(document), actor, from: state, to: "voided", reason: why });
  });
}

/** A new invoice in place of one that was voided (`documentId`; none: the order's first). The old one makes room: what it bore is borne once. */
export async function invoiceAnew(
  { store }: Pick<Ports, "store">,
  { shopId, orderId, documentId, actor }: { shopId: string; orderId: string; documentId?: string; actor: string },
): Promise<void> {
  await store.change(shopId, async (s) => {
    const old = (await s.invoicesOfOrder(orderId)).find(
      ({ id, state, number }) => state === "voided" && number !== null && id === (documentId ?? id),
    );
    if (!old) throw new PermanentFailure("invoice_still_valid");
    await s.lock(`document:${old.id}`);
    await s.updateDocument(old.id, { attention: null });
    await s.makeRoom(old.id);
    await openAnew(s, { orderId, subject: old.subject, actor, country: old.country });
  });
}

type Anew = { orderId: string; subject: string; actor: string; country: string };

async function openAnew(s: ShopStore, { orderId, subject, actor, country }: Anew): Promise<void> {
  const { sale } = await s.order(orderId);
  if (sale.cancelledAt) throw new PermanentFailure("order_cancelled");
  const { currency, totalMinor } = sale;
  const { document } = await s.openInvoice({ orderId, subject, country, currency, totalMinor });
  const reason = { code: "invoiced_anew" };
  await s.record({ orderId, documentId: document.id, actor, type: "document", from: null, to: "waiting_for_data", reason });
  await s.enqueue("issue-document", { shopId: s.shopId, documentId: document.id });
}
