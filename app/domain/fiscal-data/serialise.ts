import type { FiscalData } from "./fiscal-data";

/** The JSON stored on cart and order. Always the same keys in the same order, so that equal data are equal texts. */
export function serialiseFiscalData(data: FiscalData): string {
  const { schemaVersion, country, idType, idNumber, legalName, email } = data;
  return JSON.stringify({ schemaVersion, country, idType, idNumber, legalName, ...(email ? { email } : {}) });
}
