import type { DocumentRecord } from "~/ports/document-records";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

export type OfProof = { issued: DocumentRecord | null; waiting: DocumentRecord[] };

/**
 * The invoices that follow from a delivery's report, held under the locks that one is opened and numbered under until the transaction ends:
 * what waits is numbered by nobody meanwhile, and what has its number (`issued`) is in the law's hands.
 */
export async function holdInvoicesOfProof(s: ShopStore, { id, orderId }: Pick<DeliveryRecord, "id" | "orderId">): Promise<OfProof> {
  await s.lock(`invoice:${orderId}`);
  const held: DocumentRecord[] = [];
  for (const documentId of await s.invoicesOfProof(id)) {
    await s.lock(`document:${documentId}`);
    held.push(await s.document(documentId));
  }
  const standing = held.filter(({ state }) => state !== "voided");
  return { issued: standing.find((one) => !isWaiting(one)) ?? null, waiting: standing.filter(isWaiting) };
}

/** It has no number yet: one that was refused and is to be made anew keeps its own. */
export const isWaiting = ({ state, number }: DocumentRecord): boolean => state === "waiting_for_data" && number === null;

/**
 * What waits is not issued: it never had a number, and makes room for the one that the delivery's next report asks for. The order's own stays
 * where another of its deliveries has been proven meanwhile. Part of the caller's transaction.
 */
export async function withdrawInvoices(s: ShopStore, { id, orderId }: DeliveryRecord, waiting: readonly DocumentRecord[]): Promise<void> {
  const others = (await s.deliveriesOfOrder(orderId)).filter((one) => one.id !== id && one.provenAt !== null);
  for (const { id: documentId, subject, state } of waiting) {
    if (subject !== id && others.length > 0) continue;
    await s.updateDocument(documentId, { state: "voided", attention: null });
    await s.makeRoom(documentId);
    const reason = { code: "delivery_undone" };
    await s.record({ orderId, documentId, actor: "system", type: "document", from: state, to: "voided", reason });
  }
}
