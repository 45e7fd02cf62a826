import type { DocumentHead, DocumentType, SeriesKey } from "~/domain/document/document";

/** SRI's codes of the documents (`codDoc`): factura, nota de crédito, guía de remisión. */
export const DOCUMENT_CODES: Readonly<Record<DocumentType, string>> = { invoice: "01", credit_note: "04", dispatch_guide: "06" };

export const ambiente = (environment: SeriesKey["environment"]): string => (environment === "production" ? "2" : "1");

export const secuencial = (sequence: number): string => String(sequence).padStart(9, "0");

/** "001-001-000000001". */
export const documentNumber = (series: SeriesKey, sequence: number): string =>
  `${series.establishment}-${series.emissionPoint}-${secuencial(sequence)}`;

/**
 * The clave de acceso: 49 digits of date, document type, RUC, environment, series, number, a random code, emission type 1 and a check digit
 * (README). In the offline scheme it is the authorisation number too. Throws RangeError when a part has another form.
 */
export function accessKey({
  issuer,
  series,
  sequence,
  issueDate,
  randomCode,
}: Pick<DocumentHead, "issuer" | "series" | "sequence" | "issueDate" | "randomCode">): string {
  const [year = "", month = "", day = ""] = issueDate.split("-");
  const establishment = series.establishment + series.emissionPoint;
  const body = `${day}${month}${year}${DOCUMENT_CODES[series.documentType]}${issuer.taxId}${ambiente(series.environment)}${establishment}${secuencial(sequence)}${randomCode}1`;
  if (!/^\d{48}$/.test(body))
    throw new RangeError("an access key takes yyyy-mm-dd, 13 digits of RUC, 3 + 3 of series, a number up to 999999999 and 8 random digits");
  return body + checkDigit(body);
}

/** Modulus 11 with weights 2 to 7 from the right; 11 counts as 0, 10 as 1. */
export function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, index) => total + Number(digit) * (2 + (index % 6)), 0);
  const rest = 11 - (sum % 11);
  return rest === 11 ? 0 : rest === 10 ? 1 : rest;
}
