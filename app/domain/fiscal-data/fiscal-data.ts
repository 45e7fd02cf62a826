/** What a buyer gives for the invoice; the JSON of the `$app:fiscal_data` metafield and of the `_fiscal_data` cart attribute. */
export type FiscalData = {
  schemaVersion: 1;
  country: string;
  idType: string;
  idNumber: string;
  legalName: string;
  email?: string;
};
