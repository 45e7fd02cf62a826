import type { Ports } from "~/ports/ports";
import type { DocumentRecord } from "~/ports/records";

type Input = { shopId: string; documentId: string };

const LINK_DAYS = 366;
const DAY = 86_400_000;

/** The order learns its invoice: metafield, tag, note. Looks before it writes. */
export async function writeBackDocument({ store, admin, clock, links }: Pick<Ports, "store" | "admin" | "clock" | "links">, { shopId, documentId }: Input): Promise<void> {
  const s = store.of(shopId);
  const document = await s.document(documentId);
  if (!document.authorisedAt) return;
  const [shop, order] = [await s.shop(), await s.order(document.orderId)];
  const shopify = admin(shop);
  const sale = await shopify.order(order.gid);
  if (!sale) return;
  const url = links.fileUrl({ publicKey: shop.publicKey, kind: "invoice-pdf", id: document.id }, new Date(clock.now().getTime() + LINK_DAYS * DAY));
  await shopify.setOrderMetafield(order.gid, "invoice", {
    schemaVersion: 1, number: document.number, accessKey: document.accessKey, state: "authorised", authorisedAt: document.authorisedAt.toISOString(), url,
  });
  await shopify.replaceStateTag(order.gid, "bim:invoiced", sale.tags);
  if (!sale.note?.includes(document.number!)) await shopify.setOrderNote(order.gid, [sale.note, noteOf(document)].filter(Boolean).join("\n"));
  await store.change(shopId, async (change) => {
    await change.lock(`document:${documentId}`);
    if ((await change.document(documentId)).writtenBackAt) return;
    await change.updateDocument(documentId, { writtenBackAt: clock.now() });
    await change.record({ orderId: document.orderId, documentId, actor: "system", type: "order", from: null, to: "invoiced", reason: { code: "written_back", params: { number: document.number! } } });
  });
}

const noteOf = ({ number, authorisationNumber }: DocumentRecord): string => `Factura ${number} · autorización ${authorisationNumber}`;
