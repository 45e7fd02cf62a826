import { Refusal, tell, type Core } from "./core.ts";
import { openAuthorization, receivedOf, refundedOf } from "./payment.ts";
import type { Order, Shop, Transaction } from "./state.ts";

export const cancelReasons = ["customer", "declined", "fraud", "inventory", "staff", "other"] as const;
export type CancelReason = (typeof cancelReasons)[number];

/** Cancels an order that has not left: money goes back, authorised money is released. */
export function cancel(core: Core, shop: Shop, order: Order, reason: CancelReason): string[] {
  if (order.cancelledAt) throw new Refusal("Order has already been cancelled");
  if (order.fulfillments.some((one) => one.status === "SUCCESS")) throw new Refusal("Cannot cancel an order that has fulfilled items");
  const now = core.world.now().toISOString();
  const book = (kind: "VOID" | "REFUND", amount: number, parent: Transaction) =>
    order.transactions.push({
      id: core.world.newId(),
      kind,
      status: "SUCCESS",
      amount,
      parentId: parent.id,
      gateway: parent.gateway,
      isManual: parent.isManual,
      createdAt: now,
      authorizationExpiresAt: null,
    });
  const authorization = openAuthorization(order);
  if (authorization) book("VOID", authorization.amount, authorization);
  const toReturn = receivedOf(order) - refundedOf(order);
  const paid = order.transactions.find((one) => one.status === "SUCCESS" && (one.kind === "SALE" || one.kind === "CAPTURE"));
  if (paid && toReturn > 0) book("REFUND", toReturn, paid);
  order.cancelledAt = now;
  order.cancelReason = reason;
  for (const line of order.lines) line.currentQuantity = 0;
  if (order.shipping) order.shipping.isRemoved = true;
  for (const one of order.fulfillmentOrders) if (one.status !== "CLOSED") Object.assign(one, { status: "CANCELLED", updatedAt: now });
  return tell(core, shop, order, `Cancelled (${reason})`, "orders/cancelled", "orders/updated");
}
