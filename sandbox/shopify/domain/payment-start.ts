import type { Core } from "./core.ts";
import type { Order } from "./state.ts";
import { placedSums } from "./totals.ts";

export const paymentChoices = ["card", "card_authorized", "transfer", "cash_on_delivery"] as const;
export type PaymentChoice = (typeof paymentChoices)[number];

const AUTHORIZATION_DAYS = 7;
const gatewayOf: Record<PaymentChoice, string> = {
  card: "shopify_payments",
  card_authorized: "shopify_payments",
  transfer: "Bank Deposit",
  cash_on_delivery: "Cash on Delivery (COD)",
};

/** What the gateway does at checkout; true when the order is paid by it. */
export function startPayment(core: Core, order: Order, payment: PaymentChoice): boolean {
  const amount = placedSums(order).total;
  // Nothing to pay: Shopify books no transaction, the order counts as paid.
  if (amount === 0) return true;
  const now = core.world.now();
  const gateway = gatewayOf[payment];
  const isManual = payment === "transfer" || payment === "cash_on_delivery";
  order.gateways = [gateway];
  order.transactions.push({
    id: core.world.newId(),
    gateway,
    isManual,
    amount,
    parentId: null,
    createdAt: now.toISOString(),
    kind: payment === "card_authorized" ? "AUTHORIZATION" : "SALE",
    status: isManual ? "PENDING" : "SUCCESS",
    authorizationExpiresAt: payment === "card_authorized" ? new Date(now.getTime() + AUTHORIZATION_DAYS * 86_400_000).toISOString() : null,
  });
  return payment === "card";
}
