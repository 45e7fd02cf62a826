import type { OrderLine, SaleOrder } from "./order";

const IS_OVER = new Set(["CLOSED", "CANCELLED"]);

type Goods = Pick<SaleOrder, "lines" | "removedLines" | "financialStatus" | "fulfillmentOrders">;

/** Why an order needs nobody to deliver it. */
export type NoWayOut = "order_refunded" | "nothing_to_ship" | "already_fulfilled";

const isShipped = ({ requiresShipping, quantity }: OrderLine): boolean => requiresShipping && quantity > 0;

/** Whether all that was to be delivered was taken off the order again, or all its money given back. */
export const isTakenBack = ({ lines, removedLines, financialStatus }: Goods): boolean =>
  financialStatus === "REFUNDED" || (!lines.some(isShipped) && removedLines.some(({ requiresShipping }) => requiresShipping));

/** Null: somebody has to deliver it. Shopify opens fulfilment orders a moment after the order: without any, its lines tell. */
export function noWayOut(sale: Goods): NoWayOut | null {
  if (isTakenBack(sale)) return "order_refunded";
  if (!sale.lines.some(isShipped)) return "nothing_to_ship";
  const { fulfillmentOrders } = sale;
  return fulfillmentOrders.length > 0 && fulfillmentOrders.every(({ status }) => IS_OVER.has(status)) ? "already_fulfilled" : null;
}
