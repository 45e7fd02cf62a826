import type { Cents } from "./cents.ts";
import { formatCents } from "./cents.ts";
import { Refusal, tell, type Core } from "./core.ts";
import { bookAgainst, heldBy, waysBack } from "./give-back.ts";
import { receivedOf, refundedOf } from "./payment.ts";
import { nothing, partsOf, takeOff, type RefundWish } from "./refund.ts";
import type { Order, Transaction } from "./order-state.ts";
import type { Refund } from "./return-state.ts";
import type { Shop } from "./state.ts";
import { currentSums } from "./totals.ts";

/** `order.suggestedRefund`: what units are worth, and by which payments as much would go back, as far as anything was paid. */
export function suggestRefund(core: Core, order: Order, lines: RefundWish["lines"]) {
  const parts = partsOf(core, order, { ...nothing, lines });
  const most = Math.max(0, receivedOf(order) - refundedOf(order));
  const amount = Math.min(parts.worth, most);
  return { ...parts, amount, most, ways: waysBack(order, amount) };
}

export interface RefundInput {
  lines: RefundWish["lines"];
  transactions: { parent: Transaction; amount: Cents }[];
  note: string | null;
  key: string;
}

/** `refundCreate`: units off the order, money back by the payments that are named; the same key again is the same refund. */
export function refundUnits(core: Core, shop: Shop, order: Order, { lines, transactions, note, key }: RefundInput): Refund {
  const known = order.refunds.find((one) => one.key === key);
  if (known) return known;
  const parts = partsOf(core, order, { ...nothing, lines });
  for (const { parent, amount } of transactions)
    if (amount <= 0 || amount > heldBy(order, parent))
      throw new Refusal(`Refund of ${formatCents(amount)} is not within the refundable ${formatCents(heldBy(order, parent))}`, [
        "transactions",
      ]);
  const amount = transactions.reduce((sum, one) => sum + one.amount, 0);
  // Of what was not paid only less is owed: no money is missing where as much goes back as was paid beyond the rest.
  const beyondRest = receivedOf(order) - refundedOf(order) - (currentSums(order).total - parts.worth);
  const isWhole = amount === Math.max(0, Math.min(parts.worth, beyondRest));
  const adjustment = amount === 0 || isWhole ? 0 : amount - parts.worth;
  const record = takeOff(core, order, { ...parts, adjustment, note });
  record.key = key;
  record.transactionIds = transactions.map((one) => bookAgainst(core, order, { kind: "REFUND", ...one }).id);
  tell(core, shop, order, amount > 0 ? `Refunded ${formatCents(amount)}` : "Removed items", "refunds/create", "orders/updated");
  return record;
}
