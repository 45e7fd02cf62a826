import type { Cents } from "./cents.ts";
import { formatCents } from "./cents.ts";
import { Refusal, tell, type Core } from "./core.ts";
import { financialStatus, isExpired, openAuthorization, outstandingOf } from "./payment.ts";
import type { Order, Transaction } from "./order-state.ts";
import type { Shop } from "./state.ts";

/** Takes authorised money; once only, never above what was authorised (shopify_payments is not multi-capturable on these plans). */
export function capture(core: Core, shop: Shop, order: Order, wanted: { parentId: number | null; amount: Cents }): Transaction {
  const parent = order.transactions.find((one) => one.id === wanted.parentId);
  if (!parent || parent.kind !== "AUTHORIZATION") throw new Refusal("Parent transaction does not exist", ["parentTransactionId"]);
  if (order.cancelledAt) throw new Refusal("Order is cancelled and can't be captured", ["id"]);
  if (openAuthorization(order)?.id !== parent.id)
    throw new Refusal("The authorization has already been captured or voided", ["parentTransactionId"]);
  if (isExpired(parent, core.world.now())) throw new Refusal("The authorization has expired", ["parentTransactionId"]);
  if (wanted.amount <= 0) throw new Refusal("Amount must be greater than zero", ["amount"]);
  if (wanted.amount > parent.amount) throw new Refusal(`Amount exceeds the authorized amount of ${formatCents(parent.amount)}`, ["amount"]);
  const taken = book(core, order, { kind: "CAPTURE", amount: wanted.amount, parent });
  tellPaid(core, shop, order, `Captured ${formatCents(wanted.amount)}`);
  return taken;
}

/** The merchant has the money: cash (rounded to what there are coins for) or transfer arrived, or an authorisation is captured in full. */
export function markAsPaid(core: Core, shop: Shop, order: Order, rounding: Cents = 0): string[] {
  const authorization = openAuthorization(order);
  const status = financialStatus(order, core.world.now());
  if (order.cancelledAt || outstandingOf(order) <= 0 || status === "PAID") throw new Refusal("Order cannot be marked as paid.", ["id"]);
  if (authorization)
    book(core, order, { kind: "CAPTURE", amount: Math.min(authorization.amount, outstandingOf(order)), parent: authorization });
  else
    book(core, order, {
      kind: "SALE",
      amount: outstandingOf(order),
      parent: order.transactions.find((one) => one.status === "PENDING") ?? null,
      rounding,
    });
  return tellPaid(core, shop, order, "Marked as paid");
}

function book(
  core: Core,
  order: Order,
  what: { kind: "CAPTURE" | "SALE"; amount: Cents; parent: Transaction | null; rounding?: Cents },
): Transaction {
  const transaction: Transaction = {
    id: core.world.newId(),
    kind: what.kind,
    status: "SUCCESS",
    amount: what.amount,
    rounding: what.rounding ?? 0,
    parentId: what.parent?.id ?? null,
    gateway: what.parent?.gateway ?? "manual",
    isManual: what.parent?.isManual ?? true,
    createdAt: core.world.now().toISOString(),
    authorizationExpiresAt: null,
  };
  order.transactions.push(transaction);
  return transaction;
}

function tellPaid(core: Core, shop: Shop, order: Order, text: string): string[] {
  const isPaid = financialStatus(order, core.world.now()) === "PAID";
  return tell(core, shop, order, text, ...(isPaid ? (["orders/paid"] as const) : []), "orders/updated");
}
