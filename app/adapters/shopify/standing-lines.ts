import type { Refund } from "~/domain/order/refund";
import type { OrderLine } from "~/domain/order/order";
import { sumOf, taxIn, toTaxLines, withTax, type ReadMinor } from "./amounts";
import type { LineNode } from "./order-node";

/** `isEstimated`: some of its units left without a record that says what they were worth. */
export type Standing = { line: OrderLine; isEstimated: boolean };

/**
 * A line as it stands. Shopify's amounts on it are those of all units ever ordered; what refunds took off is in their records, to the cent.
 * Units gone without a record (an edit may leave none) take their even share with them.
 */
export function standingLine(node: LineNode, refunds: Refund[], minor: ReadMinor): Standing {
  const unitMinor = minor(node.originalUnitPriceSet);
  const orderedTaxLines = toTaxLines(node.taxLines, minor);
  const orderedNetMinor = unitMinor * node.quantity - sumOf(node.discountAllocations.map((one) => minor(one.allocatedAmountSet)));
  const taken = refunds.flatMap((refund) => refund.lines).filter(({ lineId }) => lineId === node.id);
  const recorded = sumOf(taken.map(({ quantity }) => quantity));
  const unrecorded = node.quantity - node.currentQuantity - recorded;
  const share = (ordered: number, given: number) =>
    unrecorded >= 0
      ? shareOf(ordered - given, node.currentQuantity, unrecorded)
      : shareOf(ordered, node.currentQuantity, node.quantity - node.currentQuantity);
  const netMinor = share(orderedNetMinor, sumOf(taken.map((one) => one.netMinor)));
  const taxMinor = share(taxIn(orderedTaxLines), sumOf(taken.map((one) => one.taxMinor)));
  return {
    isEstimated: unrecorded !== 0 && node.currentQuantity > 0,
    line: {
      id: node.id,
      title: node.name,
      sku: node.sku || null,
      productId: node.product?.id ?? null,
      productTags: node.product?.tags ?? [],
      productTaxCategory: node.product?.taxCategory?.value ?? null,
      orderedQuantity: node.quantity,
      quantity: node.currentQuantity,
      requiresShipping: node.requiresShipping,
      isGiftCard: node.isGiftCard,
      originalMinor: unitMinor * node.currentQuantity,
      netMinor,
      taxLines: withTax(orderedTaxLines, taxMinor),
      orderedNetMinor,
      orderedTaxLines,
    },
  };
}

/** Of what `kept + gone` units are worth, the part of those kept. */
const shareOf = (amount: number, kept: number, gone: number): number => (kept === 0 ? 0 : Math.round((amount * kept) / (kept + gone)));

/**
 * Where shares were estimated, Shopify's own sums decide the last cents: the difference goes to the estimated lines, a cent each at most.
 * A larger one is no rounding: it is left alone, the document's totals will differ and say so.
 */
export function settleEstimates(standing: Standing[], told: { netMinor: number; taxMinor: number }): OrderLine[] {
  const estimated = standing.filter((one) => one.isEstimated);
  const lines = standing.map((one) => one.line);
  const net = cents(told.netMinor - sumOf(lines.map((line) => line.netMinor)), estimated.length);
  const tax = cents(told.taxMinor - sumOf(lines.map((line) => taxIn(line.taxLines))), estimated.length);
  estimated.forEach(({ line }, index) => {
    line.netMinor += net[index] ?? 0;
    if (tax[index]) line.taxLines = withTax(line.taxLines, taxIn(line.taxLines) + tax[index]);
  });
  return lines;
}

function cents(difference: number, count: number): number[] {
  return Math.abs(difference) > count ? [] : Array.from({ length: Math.abs(difference) }, () => Math.sign(difference));
}
