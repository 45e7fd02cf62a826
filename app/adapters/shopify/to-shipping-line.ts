import type { ShippingLine } from "~/domain/order/order";
import type { Refund } from "~/domain/order/refund";
import { sumOf, taxIn, toTaxLines, withTax, type ReadMinor } from "./amounts";
import type { ShippingNode } from "./order-node";

/** A shipping line as it stands: what refunds gave back comes off price and tax alike, its discount stays what it was. */
export function toShippingLine(node: ShippingNode, refunds: Refund[], minor: ReadMinor): ShippingLine {
  const orderedTaxLines = toTaxLines(node.taxLines, minor);
  const orderedNetMinor = minor(node.discountedPriceSet);
  const discountMinor = minor(node.originalPriceSet) - orderedNetMinor;
  const given = refunds.flatMap((refund) => refund.shipping).filter(({ shippingLineId }) => shippingLineId === node.id);
  const netMinor = node.isRemoved ? 0 : minor(node.currentDiscountedPriceSet);
  const taxMinor = netMinor === 0 ? 0 : taxIn(orderedTaxLines) - sumOf(given.map((one) => one.taxMinor));
  return {
    id: node.id ?? "",
    title: node.title,
    code: node.code,
    originalMinor: netMinor + discountMinor,
    netMinor,
    taxLines: withTax(orderedTaxLines, taxMinor),
    orderedNetMinor,
    orderedTaxLines,
  };
}

/** Nothing of it is left: removed by an edit, or given back whole. Free shipping is still there. */
export const isShippingGone = (node: ShippingNode, line: ShippingLine): boolean =>
  node.isRemoved || (line.netMinor === 0 && line.orderedNetMinor > 0);
