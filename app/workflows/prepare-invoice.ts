import type { CountryPack, Outcome } from "~/countries/pack";
import { defaultSeries } from "~/domain/document/default-series";
import type { InvoiceInput } from "~/domain/document/document";
import type { PostalAddress, SaleOrder } from "~/domain/order/order";
import { termDays } from "~/domain/order/payment-terms";
import type { Ports } from "~/ports/ports";
import type { CertificateRecord, DocumentRecord, IssuerRecord, OrderRecord, SeriesRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { issueDateOf } from "./issue-date";
import { orderOf } from "./order-of";
import { withTaxCategories } from "./tax-settings";

type Draft = { seriesId: string; input: Omit<InvoiceInput, "sequence" | "randomCode"> };

const problem = (
  code: string,
  params: Record<string, string | number> = {},
): { ok: false; problem: { code: string; params: Record<string, string | number> } } => ({ ok: false, problem: { code, params } });

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
  if (sale.currency !== pack.currency) return problem("currency_not_supported", { currency: sale.currency });
  const signing = await readiness(s, clock.now());
  if (!signing.ok) return signing;
  const dated = await issueDateOf(s, pack, document, clock.now());
  if (!dated.ok) return dated;
  const issueDate = dated.value;
  const categorised = await withTaxCategories(s, shop, sale);
  if (!categorised.ok) return categorised;
  const totals = pack.totals(categorised.value, issueDate);
  if (!totals.ok) return totals;
  const buyer = pack.buyer(buyerFacts(order, sale));
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
    additional: { Pedido: sale.name },
  };
  const trial = pack.build({ ...input, sequence: document.sequence ?? 1, randomCode: "00000000" });
  return trial.ok ? { ok: true, value: { seriesId: series.id, input } } : trial;
}

async function readiness(
  s: ShopStore,
  now: Date,
): Promise<Outcome<{ issuer: IssuerRecord; series: SeriesRecord; certificate: CertificateRecord }>> {
  const issuer = await s.issuer();
  if (!issuer) return problem("issuer_missing");
  if (issuer.environment === "production") return problem("production_not_enabled");
  const series = defaultSeries(await s.series(issuer.id), "invoice", issuer.environment);
  if (!series) return problem("issuer_missing");
  const certificate = await s.activeCertificate(issuer.id);
  if (!certificate) return problem("certificate_missing");
  if (certificate.notAfter <= now) return problem("certificate_expired", { date: certificate.notAfter.toISOString().slice(0, 10) });
  return { ok: true, value: { issuer, series, certificate } };
}

const buyerFacts = (order: OrderRecord, sale: SaleOrder) => ({
  fiscalData: order.fiscalData ?? sale.fiscalData,
  totalMinor: sale.totalMinor,
  fallbackEmail: sale.email,
  address: oneLine(sale.billingAddress ?? sale.shippingAddress),
  phone: sale.phone,
});

const oneLine = (address: PostalAddress | null): string | null =>
  (address && [address.address1, address.address2, address.city].filter(Boolean).join(", ")) || null;
