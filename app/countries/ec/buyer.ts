import type { Buyer } from "~/domain/document/document";
import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";
import { formatMinor } from "~/domain/money/money";
import { checkTaxId } from "~/domain/tax-id/check";
import { describeTaxIdCode, isError } from "~/domain/tax-id/describe";
import type { CountryPack, Outcome } from "../pack";
import { oneLine } from "../shared/text";

type BuyerInput = Parameters<CountryPack["buyer"]>[0];

/** tipoIdentificacionComprador, SRI's table 6. */
export const ID_TYPE_CODES: Readonly<Record<string, string>> = {
  ruc: "04",
  cedula: "05",
  passport: "06",
  final_consumer: "07",
  foreign_id: "08",
};

/** Throws RangeError for a type Ecuador doesn't have. */
export function idTypeCode(idType: string): string {
  const code = Object.hasOwn(ID_TYPE_CODES, idType) ? ID_TYPE_CODES[idType] : undefined;
  if (!code) throw new RangeError(`${idType} is no id type of Ecuador`);
  return code;
}

export const FINAL_CONSUMER = { idType: "final_consumer", idNumber: "9999999999999", legalName: "CONSUMIDOR FINAL" };

/** Above it the buyer has to be identified. */
export const FINAL_CONSUMER_LIMIT = {
  minor: 5000,
  source: "Reglamento de comprobantes de venta, reformado por el Decreto Ejecutivo 586: USD 50",
};

/**
 * The document's buyer. Without fiscal data, or as the buyer chose, a final consumer up to the limit, else `fiscal_data_missing` { limit
 * }; a wrong number or no name is `fiscal_data_invalid` { reason }, an i18n key. A company's RUC that fails its check digit passes: newer
 * ones do, SRI decides.
 */
export function buyer({ fiscalData, totalMinor, fallbackEmail, address, phone }: BuyerInput): Outcome<Buyer> {
  const contact = { email: fiscalData?.email || fallbackEmail, address, phone };
  if (fiscalData === null || fiscalData.idType === FINAL_CONSUMER.idType) {
    if (totalMinor <= FINAL_CONSUMER_LIMIT.minor) return { ok: true, value: { ...FINAL_CONSUMER, ...contact } };
    return { ok: false, problem: { code: "fiscal_data_missing", params: { limit: formatMinor(FINAL_CONSUMER_LIMIT.minor, "USD") } } };
  }
  const idNumber = normalised(fiscalData);
  const reason = wrong(fiscalData, idNumber);
  if (reason) return { ok: false, problem: { code: "fiscal_data_invalid", params: { reason } } };
  return { ok: true, value: { idType: fiscalData.idType, idNumber, legalName: oneLine(fiscalData.legalName, 300), ...contact } };
}

function wrong({ country, idType, legalName }: FiscalData, idNumber: string): string | null {
  const code = checkTaxId(country, idType, idNumber);
  if (isError(code)) return describeTaxIdCode(code);
  return oneLine(legalName, 300) === "" ? "fiscalData.legalNameMissing" : null;
}

/** As it is checked and printed: without what people put between digits, letters in capitals. A passport may have hyphens of its own. */
const normalised = ({ idType, idNumber }: FiscalData): string =>
  idNumber.replace(idType === "cedula" || idType === "ruc" ? /[\s.-]/g : /\s/g, "").toUpperCase();
