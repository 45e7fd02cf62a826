import type { Refund } from "~/domain/order/refund";
import { sumOf, type ReadMinor } from "./amounts";
import type { RefundNode } from "./order-node";

/** A refund in our words; `tipId` is the line that is a tip. An adjustment is negative in Shopify where more was given back. */
export function toRefund(node: RefundNode, tipId: string | null, minor: ReadMinor): Refund {
  const lines = node.refundLineItems.nodes.map((part) => ({
    lineId: part.lineItem.id,
    quantity: part.quantity,
    netMinor: minor(part.subtotalSet),
    taxMinor: minor(part.totalTaxSet),
  }));
  const adjusted = sumOf(node.orderAdjustments.nodes.map((one) => minor(one.amountSet) + minor(one.taxAmountSet)));
  return {
    gid: node.id,
    createdAt: node.createdAt ?? "",
    note: node.note,
    lines: lines.filter(({ lineId }) => lineId !== tipId),
    shipping: node.refundShippingLines.nodes.map((part) => ({
      shippingLineId: part.shippingLine.id,
      netMinor: minor(part.subtotalAmountSet),
      taxMinor: minor(part.taxAmountSet),
    })),
    dutiesMinor: sumOf((node.duties ?? []).map((one) => minor(one.amountSet))),
    tipMinor: sumOf(lines.filter(({ lineId }) => lineId === tipId).map((one) => one.netMinor)),
    adjustmentMinor: adjusted === 0 ? 0 : -adjusted,
    totalMinor: minor(node.totalRefundedSet),
  };
}
