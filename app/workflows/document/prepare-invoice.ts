import type { CountryPack, Outcome } from "~/countries/pack";
import { asCollected } from "~/domain/document/as-collected";
import type { Ports } from "~/ports/ports";
import type { DocumentRecord } from "~/ports/document-records";
import { readSale } from "~/workflows/order/read-sale";
import { guideNumberOf } from "~/workflows/run/guide-of-order";
import { decideInvoice, type Draft } from "./decide-invoice";
import { deliveryShareOf } from "./delivery-share";
import { issueDateOf } from "./issue-date";
import { orderOf } from "./order-of";
import { placeOfInvoice } from "./place-of-invoice";
import { problem, signingReadiness } from "./signing-readiness";
import { taxSettingsFor } from "./tax-settings";
import { transportOf } from "./transport-of";

/** Everything a number may be spent on: the order as it is now, its buyer, its totals, the issuer able to sign. Or the first thing that is missing. */
export async function prepareInvoice(
  { store, admin, clock }: Pick<Ports, "store" | "admin" | "clock">,
  pack: CountryPack,
  shopId: string,
  document: DocumentRecord,
): Promise<Outcome<Draft>> {
  const s = store.of(shopId);
  const [shop, order] = [await s.shop(), await orderOf(s, document)];
  const sale = await readSale(admin(shop, "now"), shop, order.gid);
  if (!sale) return problem("shopify_refused", { reason: "order not found" });
  const { fiscalData } = order;
  const collected = await s.collectedForOrder(order.id);
  const share = await deliveryShareOf(s, document, sale);
  const wanted = {
    documentType: "invoice" as const,
    place: await placeOfInvoice(s, sale, order.id, share?.delivery ?? null),
    seriesId: document.seriesId,
  };
  const place = await signingReadiness(s, wanted, clock.now());
  const issueDate = await issueDateOf(s, pack, document, clock.now());
  return decideInvoice(pack, {
    sale,
    fiscalData,
    ...asCollected({ paymentType: order.sale.paymentType, paymentCodes: shop.paymentCodes }, collected.at(-1)?.how ?? null),
    place,
    issueDate,
    taxes: await taxSettingsFor(s, shop, sale),
    giftCards: shop.giftCards,
    share,
    guide: await guideNumberOf(s, order.id, share?.delivery ?? undefined),
    transport:
      place.ok && issueDate.ok
        ? await transportOf(s, pack, { ...order, sale }, { share, issuer: place.value.issuer, issueDate: issueDate.value })
        : null,
    sequence: document.sequence,
  });
}
