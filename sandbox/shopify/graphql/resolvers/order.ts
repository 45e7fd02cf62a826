import { gid } from "../../domain/gid.ts";
import { financialStatus, fulfillmentStatus, openAuthorization, outstandingOf, receivedOf, refundedOf } from "../../domain/payment.ts";
import type { Order } from "../../domain/state.ts";
import { currentSums, placedSums, taxesByRate } from "../../domain/totals.ts";
import { connection, type PageArguments } from "../connection.ts";
import type { Context } from "../context.ts";
import { addressNode } from "./address.ts";
import { discountApplicationNode } from "./discount.ts";
import { fulfillmentNode, fulfillmentOrderNode } from "./fulfillment.ts";
import { lineNode, shippingNode, taxLineNode } from "./line.ts";
import { metafieldFields } from "./metafield.ts";
import { bag } from "./money.ts";
import { customerNode } from "./shop.ts";
import { refundNode, transactionNode } from "./transaction.ts";

type Node = Record<string, unknown>;
type First = { first?: number | null };

/** An order as the Admin API shows it. */
export const orderNode = (context: Context, order: Order): Node => ({
  __typename: "Order",
  ...identity(context, order),
  ...sumsFields(order),
  ...stateFields(context, order),
  ...partFields(context, order),
  ...metafieldFields(order.metafields, "ORDER"),
});

const identity = ({ shop }: Context, order: Order): Node => ({
  id: gid("Order", order.id),
  legacyResourceId: String(order.id),
  name: `#${order.number}`,
  number: order.number,
  confirmationNumber: order.confirmationNumber,
  createdAt: order.createdAt,
  updatedAt: order.updatedAt,
  processedAt: order.createdAt,
  cancelledAt: order.cancelledAt,
  cancelReason: order.cancelReason?.toUpperCase() ?? null,
  closedAt: order.closedAt,
  closed: order.closedAt !== null,
  confirmed: true,
  email: order.email,
  phone: order.phone,
  note: order.note,
  tags: () => [...order.tags].sort(),
  test: false,
  currencyCode: order.currency,
  presentmentCurrencyCode: order.currency,
  taxesIncluded: order.taxesIncluded,
  taxExempt: false,
  poNumber: null,
  sourceName: "web",
  sourceIdentifier: null,
  customerLocale: order.locale,
  dutiesIncluded: false,
  estimatedTaxes: false,
  customAttributes: order.customAttributes,
  statusPageUrl: () => `https://${shop.domain}/${shop.id}/orders/${order.token}/authenticate?key=${order.token.slice(0, 16)}`,
  paymentGatewayNames: order.gateways,
  discountCode: order.discount?.code ?? null,
  discountCodes: order.discount ? [order.discount.code] : [],
  requiresShipping: true,
  purchasingEntity: null,
});

function sumsFields(order: Order): Node {
  const placed = placedSums(order);
  const current = currentSums(order);
  const money = (cents: number) => bag(cents, order.currency);
  const tax = (which: "placed" | "current") => () =>
    taxesByRate(order, which).map((one) => taxLineNode(one.rateBasisPoints, one.tax, order.currency));
  return {
    subtotalPriceSet: money(placed.subtotal),
    totalPriceSet: money(placed.total),
    originalTotalPriceSet: money(placed.total),
    totalTaxSet: money(placed.tax),
    totalDiscountsSet: money(placed.discounts),
    cartDiscountAmountSet: order.discount ? money(placed.discounts) : null,
    totalShippingPriceSet: money(placed.shipping),
    totalTipReceivedSet: money(0),
    currentSubtotalPriceSet: money(current.subtotal),
    currentTotalPriceSet: money(current.total),
    currentTotalTaxSet: money(current.tax),
    currentTotalDiscountsSet: money(current.discounts),
    currentShippingPriceSet: money(current.shipping),
    currentTotalDutiesSet: null,
    currentSubtotalLineItemsQuantity: order.lines.reduce((sum, line) => sum + line.currentQuantity, 0),
    subtotalLineItemsQuantity: order.lines.reduce((sum, line) => sum + line.quantity, 0),
    totalReceivedSet: money(receivedOf(order)),
    totalOutstandingSet: money(outstandingOf(order)),
    totalRefundedSet: money(refundedOf(order)),
    netPaymentSet: money(receivedOf(order) - refundedOf(order)),
    totalCashRoundingAdjustment: { paymentSet: money(0), refundSet: money(0) },
    totalCapturableSet: money(openAuthorization(order)?.amount ?? 0),
    taxLines: tax("placed"),
    currentTaxLines: tax("current"),
    totalWeight: String(order.lines.reduce((sum, line) => sum + line.grams * line.quantity, 0)),
  };
}

function stateFields({ core }: Context, order: Order): Node {
  const status = financialStatus(order, core.world.now());
  const canMarkAsPaid = !order.cancelledAt && outstandingOf(order) > 0;
  return {
    displayFinancialStatus: status,
    displayFulfillmentStatus: fulfillmentStatus(order),
    fullyPaid: status === "PAID",
    unpaid: ["PENDING", "AUTHORIZED", "PARTIALLY_PAID", "EXPIRED"].includes(status),
    refundable: receivedOf(order) > refundedOf(order),
    returnStatus: "NO_RETURN",
    capturable: openAuthorization(order) !== undefined,
    canMarkAsPaid,
    edited: order.lines.some((line) => line.currentQuantity !== line.quantity),
    fulfillable: order.fulfillmentOrders.some((one) => one.status === "OPEN" || one.status === "IN_PROGRESS"),
    merchantEditable: order.cancelledAt === null,
    merchantEditableErrors: [],
    restockable: false,
  };
}

function partFields(context: Context, order: Order): Node {
  const customer = context.shop.customers.find((one) => one.id === order.customerId);
  const some = <T>(records: T[], { first }: First): T[] => records.slice(0, first ?? undefined);
  return {
    customer: () => (customer ? customerNode(customer) : null),
    billingAddress: () => addressNode(order.billingAddress, order.id + 1),
    shippingAddress: () => addressNode(order.shippingAddress, order.id + 2),
    displayAddress: () => addressNode(order.shippingAddress, order.id + 2),
    billingAddressMatchesShippingAddress: true,
    localizedFields: (args: PageArguments) => connection([], args, (one) => one),
    discountApplications: (args: PageArguments) =>
      connection(order.discount ? [order.discount] : [], args, () => discountApplicationNode(order)),
    lineItems: (args: PageArguments) => connection(order.lines, args, (line) => lineNode(order, line)),
    shippingLine: () => (order.shipping && !order.shipping.isRemoved ? shippingNode(order, order.shipping) : null),
    shippingLines: (args: PageArguments & { includeRemovals?: boolean }) =>
      connection(order.shipping && (!order.shipping.isRemoved || args.includeRemovals) ? [order.shipping] : [], args, (one) =>
        shippingNode(order, one),
      ),
    transactions: (args: First & { capturable?: boolean | null }) =>
      some(
        order.transactions.filter((one) => !args.capturable || openAuthorization(order)?.id === one.id),
        args,
      ).map((one) => transactionNode(order, one)),
    refunds: (args: First) => some(order.refunds, args).map((one) => refundNode(order, one)),
    fulfillmentOrders: (args: PageArguments) => connection(order.fulfillmentOrders, args, (one) => fulfillmentOrderNode(order, one)),
    fulfillments: (args: First) => some(order.fulfillments, args).map((one) => fulfillmentNode(order, one)),
    fulfillmentsCount: { count: order.fulfillments.length, precision: "EXACT" },
  };
}
