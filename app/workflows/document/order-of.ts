import type { Buyer } from "~/domain/document/document";
import type { DocumentRecord } from "~/ports/document-records";
import type { OrderRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

/** The order of an invoice or a credit note. Only a dispatch guide has none, and nobody asks for its order. */
export function orderOf(
  s: Pick<ShopStore, "order">,
  { id, kind, orderId }: Pick<DocumentRecord, "id" | "kind" | "orderId">,
): Promise<OrderRecord> {
  if (orderId === null) throw new Error(`${kind} ${id} belongs to no order`);
  return s.order(orderId);
}

/** Whom a document names; null before it is numbered, and for a dispatch guide, which names many. */
export const buyerOf = ({ input }: Pick<DocumentRecord, "input">): Buyer | null => (input && "buyer" in input ? input.buyer : null);

/** What an event about a document is an event of: "document" is the invoice, as it was before there were others. */
const eventTypeOf = ({ kind }: Pick<DocumentRecord, "kind">): string => (kind === "invoice" ? "document" : kind);

/** What every event about a document says of it. */
export const eventAbout = (document: Pick<DocumentRecord, "id" | "kind" | "orderId">) => ({
  orderId: document.orderId,
  documentId: document.id,
  type: eventTypeOf(document),
});
