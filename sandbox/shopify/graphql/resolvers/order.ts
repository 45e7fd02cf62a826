import { gid } from "../../domain/gid.ts";
import {
  financialStatus,
  fulfillmentStatus,
  openAuthorization,
  outstandingOf,
  receivedOf,
  refundedOf,
  roundingOf,
} from "../../domain/payment.ts";
import type { Order } from "../../domain/order-state.ts";
import { presentmentCurrency } from "../../domain/presentment.ts";
import { returnStatus } from "../../domain/returns.ts";
import { currentSums, placedSums, taxesByRate } from "../../domain/totals.ts";
import { connection, type PageArguments } from "../connection.ts";
import type { Context } from "../context.ts";
import { addressNode } from "./address.ts";
import { discountApplications } from "./discount.ts";
import { fulfillmentNode, fulfillmentOrderNode } from "./fulfillment.ts";
import { lineNode, shippingNode, taxLineNode } from "./line.ts";
import { metafieldFields } from "./metafield.ts";
import { bag } from "./money.ts";
import { customerNode } from "./shop.ts";
import { paymentTermsNode } from "./payment-terms.ts";
import { refundNode } from "./refund.ts";
import { returnNode } from "./return.ts";
import { suggestedRefund } from "./refund-units.ts";
import { transactionNode } from "./transaction.ts";

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
  presentmentCurrencyCode: presentmentCurrency(order),
  taxesIncluded: order.taxesIncluded,
  taxExempt: false,
  poNumber: null,
  sourceName: order.source,
  sourceIdentifier: null,
  customerLocale: order.locale,
  dutiesIncluded: false,
  estimatedTaxes: false,
  customAttributes: order.customAttributes,
  statusPageUrl: () => `https://${shop.domain}/${shop.id}/orders/${order.token}/authenticate?key=${order.token.slice(0, 16)}`,
  paymentGatewayNames: order.gateways,
  discountCode: order.discount?.code ?? null,
  discountCodes: order.discount ? [order.discount.code] : [],
  requiresShipping: order.lines.some((line) => line.requiresShipping),
  purchasingEntity: null,
});

function sumsFields(order: Order): Node {
  const placed = placedSums(order);
  const current = currentSums(order);
  const money = (cents: number) => bag(cents, order);
  const tax = (which: "placed" | "current") => () =>
    taxesByRate(order, which).map((one) => taxLineNode(one.rateBasisPoints, one.tax, order));
  return {
    subtotalPriceSet: money(placed.subtotal),
    totalPriceSet: money(placed.total),
    originalTotalPriceSet: money(placed.total),
    totalTaxSet: money(placed.tax),
    totalDiscountsSet: money(placed.discounts + placed.shippingDiscount),
    cartDiscountAmountSet: order.discount ? money(placed.discounts) : null,
    totalShippingPriceSet: money(placed.shipping + placed.shippingDiscount),
    totalTipReceivedSet: money(placed.tips),
    currentSubtotalPriceSet: money(current.subtotal),
    currentTotalPriceSet: money(current.total),
    currentTotalTaxSet: money(current.tax),
    currentTotalDiscountsSet: money(current.discounts + current.shippingDiscount),
    currentShippingPriceSet: money(current.shipping),
    currentTotalDutiesSet: order.duties && money(current.duties),
    originalTotalDutiesSet: order.duties && money(placed.duties),
    currentTotalAdditionalFeesSet: order.fees.length > 0 ? money(current.fees) : null,
    originalTotalAdditionalFeesSet: order.fees.length > 0 ? money(placed.fees) : null,
    additionalFees: order.fees.map((fee) => ({
      __typename: "AdditionalFee",
      id: gid("AdditionalFee", fee.id),
      name: fee.name,
      price: money(fee.price),
      taxLines: [],
    })),
    currentSubtotalLineItemsQuantity: order.lines.reduce((sum, line) => sum + line.currentQuantity, 0),
    subtotalLineItemsQuantity: order.lines.reduce((sum, line) => sum + line.quantity, 0),
    totalReceivedSet: money(receivedOf(order)),
    totalOutstandingSet: money(outstandingOf(order)),
    totalRefundedSet: money(refundedOf(order)),
    netPaymentSet: money(receivedOf(order) - refundedOf(order)),
    totalCashRoundingAdjustment: { paymentSet: money(roundingOf(order)), refundSet: money(0) },
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
    returnStatus: returnStatus(order),
    capturable: openAuthorization(order) !== undefined,
    canMarkAsPaid,
    edited: order.lastEdit !== null,
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
    billingAddress: () => order.billingAddress && addressNode(order.billingAddress, order.id + 1),
    shippingAddress: () => order.shippingAddress && addressNode(order.shippingAddress, order.id + 2),
    displayAddress: () => order.shippingAddress && addressNode(order.shippingAddress, order.id + 2),
    billingAddressMatchesShippingAddress: true,
    localizedFields: (args: PageArguments) => connection([], args, (one) => one),
    discountApplications: (args: PageArguments) => connection(discountApplications(order), args, (one) => one),
    lineItems: (args: PageArguments) => connection(order.lines, args, (line) => lineNode(order, line)),
    shippingLine: () => {
      const first = order.shippingLines.find((one) => !one.isRemoved);
      return first ? shippingNode(order, first) : null;
    },
    shippingLines: (args: PageArguments & { includeRemovals?: boolean }) =>
      connection(
        order.shippingLines.filter((one) => !one.isRemoved || args.includeRemovals),
        args,
        (one) => shippingNode(order, one),
      ),
    paymentTerms: (_args: unknown, { core }: Context) => paymentTermsNode(order, core.world.now()),
    transactions: (args: First & { capturable?: boolean | null }) =>
      some(
        order.transactions.filter((one) => !args.capturable || openAuthorization(order)?.id === one.id),
        args,
      ).map((one) => transactionNode(order, one)),
    returns: (args: PageArguments) => connection(order.returns, args, (one) => returnNode(order, one)),
    suggestedRefund: (args: Parameters<typeof suggestedRefund>[1], asking: Context) => suggestedRefund(order, args, asking),
    refunds: (args: First) => some(order.refunds, args).map((one) => refundNode(order, one)),
    fulfillmentOrders: (args: PageArguments) => connection(order.fulfillmentOrders, args, (one) => fulfillmentOrderNode(order, one)),
    fulfillments: (args: First) => some(order.fulfillments, args).map((one) => fulfillmentNode(order, one)),
    fulfillmentsCount: { count: order.fulfillments.length, precision: "EXACT" },
  };
}
