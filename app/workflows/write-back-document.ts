import { documentKeptUntil } from "~/domain/time/retention";
import { PermanentFailure } from "~/ports/failures";
import type { Ports, ShopifyAdmin } from "~/ports/ports";
import type { DocumentRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { orderOf } from "./order-of";
import { isRefusal, refusalOf } from "./shopify-refusal";

type Needs = Pick<Ports, "store" | "admin" | "clock" | "links">;
type Input = { shopId: string; documentId: string };

/** The order learns its invoice: metafield, tag, note. Looks before it writes. What Shopify refuses is shown until a later try gets through. */
export async function writeBackDocument(ports: Needs, { shopId, documentId }: Input): Promise<void> {
  const { store } = ports;
  const { orderId } = await store.of(shopId).document(documentId);
  await store.exclusively(shopId, `on-shopify:${orderId}`, async () => {
    const document = await store.of(shopId).document(documentId);
    try {
      if (await write(ports, shopId, document)) await store.change(shopId, (s) => written(s, documentId, ports.clock.now()));
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      await store.change(shopId, (s) => refused(s, documentId, refusal));
    }
  });
}

/** False when there is nothing to say of it. */
async function write({ store, admin, links }: Needs, shopId: string, document: DocumentRecord): Promise<boolean> {
  const s = store.of(shopId);
  // A voided one that has made room for a new one has nothing more to say about the order.
  if (!document.authorisedAt || (await s.invoiceOfOrder(document.orderId!))?.id !== document.id) return false;
  const [shop, { gid }] = [await s.shop(), await orderOf(s, document)];
  const file = { publicKey: shop.publicKey, kind: "invoice-pdf", id: document.id } as const;
  await writeOnOrder(admin(shop), gid, document, links.fileUrl(file, documentKeptUntil(document.authorisedAt)));
  return true;
}

async function written(s: ShopStore, documentId: string, now: Date): Promise<void> {
  await s.lock(`document:${documentId}`);
  const { orderId, number, writtenBackAt, attention } = await s.document(documentId);
  if (isRefusal(attention)) await s.updateDocument(documentId, { attention: null });
  if (writtenBackAt) return;
  await s.updateDocument(documentId, { writtenBackAt: now });
  const reason = { code: "written_back", params: { number: number! } };
  await s.record({ orderId, documentId, actor: "system", type: "order", from: null, to: "invoiced", reason });
}

/** A mail that waits for a person comes first; the refusal is then shown by the next try. */
async function refused(s: ShopStore, documentId: string, refusal: Worded): Promise<void> {
  await s.lock(`document:${documentId}`);
  const { orderId, state, attention } = await s.document(documentId);
  if (attention !== null && !isRefusal(attention)) return;
  await s.updateDocument(documentId, { attention: refusal });
  if (!attention) await s.record({ orderId, documentId, actor: "system", type: "document", from: state, to: state, reason: refusal });
}

async function writeOnOrder(shopify: ShopifyAdmin, gid: string, document: DocumentRecord, url: string): Promise<void> {
  const sale = await shopify.order(gid);
  if (!sale) throw new PermanentFailure("shopify_refused", { reason: "order not found" });
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
}

const noteOf = ({ number, authorisationNumber }: DocumentRecord): string => `Factura ${number} · autorización ${authorisationNumber}`;
