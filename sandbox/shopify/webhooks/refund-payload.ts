import { formatCents } from "../domain/cents.ts";
import { gid } from "../domain/gid.ts";
import type { Order } from "../domain/order-state.ts";
import type { Refund } from "../domain/return-state.ts";
import { linePayload, moneySet, shippingPayload } from "./line-payload.ts";

/** A refund as REST shows it; amounts of lines are numbers there, not strings. */
export function refundPayload(order: Order, refund: Refund): Record<string, unknown> {
  return {
    id: refund.id,
    admin_graphql_api_id: gid("Refund", refund.id),
    order_id: order.id,
    created_at: refund.createdAt,
    processed_at: refund.createdAt,
    note: refund.note,
    user_id: null,
    restock: refund.lines.some((line) => line.restock !== "no_restock"),
    return: null,
    duties: refund.duties > 0 && order.duties ? [{ duty_id: order.duties.id, amount_set: moneySet(refund.duties, order) }] : [],
    total_duties_set: moneySet(refund.duties, order),
    refund_line_items: refund.lines.map((line) => lineItem(order, line)),
    refund_shipping_lines: refund.shipping.map((part) => ({
      id: part.id,
      subtotal_amount_set: moneySet(part.subtotal, order),
      tax_amount_set: moneySet(part.tax, order),
      shipping_line: shippingPayload(
        order,
        order.shippingLines.find((one) => one.id === part.shippingLineId)!,
      ),
    })),
    order_adjustments: refund.adjustment ? [adjustment(order, refund.id, refund.adjustment)] : [],
    transactions: order.transactions
      .filter((one) => refund.transactionIds.includes(one.id))
      .map((one) => ({
        id: one.id,
        admin_graphql_api_id: gid("OrderTransaction", one.id),
        order_id: order.id,
        amount: formatCents(one.amount),
        currency: order.currency,
        gateway: one.gateway,
        kind: "refund",
        parent_id: one.parentId,
        processed_at: one.createdAt,
        status: "success",
      })),
  };
}

const lineItem = (order: Order, part: Refund["lines"][number]) => ({
  id: part.id,
  line_item_id: part.lineId,
  line_item: linePayload(
    order,
    order.lines.find((line) => line.id === part.lineId)!,
  ),
  location_id: null,
  quantity: part.quantity,
  restock_type: part.restock,
  subtotal: Number(formatCents(part.subtotal)),
  subtotal_set: moneySet(part.subtotal, order),
  total_tax: Number(formatCents(part.tax)),
  total_tax_set: moneySet(part.tax, order),
});

const adjustment = (order: Order, refundId: number, { id, amount }: NonNullable<Refund["adjustment"]>) => ({
  id,
  order_id: order.id,
  refund_id: refundId,
  amount: formatCents(-amount),
  amount_set: moneySet(-amount, order),
  kind: "refund_discrepancy",
  reason: "Refund discrepancy",
  tax_amount: "0.00",
  tax_amount_set: moneySet(0, order),
});
