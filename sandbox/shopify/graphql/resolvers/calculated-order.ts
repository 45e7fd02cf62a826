import { gid } from "../../domain/gid.ts";
import { outstandingOf } from "../../domain/payment.ts";
import type { Order } from "../../domain/order-state.ts";
import { currentShippingNet, currentSums, netOfUnits } from "../../domain/totals.ts";
import { connection, type PageArguments } from "../connection.ts";
import type { Context } from "../context.ts";
import { bag } from "./money.ts";

type Node = Record<string, unknown>;

/** An order in the middle of an edit: as it would be if what is staged were committed. */
export function calculatedOrderNode(order: Order, preview: Order): Node {
  const sums = currentSums(preview);
  return {
    __typename: "CalculatedOrder",
    id: gid("CalculatedOrder", order.editSession!.id),
    originalOrder: (_args: unknown, context: Context) => context.orderNode(order),
    lineItems: (args: PageArguments) => connection(preview.lines, args, (line) => calculatedLineNode(preview, line.id)),
    shippingLines: preview.shippingLines.map((one) => calculatedShippingNode(order, preview, one.id)),
    subtotalLineItemsQuantity: preview.lines.reduce((sum, line) => sum + line.currentQuantity, 0),
    subtotalPriceSet: bag(sums.subtotal, order),
    totalPriceSet: bag(sums.total, order),
    totalOutstandingSet: bag(outstandingOf(preview), order),
  };
}

export function calculatedLineNode(preview: Order, lineId: number): Node | null {
  const line = preview.lines.find((one) => one.id === lineId);
  if (!line) return null;
  return {
    __typename: "CalculatedLineItem",
    id: gid("CalculatedLineItem", line.id),
    title: line.title,
    sku: line.sku,
    quantity: line.currentQuantity,
    editableQuantity: line.currentQuantity,
    originalUnitPriceSet: bag(line.unitPrice, preview),
    editableSubtotalSet: bag(netOfUnits(line, line.currentQuantity), preview),
    restockable: true,
    variant: null,
  };
}

export function calculatedShippingNode(order: Order, preview: Order, id: number): Node | null {
  const shipping = preview.shippingLines.find((one) => one.id === id);
  if (!shipping) return null;
  const isNew = !order.shippingLines.some((one) => one.id === id);
  return {
    __typename: "CalculatedShippingLine",
    id: gid("CalculatedShippingLine", id),
    title: shipping.title,
    price: bag(currentShippingNet(shipping), order),
    stagedStatus: isNew ? "ADDED" : shipping.isRemoved ? "REMOVED" : "NONE",
  };
}
