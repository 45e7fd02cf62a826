import type { Cents } from "./cents.ts";
import type { Order, Transaction, TransactionKind } from "./order-state.ts";
import { currentSums } from "./totals.ts";

const succeeded = (order: Order, ...kinds: TransactionKind[]): Transaction[] =>
  order.transactions.filter((one) => one.status === "SUCCESS" && kinds.includes(one.kind));
const sum = (transactions: Transaction[]): Cents => transactions.reduce((total, one) => total + one.amount, 0);

export const receivedOf = (order: Order): Cents => sum(succeeded(order, "SALE", "CAPTURE"));
export const refundedOf = (order: Order): Cents => sum(succeeded(order, "REFUND"));
/** Coins beyond (or short of) the amounts, of all cash received. */
export const roundingOf = (order: Order): Cents => succeeded(order, "SALE", "CAPTURE").reduce((total, one) => total + one.rounding, 0);
/** What the buyer still owes; negative when money is to be given back. */
export const outstandingOf = (order: Order): Cents => currentSums(order).total - receivedOf(order) + refundedOf(order);

/** The authorisation whose money is neither captured nor voided. */
export function openAuthorization(order: Order): Transaction | undefined {
  const closed = new Set(succeeded(order, "CAPTURE", "VOID").map((one) => one.parentId));
  return succeeded(order, "AUTHORIZATION").find((one) => !closed.has(one.id));
}

export const isExpired = (authorization: Transaction, now: Date): boolean =>
  authorization.authorizationExpiresAt !== null && authorization.authorizationExpiresAt <= now.toISOString();

export type FinancialStatus =
  "PENDING" | "AUTHORIZED" | "EXPIRED" | "PARTIALLY_PAID" | "PAID" | "PARTIALLY_REFUNDED" | "REFUNDED" | "VOIDED";

export function financialStatus(order: Order, now: Date): FinancialStatus {
  const received = receivedOf(order);
  const refunded = refundedOf(order);
  if (refunded > 0) return refunded >= received ? "REFUNDED" : "PARTIALLY_REFUNDED";
  const authorization = openAuthorization(order);
  if (authorization) return isExpired(authorization, now) ? "EXPIRED" : "AUTHORIZED";
  if (order.cancelledAt && received === 0) return "VOIDED";
  if (received >= currentSums(order).total) return "PAID";
  if (received > 0) return "PARTIALLY_PAID";
  return succeeded(order, "VOID").length > 0 ? "VOIDED" : "PENDING";
}

export function fulfillmentStatus(order: Order): "UNFULFILLED" | "PARTIALLY_FULFILLED" | "FULFILLED" {
  const shipped = order.fulfillments.filter((one) => one.status === "SUCCESS").flatMap((one) => one.lines);
  const wanted = order.lines.reduce((total, line) => total + (line.isTip ? 0 : line.currentQuantity), 0);
  const done = shipped.reduce((total, line) => total + line.quantity, 0);
  if (done === 0) return "UNFULFILLED";
  return done >= wanted ? "FULFILLED" : "PARTIALLY_FULFILLED";
}
