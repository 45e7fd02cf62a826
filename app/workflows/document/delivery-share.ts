import type { CountryPack, Outcome } from "~/countries/pack";
import type { CreditNoteInput, DocumentTotals, InvoiceInput, Payment } from "~/domain/document/document";
import { negated } from "~/domain/document/line-amounts";
import { splitPayments } from "~/domain/document/payments";
import { shareOfDelivery, type Share } from "~/domain/document/split-by-delivery";
import { acceptedUnits, pendingRefused } from "~/domain/delivery/refused-units";
import type { SaleOrder } from "~/domain/order/order";
import type { DocumentRecord } from "~/ports/document-records";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { isRest } from "./rest-of-order";
import { problem } from "./signing-readiness";

/**
 * Of an invoice that is a delivery's own: that delivery, and its share of the order. No delivery: it is for what the order's earlier invoices
 * don't bear. `credited`: what their credit notes took off them; `settled`: refunds that every earlier invoice knew.
 */
export type DeliveryShare = Share & { delivery: DeliveryRecord | null; credited: DocumentTotals[]; settled: ReadonlySet<string> };

/** Whether an invoice is for a part of its order: one of its deliveries, or what the earlier ones don't bear. */
export const isOfDelivery = ({ kind, subject, orderId }: Pick<DocumentRecord, "kind" | "subject" | "orderId">): boolean =>
  kind === "invoice" && subject !== orderId && !subject.startsWith("voided:");

/** Null: the invoice is the whole order's. What a recipient did not take is on none of them. One that is issued anew beside others that stand bears what those leave. */
export async function deliveryShareOf(s: ShopStore, document: DocumentRecord, sale: SaleOrder): Promise<DeliveryShare | null> {
  if (document.kind !== "invoice") return null;
  const [deliveries, invoices] = [await s.deliveriesOfOrder(document.orderId!), await s.invoicesOfOrder(document.orderId!)];
  const delivery = deliveries.find(({ id }) => id === document.subject) ?? null;
  const isWhole = document.subject === document.orderId;
  if (!delivery && !isRest(document) && !isWhole) throw new Error(`invoice ${document.id} is of no delivery of its order`);
  const earlier = invoices.filter(({ id, input, state }) => id !== document.id && input !== null && state !== "voided");
  const refused = pendingRefused(sale.lines, deliveries);
  if (isWhole && earlier.length === 0)
    return refused.length === 0 ? null : { delivery: null, carries: [], others: [refused], earlier: [], credited: [], settled: new Set() };
  const shared = {
    delivery,
    earlier: earlier.map(({ input }) => (input as InvoiceInput).totals),
    settled: new Set(
      earlier
        .map(({ settledRefunds }) => settledRefunds)
        .reduce((all, one) => all.filter((gid) => one.includes(gid)), earlier[0]?.settledRefunds ?? []),
    ),
  };
  // After an invoice of the whole order everything that came since is the next one's, whoever carries it.
  if (!delivery || earlier.some(({ subject }) => subject === document.orderId))
    return { ...shared, carries: [], others: [refused], credited: await creditedOf(s, earlier) };
  const isInvoiced = new Set(earlier.map(({ subject }) => subject));
  const others = deliveries.filter(({ id, state }) => id !== delivery.id && state !== "cancelled" && !isInvoiced.has(id));
  return { ...shared, carries: acceptedUnits(delivery), others: [...others.map(({ lines }) => lines), refused], credited: [] };
}

async function creditedOf(s: ShopStore, earlier: readonly DocumentRecord[]): Promise<DocumentTotals[]> {
  const all = await s.documentsOfOrder(earlier[0]!.orderId!);
  const own = new Set(earlier.map(({ id }) => id));
  return all
    .filter(({ kind, input, state, originalId }) => kind === "credit_note" && input !== null && state !== "voided" && own.has(originalId!))
    .map(({ input }) => (input as CreditNoteInput).totals);
}

/**
 * The delivery's part of the order's totals. `split_order_changed`: the order changed after an earlier invoice in a way that no invoice of the
 * rest can tell; the accountant settles it.
 */
export function totalsOfShare(whole: DocumentTotals, sale: SaleOrder, share: DeliveryShare): Outcome<DocumentTotals> {
  const isUnclear =
    share.earlier.length > 0 && sale.refunds.some(({ gid, adjustmentMinor }) => adjustmentMinor !== 0 && !share.settled.has(gid));
  const earlier = [...share.earlier, ...share.credited.map(negated)];
  const part = isUnclear ? null : shareOfDelivery(whole, { ...share, earlier });
  return part ? { ok: true, value: part } : problem("split_order_changed");
}

type Paying = Omit<Parameters<CountryPack["payments"]>[0], "totalMinor">;

/** How the part is paid: each invoice takes in turn what the earlier ones left of the order's payments. */
export function paymentsOfShare(
  pack: CountryPack,
  paying: Paying,
  whole: DocumentTotals,
  part: DocumentTotals,
  { earlier }: DeliveryShare,
): Payment[] {
  const before = earlier.map(({ totalMinor }) => totalMinor);
  const rest = whole.totalMinor - part.totalMinor - before.reduce((sum, each) => sum + each, 0);
  // What was refunded since is no longer among the order's payments.
  if (rest < 0) return pack.payments({ ...paying, totalMinor: part.totalMinor });
  return splitPayments(pack.payments({ ...paying, totalMinor: whole.totalMinor }), [...before, part.totalMinor, rest])[before.length]!;
}
