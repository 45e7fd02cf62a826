/** What a buyer gives for the invoice; the JSON of the `$app:fiscal_data` metafield and of the `_fiscal_data` cart attribute. */
export type FiscalData = {
  schemaVersion: 1;
  country: string;
  idType: string;
  idNumber: string;
  legalName: string;
  email?: string;
};

/** Characters kept of each text. 300: SRI's razonSocialComprador; 254: RFC 5321's longest path. */
export const LONGEST = { country: 2, idType: 20, idNumber: 40, legalName: 300, email: 254 } as const;

/** Name and number SRI fixes for a buyer who does not identify. */
export const FINAL_CONSUMER = { idType: "final_consumer", idNumber: "9999999999999", legalName: "CONSUMIDOR FINAL" } as const;
