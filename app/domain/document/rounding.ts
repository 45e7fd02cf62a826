const BASIS = 10_000n;

/** numerator / denominator, half up; for amounts, which are never negative. */
export const halfUp = (numerator: bigint, denominator: bigint): bigint => (2n * numerator + denominator) / (2n * denominator);

/** The tax on a base, in the same minor units, half up. */
export const taxOn = (base: bigint, rateBasisPoints: bigint): bigint => halfUp(base * rateBasisPoints, BASIS);

/** What is left of an amount when the tax in it is taken out. */
export const withoutTax = (amount: bigint, rateBasisPoints: bigint): bigint => halfUp(amount * BASIS, BASIS + rateBasisPoints);

/** How far a tax is from base × rate before any rounding, in ten-thousandths of a minor unit. */
export function taxError(base: bigint, tax: bigint, rateBasisPoints: bigint): bigint {
  const error = tax * BASIS - base * rateBasisPoints;
  return error < 0n ? -error : error;
}

/** One minor unit, as `taxError` counts. */
export const ONE_MINOR = BASIS;
