import type { CountryPack, Outcome } from "~/countries/pack";
import type { DocumentTotals, InvoiceInput, Payment } from "~/domain/document/document";
import { splitPayments } from "~/domain/document/payments";
import { shareOfDelivery, type Share } from "~/domain/document/split-by-delivery";
import type { SaleOrder } from "~/domain/order/order";
import type { DeliveryRecord, DocumentRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { problem } from "./signing-readiness";

/** Of an invoice that is a delivery's own: that delivery, and its share of the order. `settled`: refunds that every earlier invoice knew. */
export type DeliveryShare = Share & { delivery: DeliveryRecord; settled: ReadonlySet<string> };

/** Whether an invoice is for one of its order's deliveries. */
export const isOfDelivery = ({ kind, subject, orderId }: Pick<DocumentRecord, "kind" | "subject" | "orderId">): boolean =>
  kind === "invoice" && subject !== orderId && !subject.startsWith("voided:");

/** Null: the invoice is the whole order's. */
export async function deliveryShareOf(s: ShopStore, document: DocumentRecord): Promise<DeliveryShare | null> {
  if (!isOfDelivery(document)) return null;
  const [deliveries, invoices] = [await s.deliveriesOfOrder(document.orderId!), await s.invoicesOfOrder(document.orderId!)];
  const delivery = deliveries.find(({ id }) => id === document.subject);
  if (!delivery) throw new Error(`invoice ${document.id} is of no delivery of its order`);
  const earlier = invoices.filter(({ id, input, state }) => id !== document.id && input !== null && state !== "voided");
  const isInvoiced = new Set(earlier.map(({ subject }) => subject));
  const others = deliveries.filter(({ id, state }) => id !== delivery.id && state !== "cancelled" && !isInvoiced.has(id));
  return {
    delivery,
    carries: delivery.lines,
    others: others.map(({ lines }) => lines),
    earlier: earlier.map(({ input }) => (input as InvoiceInput).totals),
    settled: new Set(
      earlier
        .map(({ settledRefunds }) => settledRefunds)
        .reduce((all, one) => all.filter((gid) => one.includes(gid)), earlier[0]?.settledRefunds ?? []),
    ),
  };
}

/**
 * The delivery's part of the order's totals. `split_order_changed`: the order changed after an earlier invoice in a way that no invoice of the
 * rest can tell; the accountant settles it.
 */
export function totalsOfShare(whole: DocumentTotals, sale: SaleOrder, share: DeliveryShare): Outcome<DocumentTotals> {
  const isUnclear =
    share.earlier.length > 0 && sale.refunds.some(({ gid, adjustmentMinor }) => adjustmentMinor !== 0 && !share.settled.has(gid));
  const part = isUnclear ? null : shareOfDelivery(whole, share);
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
