import { shareOut } from "./allocate";
import type { DocumentLine, DocumentTotals } from "./document";
import { burdenOfLine, remainderOf } from "./remainder";
import { takePart, type Wanted } from "./take-part";

/** What a delivery carries: so many units of order lines. */
export type DeliveryPart = readonly { lineId: string; quantity: number }[];

/**
 * An order's totals by its deliveries, each with its own lines; shipping, charges and tip are on the first. The parts add up to the whole,
 * line by line and tax by tax. Throws RangeError unless the deliveries carry exactly what the order has.
 */
export function splitByDelivery(totals: DocumentTotals, deliveries: readonly DeliveryPart[]): DocumentTotals[] {
  const remainder = remainderOf(totals, []);
  const linesOf = remainder.lines.map(({ line, amount }) => splitLine(line, amount, quantitiesOf(line, deliveries)));
  const parts: DocumentTotals[] = [];
  deliveries.forEach((_, index) => {
    const wanted = linesOf.flatMap((split) => split[index] ?? []).filter((line) => line.quantity > 0);
    if (wanted.length === 0) throw new RangeError(`delivery ${index + 1} carries nothing`);
    parts.push(takePart(remainderOf(totals, parts), wanted, index === 0 ? totals.tipMinor : 0));
  });
  return parts;
}

function quantitiesOf({ ref, quantity }: DocumentLine, deliveries: readonly DeliveryPart[]): number[] {
  if (ref.kind !== "line") return deliveries.map((_, index) => (index === 0 ? quantity : 0));
  const quantities = deliveries.map((part) => part.filter(({ lineId }) => lineId === ref.id).reduce((sum, each) => sum + each.quantity, 0));
  if (quantities.reduce((sum, each) => sum + each, 0) !== quantity) throw new RangeError(`deliveries don't add up to line ${ref.id}`);
  return quantities;
}

function splitLine(line: DocumentLine, amount: bigint, quantities: readonly number[]): Wanted[] {
  const burden = burdenOfLine(line);
  const weights = quantities.map(BigInt);
  const [amounts, discounts] = [shareOut(amount, weights), shareOut(BigInt(line.discountMinor), weights)];
  return quantities.map((quantity, index) => ({
    ref: line.ref,
    code: line.code,
    description: line.description,
    quantity,
    amount: amounts[index] ?? 0n,
    discount: discounts[index] ?? 0n,
    burden: { ...burden, perUnit: burden.perUnit && { ...burden.perUnit, units: (burden.perUnit.units * quantity) / line.quantity } },
  }));
}
