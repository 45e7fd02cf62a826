import { weightier } from "~/domain/attention/weight";
import { formatMinor } from "~/domain/money/money";
import { documentKeptUntil } from "~/domain/time/retention";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { InvoiceMetafield, ShopifyAdmin, ToldInvoice } from "~/ports/shopify-admin";
import type { DocumentRecord } from "~/ports/document-records";
import type { Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { eventAbout, orderOf } from "./order-of";
import { isRefusal, refusalOf } from "~/workflows/shop/shopify-refusal";

type Needs = Pick<Ports, "store" | "admin" | "clock" | "links">;
type Input = { shopId: string; documentId: string };

/** The order learns its invoices and what was credited of them: metafield, tag, note. Looks before it writes. What Shopify refuses is shown until a later try gets through. */
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
  const [shop, { id, gid }] = [await s.shop(), await orderOf(s, document)];
  const invoices = (await s.invoicesOfOrder(id)).filter(({ authorisedAt }) => authorisedAt !== null);
  // A voided one that has made room for a new one has nothing more to say about the order.
  const isCurrent = document.kind !== "invoice" || invoices.some((one) => one.id === document.id);
  if (!document.authorisedAt || invoices.length === 0 || !isCurrent) return false;
  const credits = (await s.documentsOfOrder(id)).filter(
    ({ originalId, authorisedAt }) => authorisedAt !== null && invoices.some((invoice) => invoice.id === originalId),
  );
  const linkTo: LinkTo = ({ id: documentId, authorisedAt }) =>
    links.fileUrl({ publicKey: shop.publicKey, kind: "invoice-pdf", id: documentId }, documentKeptUntil(authorisedAt!));
  await writeOnOrder(admin(shop), gid, { invoices, credits, linkTo });
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

/** A mail that waits for a person comes first; the refusal is then shown by a later try. */
async function refused(s: ShopStore, documentId: string, refusal: Worded): Promise<void> {
  await s.lock(`document:${documentId}`);
  const { kind, orderId, state, attention } = await s.document(documentId);
  if (weightier(attention, refusal) !== refusal) return;
  await s.updateDocument(documentId, { attention: refusal });
  if (!isRefusal(attention))
    await s.record({ ...eventAbout({ id: documentId, kind, orderId }), actor: "system", from: state, to: state, reason: refusal });
}

type LinkTo = (document: DocumentRecord) => string;
type Told = { invoices: DocumentRecord[]; credits: DocumentRecord[]; linkTo: LinkTo };

async function writeOnOrder(shopify: ShopifyAdmin, gid: string, told: Told): Promise<void> {
  const sale = await shopify.order(gid);
  if (!sale) throw new PermanentFailure("shopify_refused", { reason: "order not found" });
  await shopify.setOrderMetafield(gid, "invoice", metafieldOf(told));
  await shopify.replaceStateTag(gid, stateTag(told.invoices), sale.tags);
  const missing = notesOf(told).filter((note) => !sale.note?.includes(note));
  if (missing.length > 0) await shopify.setOrderNote(gid, [sale.note, ...missing].filter(Boolean).join("\n"));
}

const STATE_TAGS: Partial<Record<DocumentRecord["state"], string>> = { voided: "bim:voided", credited: "bim:credited" };

/** Of several invoices one that stands decides. */
function stateTag(invoices: readonly DocumentRecord[]): string {
  const [first, ...others] = new Set(invoices.map(({ state }) => STATE_TAGS[state] ?? "bim:invoiced"));
  return first && others.length === 0 ? first : "bim:invoiced";
}

/** The first invoice, and all of them where an order has several. */
function metafieldOf({ invoices, credits, linkTo }: Told): InvoiceMetafield {
  return {
    schemaVersion: 1,
    ...invoiceIn(invoices[0]!, linkTo),
    ...(credits.length > 0 ? { credits: credits.map((credit) => creditIn(credit, linkTo)) } : {}),
    ...(invoices.length > 1 ? { invoices: invoices.map((invoice) => invoiceIn(invoice, linkTo)) } : {}),
  };
}

const invoiceIn = (invoice: DocumentRecord, linkTo: LinkTo): ToldInvoice => ({
  number: invoice.number!,
  accessKey: invoice.accessKey!,
  state: invoice.state === "voided" || invoice.state === "credited" ? invoice.state : "authorised",
  authorisedAt: invoice.authorisedAt!.toISOString(),
  url: linkTo(invoice),
});

const creditIn = (credit: DocumentRecord, linkTo: LinkTo) => ({
  number: credit.number!,
  accessKey: credit.accessKey!,
  total: formatMinor(credit.totalMinor, credit.currency),
  url: linkTo(credit),
});

const notesOf = ({ invoices, credits }: Told): string[] => [
  ...invoices.flatMap(({ number, authorisationNumber, state }) => [
    `Factura ${number} · autorización ${authorisationNumber}`,
    ...(state === "voided" ? [`Factura ${number} anulada`] : []),
  ]),
  ...credits.map((credit) => `Nota de crédito ${credit.number} · ${formatMinor(credit.totalMinor, credit.currency)} ${credit.currency}`),
];
