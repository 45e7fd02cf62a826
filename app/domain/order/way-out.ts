import type { OrderLine, SaleOrder } from "./order";
import { isHandedOver, waysOut } from "./ways-out";

type Goods = Pick<
  SaleOrder,
  "lines" | "removedLines" | "financialStatus" | "sourceName" | "shippingLines" | "fulfillmentOrders" | "fulfillments"
>;
type Removed = Pick<Goods, "lines" | "removedLines" | "financialStatus">;

/** Why an order needs nobody to bring it. */
export type NoWayOut = "order_refunded" | "handed_over" | "gift_cards_only" | "nothing_to_ship" | "already_fulfilled";

const isShipped = ({ requiresShipping, quantity }: OrderLine): boolean => requiresShipping && quantity > 0;

/** Whether all that was to be delivered was taken off the order again, or all its money given back. */
export const isTakenBack = ({ lines, removedLines, financialStatus }: Removed): boolean =>
  financialStatus === "REFUNDED" || (!lines.some(isShipped) && removedLines.some(({ requiresShipping }) => requiresShipping));

/** Null: some of it has to be brought, sent or fetched. */
export function noWayOut(sale: Goods): NoWayOut | null {
  if (isTakenBack(sale)) return "order_refunded";
  if (waysOut(sale).length > 0) return null;
  if (isHandedOver(sale)) return "handed_over";
  if (sale.lines.length > 0 && sale.lines.every(({ isGiftCard }) => isGiftCard)) return "gift_cards_only";
  return sale.lines.some(isShipped) ? "already_fulfilled" : "nothing_to_ship";
}

/** Whether the payment is the last thing that will happen, or the goods had left with their buyer by then. */
export const isDeliveredAtSale = (sale: Goods): boolean => {
  const none = noWayOut(sale);
  return isHandedOver(sale) || none === "nothing_to_ship" || none === "gift_cards_only";
};
