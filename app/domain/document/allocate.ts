/**
 * Largest remainder: whole numbers with the given sum, each its share (numerator over one denominator) rounded down or up. The missing
 * units go to the largest remainders, then to the largest shares, then to the first. Throws RangeError when the sum is not within one
 * unit per share of the shares' own sum.
 */
export function allocate(total: bigint, numerators: readonly bigint[], denominator: bigint): bigint[] {
  const floors = numerators.map((numerator) => numerator / denominator);
  const missing = total - floors.reduce((sum, floor) => sum + floor, 0n);
  if (missing < 0n || missing > BigInt(floors.length)) throw new RangeError(`${total} can't be shared out among ${floors.length}`);
  const first = numerators
    .map((numerator, index) => ({ index, numerator, remainder: numerator % denominator }))
    .sort((a, b) => compare(b.remainder, a.remainder) || compare(b.numerator, a.numerator) || a.index - b.index)
    .slice(0, Number(missing));
  for (const { index } of first) floors[index] = (floors[index] ?? 0n) + 1n;
  return floors;
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** A sum shared out in proportion to weights that aren't negative, each share its exact part rounded down or up. Nothing where all weigh nothing. */
export function shareOut(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  if (sum === 0n) return weights.map(() => 0n);
  return allocate(
    total,
    weights.map((weight) => weight * total),
    sum,
  );
}
