import type { FiscalData } from "./fiscal-data";

/** Shopify's own tax field (TAX_CREDENTIAL_EC): 13 digits are a RUC, 10 a cédula, anything else a passport. */
export function fiscalDataFromLocalizedFields(fields: readonly { key: string; value: string }[], legalName: string): FiscalData | null {
  const idNumber = fields
    .find(({ key }) => key === "TAX_CREDENTIAL_EC")
    ?.value.trim()
    .toUpperCase();
  if (!idNumber || legalName === "") return null;
  const idType = /^\d{13}$/.test(idNumber) ? "ruc" : /^\d{10}$/.test(idNumber) ? "cedula" : "passport";
  return { schemaVersion: 1, country: "EC", idType, idNumber, legalName };
}
