import type { CountryPack, Outcome } from "~/countries/pack";
import type { DocumentInput, InvoiceInput, Issuer, SeriesKey } from "~/domain/document/document";
import { invoicedPart, type GiftCardRule } from "~/domain/document/gift-cards";
import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";
import { addressLine } from "~/domain/order/address-line";
import type { PaymentType, SaleOrder } from "~/domain/order/order";
import { termDays } from "~/domain/order/payment-terms";
import { isTakenBack } from "~/domain/order/way-out";
import { categorise, type TaxSettings } from "~/domain/tax-category/categorise";
import { paymentsOfShare, totalsOfShare, type DeliveryShare } from "./delivery-share";
import { problem } from "./signing-readiness";

type Undecided<I> = I extends DocumentInput ? Omit<I, "sequence" | "randomCode"> : never;
type Place = { issuer: Issuer; series: SeriesKey & { id: string } };

/** A document but for what is decided when its number is taken. `settledRefunds`: what an invoice already takes into account. */
export type Draft<I extends DocumentInput = DocumentInput> = { seriesId: string; input: Undecided<I>; settledRefunds: string[] };
export type InvoiceDraft = Draft<Extract<DocumentInput, { kind: "invoice" }>>;

/** Everything that an invoice follows from. What may itself be missing comes with its reason. `fiscalData`: as last known, or the order's own. */
export type InvoiceFacts = {
  sale: SaleOrder;
  fiscalData: FiscalData | null;
  paymentType: PaymentType;
  place: Outcome<Place>;
  issueDate: Outcome<string>;
  taxes: TaxSettings;
  paymentCodes: Readonly<Record<string, string>>;
  giftCards: GiftCardRule;
  /** Null: the invoice is the whole order's. */
  share: DeliveryShare | null;
  /** The number of the guide that brought the goods. */
  guide: string | null;
  /** The way of the goods, where the invoice stands in for their guide. */
  transport: InvoiceInput["transport"];
  /** A number that the document has already. */
  sequence: number | null;
};

/**
 * The invoice that follows from the facts, or the first thing that is in its way. Nothing is looked up and nothing is changed: issuing,
 * last month's rehearsal and the explorer for integrators all decide here.
 */
export function decideInvoice(pack: CountryPack, facts: InvoiceFacts): Outcome<InvoiceDraft> {
  const { sale, place } = facts;
  if (sale.cancelledAt) return problem("order_cancelled");
  if (isTakenBack(sale)) return problem("order_refunded");
  if (sale.currency !== pack.currency) return problem("currency_not_supported", { currency: sale.currency });
  if (!place.ok) return place;
  if (!facts.issueDate.ok) return facts.issueDate;
  const issueDate = facts.issueDate.value;
  const lines = categorise(sale.lines, facts.taxes);
  if (!lines.ok) return lines;
  // Of a line taken back, the tax counts only where some of its money was kept.
  const removedLines = categorise(keptMoney(sale) ? sale.removedLines : [], facts.taxes);
  if (!removedLines.ok) return removedLines;
  const sold = invoicedPart({ ...sale, lines: lines.value, removedLines: removedLines.value }, facts.giftCards);
  if (sold.lines.length === 0 && sale.lines.length > 0) return problem("gift_cards_only");
  const whole = pack.totals(sold, issueDate);
  if (!whole.ok) return whole;
  const totals = facts.share ? totalsOfShare(whole.value, sale, facts.share) : whole;
  if (!totals.ok) return totals;
  const buyer = pack.buyer(buyerFacts(facts, totals.value.totalMinor));
  if (!buyer.ok) return buyer;
  const { issuer, series } = place.value;
  const { documentType, establishment, emissionPoint, environment } = series;
  const paying = {
    type: facts.paymentType,
    transactions: sale.transactions,
    gateways: sale.gateways,
    codes: facts.paymentCodes,
    termDays: termDays(sale.paymentTerms, issueDate, pack.timeZone),
  };
  const input = {
    kind: "invoice" as const,
    issuer,
    series: { documentType, establishment, emissionPoint, environment },
    issueDate,
    buyer: buyer.value,
    totals: totals.value,
    currency: sale.currency,
    payments: facts.share
      ? paymentsOfShare(pack, paying, whole.value, totals.value, facts.share)
      : pack.payments({ ...paying, totalMinor: totals.value.totalMinor }),
    guide: facts.guide,
    transport: facts.transport,
    additional: { Pedido: sale.name },
  };
  const trial = pack.build({ ...input, sequence: facts.sequence ?? 1, randomCode: "00000000" });
  return trial.ok ? { ok: true, value: { seriesId: series.id, input, settledRefunds: sale.refunds.map(({ gid }) => gid) } } : trial;
}

const keptMoney = ({ refunds }: SaleOrder): boolean => refunds.some(({ adjustmentMinor }) => adjustmentMinor < 0);

const buyerFacts = ({ fiscalData, sale }: InvoiceFacts, totalMinor: number) => ({
  fiscalData: fiscalData ?? sale.fiscalData,
  totalMinor,
  fallbackEmail: sale.email,
  address: addressLine(sale.billingAddress ?? sale.shippingAddress),
  phone: sale.phone,
});
