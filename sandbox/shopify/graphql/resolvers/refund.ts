import { gid } from "../../domain/gid.ts";
import type { Order } from "../../domain/order-state.ts";
import type { Refund } from "../../domain/return-state.ts";
import { connection, type PageArguments } from "../connection.ts";
import type { Context } from "../context.ts";
import { dutyNode, lineNode, shippingNode } from "./line.ts";
import { bag } from "./money.ts";
import { transactionNode } from "./transaction.ts";

type Node = Record<string, unknown>;

export function refundNode(order: Order, refund: Refund): Node {
  const transactions = order.transactions.filter((one) => refund.transactionIds.includes(one.id));
  const total = transactions.reduce((sum, one) => sum + one.amount, 0);
  return {
    __typename: "Refund",
    id: gid("Refund", refund.id),
    legacyResourceId: String(refund.id),
    createdAt: refund.createdAt,
    processedAt: refund.createdAt,
    updatedAt: refund.createdAt,
    note: refund.note,
    totalRefundedSet: bag(total, order),
    duties:
      refund.duties > 0 && order.duties ? [{ amountSet: bag(refund.duties, order), originalDuty: dutyNode(order, order.duties) }] : [],
    return: null,
    refundLineItems: (args: PageArguments) => connection(refund.lines, args, (part) => lineItemNode(order, part)),
    refundShippingLines: (args: PageArguments) => connection(refund.shipping, args, (part) => shippingLineNode(order, part)),
    // Negative: given back beyond what the rest is worth.
    orderAdjustments: (args: PageArguments) =>
      connection(refund.adjustment ? [refund.adjustment] : [], args, (part) => ({
        id: gid("OrderAdjustment", part.id),
        reason: "REFUND_DISCREPANCY",
        amountSet: bag(-part.amount, order),
        taxAmountSet: bag(0, order),
      })),
    transactions: (args: PageArguments) => connection(transactions, args, (one) => transactionNode(order, one)),
    order: (_args: unknown, context: Context) => context.orderNode(order),
  };
}

function lineItemNode(order: Order, part: Refund["lines"][number]): Node {
  const line = order.lines.find((candidate) => candidate.id === part.lineId)!;
  return {
    id: gid("RefundLineItem", part.id),
    quantity: part.quantity,
    restockType: part.restock.toUpperCase(),
    restocked: part.restock !== "no_restock",
    location: null,
    priceSet: bag(line.unitPrice, order),
    subtotalSet: bag(part.subtotal, order),
    totalTaxSet: bag(part.tax, order),
    lineItem: lineNode(order, line),
  };
}

const shippingLineNode = (order: Order, part: Refund["shipping"][number]): Node => ({
  id: gid("RefundShippingLine", part.id),
  subtotalAmountSet: bag(part.subtotal, order),
  taxAmountSet: bag(part.tax, order),
  shippingLine: shippingNode(
    order,
    order.shippingLines.find((one) => one.id === part.shippingLineId)!,
  ),
});
