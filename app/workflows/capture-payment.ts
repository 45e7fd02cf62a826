import { formatMinor } from "~/domain/money/money";
import { PermanentFailure } from "~/ports/failures";
import type { Ports, ShopifyAdmin } from "~/ports/ports";
import type { Store } from "~/ports/store";
import { orderOf } from "./order-of";

type Input = { shopId: string; documentId: string };

/** The photo captures the card, then the invoice is issued. A failed capture needs a person; the invoice waits for it. */
export function capturePayment({ store, admin }: Pick<Ports, "store" | "admin">, { shopId, documentId }: Input): Promise<void> {
  return store.exclusively(shopId, `capture:${documentId}`, () => capture(store, admin, shopId, documentId));
}

async function capture(store: Store, admin: Ports["admin"], shopId: string, documentId: string): Promise<void> {
  const s = store.of(shopId);
  const [shop, document] = [await s.shop(), await s.document(documentId)];
  const order = await orderOf(s, document);
  const about = { orderId: order.id, documentId, actor: "system", type: "payment", from: "authorized" };
  try {
    const isCaptured = await captureIfOpen(admin(shop, "now"), order.gid);
    await store.change(shopId, async (change) => {
      await change.updateDocument(documentId, { attention: null });
      if (isCaptured) await change.record({ ...about, to: "captured", reason: { code: "photo_confirmed" } });
      await change.enqueue("issue-document", { shopId, documentId }, { startAfterSeconds: shop.invoiceDelaySeconds });
    });
  } catch (error) {
    if (!(error instanceof PermanentFailure)) throw error;
    const attention = { code: "capture_failed", params: { reason: String(error.params.reason ?? error.code) } };
    await store.change(shopId, async (change) => {
      await change.updateDocument(documentId, { attention });
      await change.record({ ...about, to: "authorized", reason: attention });
    });
  }
}

/** Looks first: a capture whose answer was lost must not be made again. */
async function captureIfOpen(shopify: ShopifyAdmin, gid: string): Promise<boolean> {
  const sale = await shopify.order(gid);
  if (!sale) throw new PermanentFailure("capture_failed", { reason: "order not found" });
  const authorisation = sale.transactions.find(({ kind, status }) => kind === "AUTHORIZATION" && status === "SUCCESS");
  if (!authorisation) throw new PermanentFailure("capture_failed", { reason: "no authorisation" });
  const captured = sale.transactions.some(
    ({ kind, status, parentGid }) => kind === "CAPTURE" && status === "SUCCESS" && parentGid === authorisation.gid,
  );
  if (captured || sale.financialStatus === "PAID") return false;
  await shopify.capture(
    sale.gid,
    authorisation.gid,
    formatMinor(sale.outstandingMinor > 0 ? sale.outstandingMinor : sale.totalMinor, sale.currency),
    sale.currency,
  );
  return true;
}
