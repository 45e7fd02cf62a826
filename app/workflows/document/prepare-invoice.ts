import type { CountryPack, Outcome } from "~/countries/pack";
import type { DocumentInput } from "~/domain/document/document";
import { invoicedPart } from "~/domain/document/gift-cards";
import { addressLine } from "~/domain/order/address-line";
import type { SaleOrder } from "~/domain/order/order";
import { termDays } from "~/domain/order/payment-terms";
import { isTakenBack } from "~/domain/order/way-out";
import type { Ports } from "~/ports/ports";
import type { DocumentRecord, OrderRecord } from "~/ports/records";
import { guideNumberOf } from "~/workflows/run/guide-of-order";
import { issueDateOf } from "./issue-date";
import { orderOf } from "./order-of";
import { problem, signingReadiness } from "./signing-readiness";
import { withTaxCategories } from "./tax-settings";

type Undecided<I> = I extends DocumentInput ? Omit<I, "sequence" | "randomCode"> : never;
/** A document but for what is decided when its number is taken. `settledRefunds`: what an invoice already takes into account. */
export type Draft = { seriesId: string; input: Undecided<DocumentInput>; settledRefunds: string[] };

/** Everything a number may be spent on: the order as it is now, its buyer, its totals, the issuer able to sign. Or the first thing that is missing. */
export async function prepareInvoice(
  { store, admin, clock }: Pick<Ports, "store" | "admin" | "clock">,
  pack: CountryPack,
  shopId: string,
  document: DocumentRecord,
): Promise<Outcome<Draft>> {
  const s = store.of(shopId);
  const [shop, order] = [await s.shop(), await orderOf(s, document)];
  const sale = await admin(shop, "now").order(order.gid);
  if (!sale) return problem("shopify_refused", { reason: "order not found" });
  if (sale.cancelledAt) return problem("order_cancelled");
  if (isTakenBack(sale)) return problem("order_refunded");
  if (sale.currency !== pack.currency) return problem("currency_not_supported", { currency: sale.currency });
  const signing = await signingReadiness(s, "invoice", clock.now());
  if (!signing.ok) return signing;
  const dated = await issueDateOf(s, pack, document, clock.now());
  if (!dated.ok) return dated;
  const issueDate = dated.value;
  const categorised = await withTaxCategories(s, shop, sale);
  if (!categorised.ok) return categorised;
  const sold = invoicedPart(categorised.value, shop.giftCards);
  if (sold.lines.length === 0 && categorised.value.lines.length > 0) return problem("gift_cards_only");
  const totals = pack.totals(sold, issueDate);
  if (!totals.ok) return totals;
  const buyer = pack.buyer(buyerFacts(order, sale, totals.value.totalMinor));
  if (!buyer.ok) return buyer;
  const { issuer, series } = signing.value;
  const { documentType, establishment, emissionPoint, environment } = series;
  const { totalMinor } = totals.value;
  const input = {
    kind: "invoice" as const,
    issuer,
    series: { documentType, establishment, emissionPoint, environment },
    issueDate,
    buyer: buyer.value,
    totals: totals.value,
    currency: sale.currency,
    payments: pack.payments({
      totalMinor,
      type: order.sale.paymentType,
      transactions: sale.transactions,
      gateways: sale.gateways,
      codes: shop.paymentCodes,
      termDays: termDays(sale.paymentTerms, issueDate, pack.timeZone),
    }),
    guide: await guideNumberOf(s, order.id),
    additional: { Pedido: sale.name },
  };
  const trial = pack.build({ ...input, sequence: document.sequence ?? 1, randomCode: "00000000" });
  return trial.ok ? { ok: true, value: { seriesId: series.id, input, settledRefunds: sale.refunds.map(({ gid }) => gid) } } : trial;
}

const buyerFacts = (order: OrderRecord, sale: SaleOrder, totalMinor: number) => ({
  fiscalData: order.fiscalData ?? sale.fiscalData,
  totalMinor,
  fallbackEmail: sale.email,
  address: addressLine(sale.billingAddress ?? sale.shippingAddress),
  phone: sale.phone,
});
