import type { Transaction } from "~/domain/order/order";
import type { Payment } from "./document";
import { add } from "./line-amounts";

type Facts = {
  totalMinor: number;
  transactions: readonly Transaction[];
  /** When what isn't paid yet is due, in days. */
  termDays: number | null;
  /** The authority's code of a gateway; null: as the order says. */
  codeOf(gateway: string): string | null;
  otherwise: string;
};

/**
 * How a document is paid. What a gateway took (less what it gave back) is a payment of its own as far as the total reaches; the rest is
 * paid as the order says, on its terms. Never empty, and always adds up to the total: a gift card is a payment and never lowers it, and
 * what paying in cash rounded is no part of it (docs/decisions/0007-what-an-invoice-adds-up.md).
 */
export function paymentsOf({ totalMinor, transactions, termDays, codeOf, otherwise }: Facts): Payment[] {
  const taken = new Map<string, number>();
  let left = totalMinor;
  for (const [gateway, received] of receivedBy(transactions)) {
    const amount = Math.min(left, Math.max(0, received));
    const code = codeOf(gateway) ?? otherwise;
    taken.set(code, (taken.get(code) ?? 0) + amount);
    left -= amount;
  }
  const paid = [...taken].filter(([, amountMinor]) => amountMinor > 0).map(([code, amountMinor]): Payment => ({ code, amountMinor }));
  if (left === 0 && paid.length > 0) return paid;
  if (termDays) return [...paid, { code: otherwise, amountMinor: left, termDays }];
  const same = paid.find((payment) => payment.code === otherwise);
  if (!same) return [...paid, { code: otherwise, amountMinor: left }];
  return paid.map((payment) => (payment === same ? { ...payment, amountMinor: payment.amountMinor + left } : payment));
}

function receivedBy(transactions: readonly Transaction[]): Map<string, number> {
  const received = new Map<string, number>();
  for (const { status, kind, gateway, amountMinor } of transactions) {
    if (status !== "SUCCESS" || gateway === null) continue;
    const sign = kind === "SALE" || kind === "CAPTURE" ? 1 : kind === "REFUND" ? -1 : 0;
    received.set(gateway, (received.get(gateway) ?? 0) + sign * amountMinor);
  }
  return received;
}

/** The payments of documents that share an order's: each takes in turn what the one before left. Throws RangeError when they don't add up. */
export function splitPayments(payments: readonly Payment[], totals: readonly number[]): Payment[][] {
  if (add(payments.map((payment) => payment.amountMinor)) !== add(totals)) throw new RangeError("payments and documents differ");
  const left = payments.map((payment) => ({ ...payment }));
  return totals.map((total) => {
    let missing = total;
    const taken = left.flatMap((payment) => {
      const amountMinor = Math.min(missing, payment.amountMinor);
      payment.amountMinor -= amountMinor;
      missing -= amountMinor;
      return amountMinor > 0 ? [{ ...payment, amountMinor }] : [];
    });
    return taken.length > 0 ? taken : [{ ...(payments.at(-1) ?? { code: "" }), amountMinor: 0 }];
  });
}
