import type { TaxLaw } from "~/domain/document/tax-law";
import { BOTTLE } from "./tax-codes";
import { checkIvaRate } from "./tax-rates";

/** Ecuador's taxes on a day: IVA at the rates in force, ICE by value under one of SRI's codes (3 and three digits), IRBPNR per bottle. */
export const taxLaw = (day: string): TaxLaw => ({
  vat: (rateBasisPoints) => checkIvaRate(rateBasisPoints, day),
  excise: ({ code, rateBasisPoints }) =>
    /^3\d{3}$/.test(code) && rateBasisPoints > 0 ? null : { code: "tax_rate_unknown", params: { rate: `ICE ${code}` } },
  bottle: BOTTLE,
});
