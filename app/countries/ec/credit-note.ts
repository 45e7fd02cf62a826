import type { Buyer, CreditNoteInput } from "~/domain/document/document";
import type { BuiltDocument, Outcome, Problem } from "../pack";
import { oneLine } from "../shared/text";
import { element, textElement, type Xml } from "../shared/xml";
import { accessKey, DOCUMENT_CODES } from "./access-key";
import { additionalInfo } from "./additional-info";
import { amount } from "./amounts";
import { built, moneyProblem } from "./built";
import { FINAL_CONSUMER, idTypeCode } from "./buyer";
import { issuerProblem } from "./issuer-problem";
import { details, taxTotals } from "./line-elements";
import { establishmentAddress, fecha, keepsAccounts, LONG, specialTaxpayer, taxInfo } from "./tax-info";

/** Since then an invoice to a final consumer can be neither annulled nor credited (Res. NAC-DGERCGC25-00000014). */
const FINAL_CONSUMERS_ARE_FINAL = "2026-01-01";

/**
 * The unsigned nota de crédito 1.1.0 on a factura. Problems: those of an invoice, `credit_of_final_consumer`, `credit_reason_missing`,
 * `original_invalid` { number }.
 */
export function creditNote(input: CreditNoteInput): Outcome<BuiltDocument> {
  const wrong =
    moneyProblem(input.currency, Math.max(input.totals.totalMinor, input.totals.discountMinor)) ??
    issuerProblem(input.issuer, input.series) ??
    creditProblem(input);
  if (wrong) return { ok: false, problem: wrong };
  const key = accessKey(input);
  return {
    ok: true,
    value: built(input, key, { name: "notaCredito", version: "1.1.0" }, [
      taxInfo(input, key),
      creditInfo(input),
      details(input.totals.lines, "codigoInterno"),
      additionalInfo(input.additional, input.buyer),
    ]),
  };
}

export const mayBeCredited = ({ idType }: Pick<Buyer, "idType">, day: string): boolean =>
  idType !== FINAL_CONSUMER.idType || day < FINAL_CONSUMERS_ARE_FINAL;

function creditProblem({ buyer, issueDate, original, reason }: CreditNoteInput): Problem | null {
  if (!mayBeCredited(buyer, issueDate)) return { code: "credit_of_final_consumer" };
  if (!/^\d{3}-\d{3}-\d{9}$/.test(original.number)) return { code: "original_invalid", params: { number: original.number } };
  return oneLine(reason, LONG) === "" ? { code: "credit_reason_missing" } : null;
}

/** Buyer, original and totals in the order of NotaCredito_V1.1.0.xsd. */
const creditInfo = ({ issuer, issueDate, buyer, original, totals, reason }: CreditNoteInput): Xml =>
  element("infoNotaCredito", [
    textElement("fechaEmision", fecha(issueDate)),
    establishmentAddress(issuer),
    textElement("tipoIdentificacionComprador", idTypeCode(buyer.idType)),
    textElement("razonSocialComprador", oneLine(buyer.legalName, LONG)),
    textElement("identificacionComprador", oneLine(buyer.idNumber, 20)),
    specialTaxpayer(issuer),
    keepsAccounts(issuer),
    textElement("codDocModificado", DOCUMENT_CODES[original.documentType]),
    textElement("numDocModificado", original.number),
    textElement("fechaEmisionDocSustento", fecha(original.issueDate)),
    textElement("totalSinImpuestos", amount(totals.baseMinor)),
    textElement("valorModificacion", amount(totals.totalMinor)),
    textElement("moneda", "DOLAR"),
    taxTotals(totals.groups),
    textElement("motivo", oneLine(reason, LONG)),
  ]);
