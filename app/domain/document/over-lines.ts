import { allocate, shareOut } from "./allocate";

const BASIS = 10_000n;

/**
 * A group's tax over its lines: each line's is its exact part of what was paid for it, rounded down or up. Where the group's tax is so far
 * from its rate that this can't add up, it is shared out in proportion instead.
 */
export function overLines(tax: bigint, amounts: readonly bigint[], rateBasisPoints: bigint): bigint[] {
  const numerators = amounts.map((amount) => amount * rateBasisPoints);
  const denominator = BASIS + rateBasisPoints;
  const missing = numerators.reduce((left, numerator) => left - numerator / denominator, tax);
  const rounded = numerators.filter((numerator) => numerator % denominator !== 0n).length;
  return missing >= 0n && missing <= BigInt(rounded) ? allocate(tax, numerators, denominator) : shareOut(tax, amounts);
}
