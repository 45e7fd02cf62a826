import type { Problem } from "../pack";

/** IVA as SRI's catalogue numbers its rates (`codigoPorcentaje`). */
export type IvaRate = { rateBasisPoints: number; code: string; inForce: boolean };

/** SRI's code of IVA among the taxes (3 is ICE, 5 IRBPNR). */
export const IVA = "2";

/**
 * 15 % since April 2024; 5 % for building materials; 8 % for tourism on decreed holidays. 12, 13 and 14 % are of other years, and Shopify
 * may still hold them.
 */
export const IVA_RATES: readonly IvaRate[] = [
  { rateBasisPoints: 0, code: "0", inForce: true },
  { rateBasisPoints: 500, code: "5", inForce: true },
  { rateBasisPoints: 800, code: "8", inForce: true },
  { rateBasisPoints: 1200, code: "2", inForce: false },
  { rateBasisPoints: 1300, code: "10", inForce: false },
  { rateBasisPoints: 1400, code: "3", inForce: false },
  { rateBasisPoints: 1500, code: "4", inForce: true },
];

/** `tax_rate_expired` or `tax_rate_unknown` { rate } in per cent, null for a rate in force. */
export function checkIvaRate(rateBasisPoints: number): Problem | null {
  const known = IVA_RATES.find((iva) => iva.rateBasisPoints === rateBasisPoints);
  if (known?.inForce) return null;
  return { code: known ? "tax_rate_expired" : "tax_rate_unknown", params: { rate: String(rateBasisPoints / 100) } };
}

/** The `codigoPorcentaje` of a rate that `checkIvaRate` let through. */
export function ivaCode(rateBasisPoints: number): string {
  const rate = IVA_RATES.find((iva) => iva.rateBasisPoints === rateBasisPoints);
  if (!rate) throw new RangeError(`IVA ${rateBasisPoints / 100} % has no code`);
  return rate.code;
}
