import type { CountryPack, Outcome } from "~/countries/pack";
import type { CreditNoteInput, InvoiceInput } from "~/domain/document/document";
import type { Refund } from "~/domain/order/refund";
import { dateIn } from "~/domain/time/calendar";
import type { Ports } from "~/ports/ports";
import type { DocumentRecord } from "~/ports/document-records";
import type { ShopStore } from "~/ports/store";
import { fiscalZone } from "./fiscal-zone";
import { orderOf } from "./order-of";
import type { Draft } from "./decide-invoice";
import { aboutOf, cancellationOf, creditedRefund } from "./request-credits";
import { problem, signingReadiness } from "./signing-readiness";

/** Everything a credit note's number may be spent on: what is left of its invoice, what the refund takes of it, the issuer able to sign. */
export async function prepareCreditNote(
  { store, clock }: Pick<Ports, "store" | "clock">,
  pack: CountryPack,
  shopId: string,
  document: DocumentRecord,
): Promise<Outcome<Draft>> {
  const s = store.of(shopId);
  const [{ gid, sale }, original] = [await orderOf(s, document), await s.document(document.originalId!)];
  const invoice = original.input as InvoiceInput | null;
  if (!original.authorisedAt || !invoice) return problem("original_not_authorised");
  const about = aboutOf(document.subject);
  const refund = about === cancellationOf(gid) ? "everything" : sale.refunds.find((one) => one.gid === about);
  if (!refund) return problem("nothing_to_credit");
  // Where the invoice was issued, whatever is linked where today.
  const { establishment: at, emissionPoint: point } = invoice.series;
  const place = { establishment: at, emissionPoint: point };
  const signing = await signingReadiness(s, { documentType: "credit_note", place, seriesId: document.seriesId }, clock.now());
  if (!signing.ok) return signing;
  const { taxesIncluded } = sale;
  const beside = { invoices: await s.invoicesOfOrder(document.orderId!), deliveries: await s.deliveriesOfOrder(document.orderId!) };
  const asked = refund === "everything" ? refund : creditedRefund(refund, sale, original, beside);
  const credit = pack.credit({ original: invoice.totals, credited: await creditedBefore(s, document), refund: asked, taxesIncluded });
  if (!credit.ok) return credit;
  const { issuer, series } = signing.value;
  const { documentType, establishment, emissionPoint, environment } = series;
  const input: Omit<CreditNoteInput, "sequence" | "randomCode"> = {
    kind: "credit_note",
    issuer,
    series: { documentType, establishment, emissionPoint, environment },
    issueDate: dateIn(clock.now(), await fiscalZone(s, pack)),
    buyer: invoice.buyer,
    original: { documentType: "invoice", number: original.number!, issueDate: original.issueDate! },
    reason: reasonOf(refund),
    totals: credit.value.totals,
    currency: invoice.currency,
    additional: { Pedido: sale.name },
  };
  const trial = pack.build({ ...input, sequence: document.sequence ?? 1, randomCode: "00000000" });
  return trial.ok ? { ok: true, value: { seriesId: series.id, input, settledRefunds: [] } } : trial;
}

/** What other credit notes took of the same invoice, whether the authority has seen them yet or not. */
async function creditedBefore(s: ShopStore, { id, orderId, originalId }: DocumentRecord): Promise<CreditNoteInput["totals"][]> {
  const others = (await s.documentsOfOrder(orderId!)).filter(
    (other) => other.originalId === originalId && other.id !== id && !["rejected", "voided", "waiting_for_data"].includes(other.state),
  );
  return others.map(({ input }) => (input as CreditNoteInput).totals);
}

/** The document speaks the country's language by law; the merchant's own words come first. */
function reasonOf(refund: Refund | "everything"): string {
  if (refund === "everything") return "Anulación del pedido";
  if (refund.note?.trim()) return refund.note.trim();
  return refund.totalMinor === 0 ? "Cambio del pedido" : "Devolución";
}
