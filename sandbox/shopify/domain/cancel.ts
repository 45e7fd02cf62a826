import { Refusal, tell, type Core, type OrderTopic } from "./core.ts";
import { bookAgainst, giveMoneyBack } from "./give-back.ts";
import { openAuthorization, receivedOf, refundedOf } from "./payment.ts";
import { everythingLeft, partsOf, takeOff } from "./refund.ts";
import type { Order } from "./order-state.ts";
import type { Shop } from "./state.ts";
import { currentSums } from "./totals.ts";

export const cancelReasons = ["customer", "declined", "fraud", "inventory", "staff", "other"] as const;
export type CancelReason = (typeof cancelReasons)[number];

/** Cancels an order that has not left: its lines are taken off, money goes back, authorised money is released. */
export function cancel(core: Core, shop: Shop, order: Order, reason: CancelReason): string[] {
  if (order.cancelledAt) throw new Refusal("Order has already been cancelled");
  if (order.fulfillments.some((one) => one.status === "SUCCESS")) throw new Refusal("Cannot cancel an order that has fulfilled items");
  const authorization = openAuthorization(order);
  if (authorization) bookAgainst(core, order, { kind: "VOID", amount: authorization.amount, parent: authorization });
  const toReturn = receivedOf(order) - refundedOf(order);
  const topics = takeEverythingOff(core, order, toReturn);
  const now = core.world.now().toISOString();
  order.cancelledAt = now;
  order.cancelReason = reason;
  for (const one of order.fulfillmentOrders)
    if (!one.lines.some((part) => part.total > 0)) Object.assign(one, { status: "CANCELLED", updatedAt: now });
  return tell(core, shop, order, `Cancelled (${reason})`, ...topics, "orders/cancelled", "orders/updated");
}

/** A refund record says what a cancellation took off, also where nothing had been paid; fees, which no refund names, leave with it. */
function takeEverythingOff(core: Core, order: Order, toReturn: number): OrderTopic[] {
  if (currentSums(order).total === 0 && order.lines.every((line) => line.currentQuantity === 0)) return [];
  const parts = partsOf(core, order, everythingLeft(order));
  const record = takeOff(core, order, { ...parts, adjustment: currentSums(order).total - parts.worth, note: null });
  record.transactionIds = giveMoneyBack(core, order, toReturn);
  return toReturn > 0 ? ["refunds/create"] : [];
}
