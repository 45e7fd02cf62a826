import type { InvoiceInput } from "~/domain/document/document";
import type { Ports } from "~/ports/ports";
import type { Shop } from "~/ports/records";

/** What a courier on the road may show for the goods in place of a guide: the invoice by its number, or that it is awaited. */
export type Cover = { number: string | null };

/** Null where no invoice stands in for a guide: the shop doesn't want it, or this one says nothing of the way. */
export async function stopCover(
  { store }: Pick<Ports, "store">,
  { shop, deliveryId }: { shop: Pick<Shop, "id" | "invoiceIsGuide">; deliveryId: string },
): Promise<Cover | null> {
  if (!shop.invoiceIsGuide) return null;
  const s = store.of(shop.id);
  const { orderId, state, runId } = await s.delivery(deliveryId);
  if (state !== "out_for_delivery" || runId !== null) return null;
  const invoice = (await s.invoicesOfOrder(orderId)).find(({ subject }) => subject === deliveryId || subject === orderId);
  if (!invoice || (invoice.input && !(invoice.input as InvoiceInput).transport)) return null;
  return { number: invoice.authorisedAt && invoice.number };
}
