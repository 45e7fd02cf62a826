import { divideHalfUp, type Cents } from "./cents.ts";

/** Ecuador's IVA since April 2024, in basis points; lines and shipping alike. */
export const TAX_RATE_BASIS_POINTS = 1500;
export const TAX_TITLE = "IVA";

/**
 * The tax of one line (or of the shipping), rounded half up to the cent on its own, as Shopify does.
 * @param net what the buyer pays for the line after discounts; contains the tax when prices include it
 */
export function taxOf(net: Cents, rateBasisPoints: number, taxesIncluded: boolean): Cents {
  return divideHalfUp(net * rateBasisPoints, taxesIncluded ? 10_000 + rateBasisPoints : 10_000);
}
