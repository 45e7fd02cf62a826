import { ONE_MINOR, taxError, taxOn } from "./rounding";

type Fit = { base: bigint; tax: bigint };

/**
 * Base and tax that add up to what the buyer paid for a tax group and that agree with the rate (docs/decisions/0003-cent-differences.md).
 * In this order: Shopify's own pair when the tax on its base is its tax; else, within one cent per item of Shopify's base, the pair whose
 * tax is nearest to base × rate: the exact pair where there is one, else one less than a cent away. Null when nothing fits.
 */
export function fitTaxGroup(shopify: Fit, rateBasisPoints: bigint, items: number): Fit | null {
  if (shopify.tax === taxOn(shopify.base, rateBasisPoints)) return shopify;
  const paid = shopify.base + shopify.tax;
  let best: (Fit & { error: bigint }) | null = null;
  for (let shift = -BigInt(items); shift <= BigInt(items); shift++) {
    const base = shopify.base + shift;
    const tax = paid - base;
    if (base < 0n || tax < 0n) continue;
    const error = taxError(base, tax, rateBasisPoints);
    if (best === null || error < best.error) best = { base, tax, error };
  }
  return best !== null && best.error < ONE_MINOR ? { base: best.base, tax: best.tax } : null;
}
