import { gid } from "../../domain/gid.ts";
import { openAuthorization } from "../../domain/payment.ts";
import type { Order, Refund, Transaction } from "../../domain/state.ts";
import { connection, type PageArguments } from "../connection.ts";
import type { Context } from "../context.ts";
import { lineNode } from "./line.ts";
import { bag } from "./money.ts";

const formattedGateways: Record<string, string> = { shopify_payments: "Shopify Payments" };

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
    amountSet: bag(one.amount, order.currency),
    amountRoundingSet: null,
    totalUnsettledSet: bag(isOpen ? one.amount : 0, order.currency),
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
    paymentDetails: one.isManual
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

export function refundNode(order: Order, refund: Refund): Record<string, unknown> {
  const { currency } = order;
  const transactions = order.transactions.filter((one) => refund.transactionIds.includes(one.id));
  return {
    __typename: "Refund",
    id: gid("Refund", refund.id),
    legacyResourceId: String(refund.id),
    createdAt: refund.createdAt,
    processedAt: refund.createdAt,
    updatedAt: refund.createdAt,
    note: refund.note,
    totalRefundedSet: bag(
      transactions.reduce((sum, one) => sum + one.amount, 0),
      currency,
    ),
    duties: [],
    return: null,
    refundLineItems: (args: PageArguments) =>
      connection(refund.lines, args, (part) => {
        const line = order.lines.find((candidate) => candidate.id === part.lineId);
        return {
          id: gid("RefundLineItem", part.id),
          quantity: part.quantity,
          restockType: "NO_RESTOCK",
          restocked: false,
          location: null,
          subtotalSet: bag(part.subtotal, currency),
          totalTaxSet: bag(part.tax, currency),
          lineItem: line ? lineNode(order, line) : null,
        };
      }),
    refundShippingLines: (args: PageArguments) =>
      connection(refund.shipping ? [refund.shipping] : [], args, (part) => ({
        id: gid("RefundShippingLine", part.id),
        subtotalAmountSet: bag(part.subtotal, currency),
        taxAmountSet: bag(part.tax, currency),
      })),
    orderAdjustments: (args: PageArguments) =>
      connection(refund.adjustment ? [refund.adjustment] : [], args, (part) => ({
        id: gid("OrderAdjustment", part.id),
        reason: "REFUND_DISCREPANCY",
        amountSet: bag(-part.amount, currency),
        taxAmountSet: bag(0, currency),
      })),
    transactions: (args: PageArguments) => connection(transactions, args, (one) => transactionNode(order, one)),
    order: (_args: unknown, context: Context) => context.orderNode(order),
  };
}
