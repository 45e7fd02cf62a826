import type { DocumentRecord, OrderRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

/** The order of an invoice or a credit note. Only a dispatch guide has none, and nobody asks for its order. */
export function orderOf(
  s: Pick<ShopStore, "order">,
  { id, kind, orderId }: Pick<DocumentRecord, "id" | "kind" | "orderId">,
): Promise<OrderRecord> {
  if (orderId === null) throw new Error(`${kind} ${id} belongs to no order`);
  return s.order(orderId);
}
