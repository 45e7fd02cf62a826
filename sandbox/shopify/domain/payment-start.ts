import type { Cents } from "./cents.ts";
import type { Core } from "./core.ts";
import type { Order, Transaction } from "./order-state.ts";
import { placedSums } from "./totals.ts";

export const paymentChoices = ["card", "card_authorized", "transfer", "cash_on_delivery"] as const;
export type PaymentChoice = (typeof paymentChoices)[number] | "cash";

const AUTHORIZATION_DAYS = 7;
export const GIFT_CARD = "gift_card";
const gatewayOf: Record<PaymentChoice, string> = {
  card: "shopify_payments",
  card_authorized: "shopify_payments",
  transfer: "Bank Deposit",
  cash_on_delivery: "Cash on Delivery (COD)",
  cash: "cash",
};

/** What the gateways do at checkout; true when the order is paid by it. Payment terms: nobody asks for money yet. */
export function startPayment(core: Core, order: Order, wanted: { payment: PaymentChoice; giftCard: Cents; rounding: Cents }): boolean {
  const { payment } = wanted;
  if (order.paymentTerms) return false;
  const total = placedSums(order).total;
  // Nothing to pay: Shopify books no transaction, the order counts as paid.
  if (total === 0) return true;
  const now = core.world.now();
  const book = (gateway: string, amount: Cents, own: Partial<Transaction> = {}) => {
    order.gateways.push(gateway);
    order.transactions.push({
      id: core.world.newId(),
      gateway,
      isManual: false,
      amount,
      rounding: 0,
      parentId: null,
      createdAt: now.toISOString(),
      kind: "SALE",
      status: "SUCCESS",
      authorizationExpiresAt: null,
      ...own,
    });
  };
  const fromGiftCard = Math.min(wanted.giftCard, total);
  if (fromGiftCard > 0) book(GIFT_CARD, fromGiftCard);
  if (fromGiftCard === total) return true;
  const isPending = payment === "transfer" || payment === "cash_on_delivery";
  book(gatewayOf[payment], total - fromGiftCard, {
    isManual: isPending || payment === "cash",
    status: isPending ? "PENDING" : "SUCCESS",
    ...(payment === "cash" ? { rounding: wanted.rounding } : {}),
    ...(payment === "card_authorized"
      ? { kind: "AUTHORIZATION", authorizationExpiresAt: new Date(now.getTime() + AUTHORIZATION_DAYS * 86_400_000).toISOString() }
      : {}),
  });
  return payment === "card" || payment === "cash";
}
