import type { DocumentLine } from "./document";
import { halfUp } from "./rounding";

const MICROS_PER_MINOR = 10_000n;

/** quantity × unit price in minor units, half up, as a document's reader computes it. */
export const amountOf = (quantity: bigint, unitPriceMicros: bigint): bigint => halfUp(quantity * unitPriceMicros, MICROS_PER_MINOR);

/**
 * A unit price of six decimals, and the discount, such that quantity × unit price − discount is the line's base to the cent.
 * From ten thousand units on six decimals can be too coarse: then the price is rounded up and the discount takes the difference.
 */
export function priceLine(
  baseMinor: bigint,
  discountMinor: bigint,
  quantity: bigint,
): Pick<DocumentLine, "unitPriceMicros" | "discountMinor"> {
  const amount = baseMinor + discountMinor;
  const nearest = halfUp(amount * MICROS_PER_MINOR, quantity);
  if (amountOf(quantity, nearest) === amount) return { unitPriceMicros: nearest, discountMinor: Number(discountMinor) };
  const above = (amount * MICROS_PER_MINOR + quantity - 1n) / quantity;
  return { unitPriceMicros: above, discountMinor: Number(amountOf(quantity, above) - baseMinor) };
}
