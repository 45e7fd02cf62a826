import { gid } from "../../domain/gid.ts";
import { outstandingOf } from "../../domain/payment.ts";
import type { Order } from "../../domain/order-state.ts";
import { placedSums } from "../../domain/totals.ts";
import { connection, type PageArguments } from "../connection.ts";
import { moneyNode } from "./money.ts";

/** When a buyer on terms has to pay: one instalment of everything. */
export function paymentTermsNode(order: Order, now: Date): Record<string, unknown> | null {
  const terms = order.paymentTerms;
  if (!terms) return null;
  const open = outstandingOf(order);
  const isDue = open > 0 && terms.dueAt <= now.toISOString();
  const schedule = {
    __typename: "PaymentSchedule",
    id: gid("PaymentSchedule", terms.id),
    dueAt: terms.dueAt,
    issuedAt: order.createdAt,
    completedAt: null,
    due: isDue,
    balanceDue: moneyNode(open, order.currency),
    totalBalance: moneyNode(placedSums(order).total, order.currency),
  };
  return {
    __typename: "PaymentTerms",
    id: gid("PaymentTerms", terms.id),
    dueInDays: terms.dueInDays,
    due: isDue,
    overdue: isDue,
    paymentTermsName: terms.dueInDays === null ? "Fixed" : `Net ${terms.dueInDays}`,
    paymentTermsType: terms.dueInDays === null ? "FIXED" : "NET",
    paymentSchedules: (args: PageArguments) => connection([schedule], args, (one) => one),
  };
}
