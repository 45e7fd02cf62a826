import type { InvoiceInput } from "~/domain/document/document";
import type { Ports } from "~/ports/ports";
import type { DocumentRecord } from "~/ports/document-records";
import type { DeliveryRecord, Shop } from "~/ports/records";

/** What a courier on the road may show for the goods in place of a guide: the invoice by its number, or that it is awaited. */
export type Cover = { number: string | null };

/** Null where no invoice stands in for a guide: the shop doesn't want it, or this one says nothing of the way. */
export async function stopCover(
  { store }: Pick<Ports, "store">,
  { shop, deliveryId }: { shop: Pick<Shop, "id" | "invoiceIsGuide">; deliveryId: string },
): Promise<Cover | null> {
  if (!shop.invoiceIsGuide) return null;
  const s = store.of(shop.id);
  const delivery = await s.delivery(deliveryId);
  return mayBeCovered(delivery) ? coverOf(delivery, await s.invoicesOfOrder(delivery.orderId)) : null;
}

/** It is on the road, and under no guide. */
export const mayBeCovered = ({ state, runId }: Pick<DeliveryRecord, "state" | "runId">): boolean =>
  state === "out_for_delivery" && runId === null;

/** `invoices`: of its order. */
export function coverOf({ id, orderId }: Pick<DeliveryRecord, "id" | "orderId">, invoices: readonly DocumentRecord[]): Cover | null {
  const invoice = invoices.find(({ subject }) => subject === id || subject === orderId);
  if (!invoice || (invoice.input && !(invoice.input as InvoiceInput).transport)) return null;
  return { number: invoice.authorisedAt && invoice.number };
}
