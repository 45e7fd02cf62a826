import { gid } from "../../domain/gid.ts";
import { openAuthorization } from "../../domain/payment.ts";
import { GIFT_CARD } from "../../domain/payment-start.ts";
import type { Order, Transaction } from "../../domain/order-state.ts";
import type { Context } from "../context.ts";
import { bag } from "./money.ts";

const formattedGateways: Record<string, string> = { shopify_payments: "Shopify Payments", gift_card: "Gift Card", cash: "Cash" };

export function transactionNode(order: Order, one: Transaction): Record<string, unknown> {
  const parent = order.transactions.find((candidate) => candidate.id === one.parentId);
  const isOpen = openAuthorization(order)?.id === one.id;
  return {
    __typename: "OrderTransaction",
    id: gid("OrderTransaction", one.id),
    kind: one.kind,
    status: one.status,
    gateway: one.gateway,
    formattedGateway: formattedGateways[one.gateway] ?? one.gateway,
    manualPaymentGateway: one.isManual,
    manuallyCapturable: isOpen,
    multiCapturable: false,
    amountSet: bag(one.amount, order),
    amountRoundingSet: one.rounding === 0 ? null : bag(one.rounding, order),
    totalUnsettledSet: bag(isOpen ? one.amount : 0, order),
    createdAt: one.createdAt,
    processedAt: one.createdAt,
    authorizationExpiresAt: one.authorizationExpiresAt,
    errorCode: null,
    test: false,
    paymentId: one.isManual ? null : `pay_${one.id}`,
    parentTransaction: () => (parent ? transactionNode(order, parent) : null),
    order: (_args: unknown, context: Context) => context.orderNode(order),
    receiptJson: null,
    settlementCurrency: null,
    accountNumber: null,
    paymentDetails:
      one.isManual || one.gateway === GIFT_CARD
        ? null
        : {
            __typename: "CardPaymentDetails",
            company: "Visa",
            number: "•••• •••• •••• 4242",
            paymentMethodName: "card",
            name: null,
            expirationMonth: 12,
            expirationYear: 2030,
          },
  };
}
