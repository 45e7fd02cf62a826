import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";
import { mayChangeFiscalData } from "~/domain/fiscal-data/may-change";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { ShopStore } from "~/ports/store";
import { turnOf } from "~/workflows/document/issue-document";
import { resumeDocument } from "~/workflows/document/resume-document";

type Input = { shopId: string; orderId: string; fiscalData: FiscalData; actor: string };
type Needs = Pick<Ports, "store" | "admin">;

/**
 * Fiscal data completed after checkout: kept on our order and on Shopify's, and the document that waited for it goes on. PermanentFailure
 * already_issued once the invoice has its number: order and invoice must not name two buyers.
 */
export async function saveFiscalData(ports: Needs, input: Input): Promise<void> {
  const { store } = ports;
  const [invoice] = await mustBeOpen(store.of(input.shopId), input.orderId);
  if (!invoice) return save(ports, input);
  // While this is written nobody numbers an invoice from the data as they were.
  await store.exclusively(input.shopId, `issue:${turnOf(invoice)}`, () => save(ports, input));
}

async function save({ store, admin }: Needs, { shopId, orderId, fiscalData, actor }: Input): Promise<void> {
  const s = store.of(shopId);
  await mustBeOpen(s, orderId);
  const { gid } = await s.order(orderId);
  await admin(await s.shop()).setOrderMetafield(gid, "fiscal_data", fiscalData);
  await store.change(shopId, async (change) => {
    await change.lock(`order:${gid}`);
    await change.updateOrder(orderId, { fiscalData });
    await change.record({ orderId, actor, type: "fiscal_data", from: null, to: fiscalData.idType });
    for (const document of await change.invoicesOfOrder(orderId))
      if (document.state === "waiting_for_data") await resumeDocument(change, document);
  });
}

async function mustBeOpen(s: ShopStore, orderId: string) {
  const invoices = await s.invoicesOfOrder(orderId);
  const issued = invoices.find(({ state }) => !mayChangeFiscalData(state));
  if (issued) throw new PermanentFailure("already_issued", { number: issued.number ?? "" });
  return invoices;
}
