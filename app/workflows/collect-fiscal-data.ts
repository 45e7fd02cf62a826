import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";
import type { Ports } from "~/ports/ports";
import { resumeDocument } from "./resume-document";

type Input = { shopId: string; orderId: string; fiscalData: FiscalData; actor: string };

/** Fiscal data completed after checkout: kept on our order and on Shopify's, and the document that waited for it goes on. */
export async function saveFiscalData(
  { store, admin }: Pick<Ports, "store" | "admin">,
  { shopId, orderId, fiscalData, actor }: Input,
): Promise<void> {
  const shop = await store.of(shopId).shop();
  const { gid } = await store.of(shopId).order(orderId);
  await admin(shop).setOrderMetafield(gid, "fiscal_data", fiscalData);
  await store.change(shopId, async (s) => {
    await s.lock(`order:${gid}`);
    await s.updateOrder(orderId, { fiscalData });
    await s.record({ orderId, actor, type: "fiscal_data", from: null, to: fiscalData.idType });
    const document = await s.invoiceOfOrder(orderId);
    if (document?.state === "waiting_for_data") await resumeDocument(s, document);
  });
}
