const BASIS = 10_000n;

/**
 * The tax in a part of something of which amount and tax are known. The error of the whole against its rate is halved between the part and
 * what stays, so that both are nearest to their rate, and none can grow: a part is off by at most (1 + rate) / 2 plus half the whole's
 * error. The whole takes the whole tax, since nothing stays to bear any.
 */
export function shareOfTax(whole: { amount: bigint; tax: bigint }, part: bigint, rateBasisPoints: bigint): bigint {
  const factor = BASIS + rateBasisPoints;
  const error = whole.tax * factor - whole.amount * rateBasisPoints;
  const nearest = floor(2n * part * rateBasisPoints + error + factor, 2n * factor);
  return clamp(nearest, taxBounds(whole, part));
}

/** Neither the part nor what stays can have a negative tax, or more tax than was paid for it. */
export function taxBounds(whole: { amount: bigint; tax: bigint }, part: bigint): [least: bigint, most: bigint] {
  const staying = whole.amount - part;
  return [whole.tax > staying ? whole.tax - staying : 0n, part < whole.tax ? part : whole.tax];
}

export const clamp = (value: bigint, [least, most]: [bigint, bigint]): bigint => (value < least ? least : value > most ? most : value);

const floor = (numerator: bigint, denominator: bigint): bigint =>
  numerator / denominator - (numerator < 0n && numerator % denominator !== 0n ? 1n : 0n);
