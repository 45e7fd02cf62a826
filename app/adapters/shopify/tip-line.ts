import type { ReadMinor } from "./amounts";
import { sumOf } from "./amounts";
import type { LineNode, OrderNode } from "./order-node";

/**
 * Shopify keeps a tip among the lines, outside the subtotal, with nothing that names it one. It is the line without product, tax or
 * shipment that costs what was tipped, where the subtotal leaves just that much out. Null: the tip is in no line.
 */
export function tipLineOf(order: OrderNode, minor: ReadMinor): LineNode | null {
  const tip = minor(order.totalTipReceivedSet);
  if (tip === 0) return null;
  const lines = order.lineItems.nodes;
  const unlike = (line: LineNode) => line.product !== null || line.requiresShipping || line.isGiftCard || line.taxLines.length > 0;
  const found = lines.find((line) => !unlike(line) && orderedNet(line, minor) === tip);
  const isLeftOut = sumOf(lines.map((line) => orderedNet(line, minor))) - minor(order.subtotalPriceSet) === tip;
  return found && isLeftOut ? found : null;
}

const orderedNet = (line: LineNode, minor: ReadMinor): number =>
  minor(line.originalUnitPriceSet) * line.quantity - sumOf(line.discountAllocations.map((one) => minor(one.allocatedAmountSet)));
