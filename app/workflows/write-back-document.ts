import { formatMinor } from "~/domain/money/money";
import type { InvoiceMetafield, Ports, ShopifyAdmin } from "~/ports/ports";
import type { DocumentRecord, Shop } from "~/ports/records";
import { orderOf } from "./order-of";

type Needs = Pick<Ports, "store" | "admin" | "clock" | "links">;
type Input = { shopId: string; documentId: string };

const LINK_DAYS = 366;
const DAY = 86_400_000;

/** The order learns its invoice and what was credited of it: metafield, tag, note. Looks before it writes. */
export async function writeBackDocument(ports: Needs, { shopId, documentId }: Input): Promise<void> {
  const { store, admin, clock } = ports;
  const { orderId } = await store.of(shopId).document(documentId);
  await store.exclusively(shopId, `on-shopify:${orderId}`, async () => {
    const s = store.of(shopId);
    const document = await s.document(documentId);
    const [shop, order] = [await s.shop(), await orderOf(s, document)];
    const invoice = await s.invoiceOfOrder(order.id);
    // A voided one that has made room for a new one has nothing more to say about the order.
    const isCurrent = document.kind !== "invoice" || invoice?.id === document.id;
    if (!document.authorisedAt || !invoice || !isCurrent) return;
    const credits = (await s.documentsOfOrder(order.id)).filter(
      ({ kind, originalId, authorisedAt }) => kind === "credit_note" && originalId === invoice.id && authorisedAt !== null,
    );
    const isWritten = await writeOnOrder(admin(shop), order.gid, { invoice, credits, links: linksOf(ports, shop) });
    if (!isWritten || document.writtenBackAt) return;
    await store.change(shopId, async (change) => {
      await change.updateDocument(documentId, { writtenBackAt: clock.now() });
      const reason = { code: "written_back", params: { number: document.number! } };
      await change.record({ orderId: order.id, documentId, actor: "system", type: "order", from: null, to: "invoiced", reason });
    });
  });
}

type LinkOf = (document: DocumentRecord) => string;
type Told = { invoice: DocumentRecord; credits: DocumentRecord[]; links: LinkOf };

const linksOf =
  ({ links, clock }: Needs, { publicKey }: Shop): LinkOf =>
  ({ id }) =>
    links.fileUrl({ publicKey, kind: "invoice-pdf", id }, new Date(clock.now().getTime() + LINK_DAYS * DAY));

/** False when the order is gone. */
async function writeOnOrder(shopify: ShopifyAdmin, gid: string, told: Told): Promise<boolean> {
  const sale = await shopify.order(gid);
  if (!sale) return false;
  await shopify.setOrderMetafield(gid, "invoice", metafieldOf(told));
  await shopify.replaceStateTag(gid, STATE_TAGS[told.invoice.state] ?? "bim:invoiced", sale.tags);
  const missing = notesOf(told).filter((note) => !sale.note?.includes(note));
  if (missing.length > 0) await shopify.setOrderNote(gid, [sale.note, ...missing].filter(Boolean).join("\n"));
  return true;
}

const STATE_TAGS: Partial<Record<DocumentRecord["state"], string>> = { voided: "bim:voided", credited: "bim:credited" };

function metafieldOf({ invoice, credits, links }: Told): InvoiceMetafield {
  const { number, accessKey, state, authorisedAt } = invoice;
  return {
    schemaVersion: 1,
    number: number!,
    accessKey: accessKey!,
    state: state === "voided" || state === "credited" ? state : "authorised",
    authorisedAt: authorisedAt!.toISOString(),
    url: links(invoice),
    ...(credits.length > 0 ? { credits: credits.map((credit) => creditIn(credit, links)) } : {}),
  };
}

const creditIn = (credit: DocumentRecord, links: LinkOf) => ({
  number: credit.number!,
  accessKey: credit.accessKey!,
  total: formatMinor(credit.totalMinor, credit.currency),
  url: links(credit),
});

function notesOf({ invoice, credits }: Told): string[] {
  const { number, authorisationNumber, state } = invoice;
  return [
    `Factura ${number} · autorización ${authorisationNumber}`,
    ...(state === "voided" ? [`Factura ${number} anulada`] : []),
    ...credits.map((credit) => `Nota de crédito ${credit.number} · ${formatMinor(credit.totalMinor, credit.currency)} ${credit.currency}`),
  ];
}
