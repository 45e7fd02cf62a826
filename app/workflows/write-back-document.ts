import { documentKeptUntil } from "~/domain/time/retention";
import type { Ports, ShopifyAdmin } from "~/ports/ports";
import type { DocumentRecord } from "~/ports/records";
import { orderOf } from "./order-of";

type Needs = Pick<Ports, "store" | "admin" | "clock" | "links">;
type Input = { shopId: string; documentId: string };

/** The order learns its invoice: metafield, tag, note. Looks before it writes. */
export async function writeBackDocument({ store, admin, clock, links }: Needs, { shopId, documentId }: Input): Promise<void> {
  const { orderId } = await store.of(shopId).document(documentId);
  await store.exclusively(shopId, `on-shopify:${orderId}`, async () => {
    const s = store.of(shopId);
    const document = await s.document(documentId);
    // A voided one that has made room for a new one has nothing more to say about the order.
    if (!document.authorisedAt || (await s.invoiceOfOrder(document.orderId!))?.id !== documentId) return;
    const [shop, order] = [await s.shop(), await orderOf(s, document)];
    const url = links.fileUrl({ publicKey: shop.publicKey, kind: "invoice-pdf", id: documentId }, documentKeptUntil(document.authorisedAt));
    const isWritten = await writeOnOrder(admin(shop), order.gid, document, url);
    if (!isWritten || document.writtenBackAt) return;
    await store.change(shopId, async (change) => {
      await change.updateDocument(documentId, { writtenBackAt: clock.now() });
      await change.record({
        orderId: order.id,
        documentId,
        actor: "system",
        type: "order",
        from: null,
        to: "invoiced",
        reason: { code: "written_back", params: { number: document.number! } },
      });
    });
  });
}

/** False when the order is gone. */
async function writeOnOrder(shopify: ShopifyAdmin, gid: string, document: DocumentRecord, url: string): Promise<boolean> {
  const sale = await shopify.order(gid);
  if (!sale) return false;
  const { number, accessKey, authorisedAt } = document;
  const isVoided = document.state === "voided";
  await shopify.setOrderMetafield(gid, "invoice", {
    schemaVersion: 1,
    number,
    accessKey,
    state: isVoided ? "voided" : "authorised",
    authorisedAt: authorisedAt!.toISOString(),
    url,
  });
  await shopify.replaceStateTag(gid, isVoided ? "bim:voided" : "bim:invoiced", sale.tags);
  const note = isVoided ? `Factura ${number} anulada` : noteOf(document);
  if (!sale.note?.includes(note)) await shopify.setOrderNote(gid, [sale.note, note].filter(Boolean).join("\n"));
  return true;
}

const noteOf = ({ number, authorisationNumber }: DocumentRecord): string => `Factura ${number} · autorización ${authorisationNumber}`;
