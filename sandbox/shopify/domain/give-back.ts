import type { Cents } from "./cents.ts";
import type { Core } from "./core.ts";
import { GIFT_CARD } from "./payment-start.ts";
import type { Order, Transaction } from "./order-state.ts";

/** Books REFUND transactions for an amount that was received. */
export const giveMoneyBack = (core: Core, order: Order, amount: Cents): number[] =>
  waysBack(order, amount).map((part) => bookAgainst(core, order, { kind: "REFUND", ...part }).id);

/** By which payments an amount goes back: to the gateways first, to the gift card what they don't hold. */
export function waysBack(order: Order, amount: Cents): { amount: Cents; parent: Transaction }[] {
  const paid = order.transactions.filter((one) => one.status === "SUCCESS" && (one.kind === "SALE" || one.kind === "CAPTURE"));
  const inOrder = [...paid.filter((one) => one.gateway !== GIFT_CARD), ...paid.filter((one) => one.gateway === GIFT_CARD)];
  let left = amount;
  return inOrder.flatMap((parent) => {
    const part = Math.min(left, heldBy(order, parent));
    left -= part;
    return part > 0 ? [{ amount: part, parent }] : [];
  });
}

/** What of a payment has not gone back yet. */
export const heldBy = (order: Order, parent: Transaction): Cents =>
  order.transactions
    .filter((one) => one.kind === "REFUND" && one.parentId === parent.id)
    .reduce((held, one) => held - one.amount, parent.amount);

/** A transaction that takes an earlier one back. */
export function bookAgainst(
  core: Core,
  order: Order,
  { parent, ...what }: { kind: "VOID" | "REFUND"; amount: Cents; parent: Transaction },
): Transaction {
  const transaction: Transaction = {
    ...what,
    id: core.world.newId(),
    status: "SUCCESS",
    rounding: 0,
    parentId: parent.id,
    gateway: parent.gateway,
    isManual: parent.isManual,
    createdAt: core.world.now().toISOString(),
    authorizationExpiresAt: null,
  };
  order.transactions.push(transaction);
  return transaction;
}
