import { formatCents, type Cents } from "../domain/cents.ts";
import { gid } from "../domain/gid.ts";
import { financialStatus, fulfillmentStatus, outstandingOf, receivedOf, refundedOf, roundingOf } from "../domain/payment.ts";
import { returnStatus } from "../domain/returns.ts";
import type { Fulfillment, FulfillmentOrder } from "../domain/fulfillment-state.ts";
import type { Line, Metafield, Order, Shipping } from "../domain/order-state.ts";
import type { Refund } from "../domain/return-state.ts";
import type { Shop } from "../domain/state.ts";
import {
  currentShippingNet,
  currentSums,
  discountOfLine,
  lineTax,
  netOf,
  netOfUnits,
  placedSums,
  shippingNet,
  shippingTax,
} from "../domain/totals.ts";
import { displayStatus } from "../graphql/resolvers/fulfillment.ts";

/** What a merchant would see of an order: the answer of `GET /sandbox/orders/:id`. */
export function orderView(shop: Shop, order: Order, now: Date) {
  return {
    id: gid("Order", order.id),
    name: `#${order.number}`,
    number: order.number,
    shop: shop.domain,
    token: order.token,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
    cancelledAt: order.cancelledAt,
    cancelReason: order.cancelReason,
    financialStatus: financialStatus(order, now),
    fulfillmentStatus: fulfillmentStatus(order),
    returnStatus: returnStatus(order),
    currency: order.currency,
    presentment: order.presentment && { currency: order.presentment.currency, rate: order.presentment.rateMillionths / 1_000_000 },
    taxesIncluded: order.taxesIncluded,
    source: order.source,
    paymentTerms: order.paymentTerms && { dueInDays: order.paymentTerms.dueInDays, dueAt: order.paymentTerms.dueAt },
    ...sumsView(order),
    customer: shop.customers.find((one) => one.id === order.customerId) ?? null,
    email: order.email,
    phone: order.phone,
    shippingAddress: order.shippingAddress,
    note: order.note,
    tags: [...order.tags].sort(),
    customAttributes: order.customAttributes,
    gateways: order.gateways,
    metafields: order.metafields.map(metafieldView),
    lines: order.lines.map((line) => lineView(shop, order, line)),
    shippingLine: shippingView(order),
    shippingLines: order.shippingLines.map((one) => shippingLineView(order, one)),
    transactions: order.transactions.map((one) => ({
      ...one,
      id: gid("OrderTransaction", one.id),
      amount: formatCents(one.amount),
      rounding: formatCents(one.rounding),
      parentId: one.parentId === null ? null : gid("OrderTransaction", one.parentId),
    })),
    fulfillmentOrders: order.fulfillmentOrders.map(fulfillmentOrderView),
    fulfillments: order.fulfillments.map(fulfillmentView),
    refunds: order.refunds.map((one) => refundView(order, one)),
    returns: order.returns.map((one) => ({ ...one, id: gid("Return", one.id) })),
    timeline: order.timeline,
  };
}
export type OrderView = ReturnType<typeof orderView>;

/** `net` and `tax` as ordered, `current` what is still on the order. */
function lineView(shop: Shop, order: Order, line: Line) {
  const product = shop.products.find((one) => one.id === line.productId);
  const now = netOfUnits(line, line.currentQuantity);
  return {
    id: gid("LineItem", line.id),
    title: line.title,
    sku: line.sku,
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    price: formatCents(line.unitPrice),
    discount: formatCents(discountOfLine(line)),
    net: formatCents(netOf(line)),
    tax: formatCents(lineTax(line, netOf(line), order)),
    current: { net: formatCents(now), tax: formatCents(lineTax(line, now, order)) },
    taxRate: line.taxRateBasisPoints / 10_000,
    taxable: line.taxable,
    requiresShipping: line.requiresShipping,
    giftCard: line.isGiftCard,
    tip: line.isTip,
    product: product ? { id: gid("Product", product.id), tags: product.tags } : null,
  };
}

/** The first one, as placing an order answers it. */
export function shippingView(order: Order) {
  const [first] = order.shippingLines;
  return first ? shippingLineView(order, first) : null;
}

function shippingLineView(order: Order, shipping: Shipping) {
  const now = currentShippingNet(shipping);
  return {
    id: gid("ShippingLine", shipping.id),
    title: shipping.title,
    code: shipping.code,
    source: shipping.source,
    price: formatCents(shipping.price),
    discount: formatCents(shipping.discount),
    net: formatCents(shippingNet(shipping)),
    tax: formatCents(shippingTax(shipping, order)),
    current: { net: formatCents(now), tax: formatCents(shippingTax(shipping, order, now)) },
    isRemoved: shipping.isRemoved,
  };
}

const fulfillmentOrderView = (one: FulfillmentOrder) => ({
  id: gid("FulfillmentOrder", one.id),
  status: one.status,
  method: one.method,
  location: gid("Location", one.locationId),
  lines: one.lines.map((part) => ({ line: gid("LineItem", part.lineId), total: part.total, remaining: part.remaining })),
});

const refundView = (order: Order, one: Refund) => ({
  id: gid("Refund", one.id),
  createdAt: one.createdAt,
  note: one.note,
  lines: one.lines.map((part) => ({
    line: gid("LineItem", part.lineId),
    quantity: part.quantity,
    restock: part.restock,
    subtotal: formatCents(part.subtotal),
    tax: formatCents(part.tax),
  })),
  shipping: one.shipping.map((part) => ({
    line: gid("ShippingLine", part.shippingLineId),
    subtotal: formatCents(part.subtotal),
    tax: formatCents(part.tax),
  })),
  duties: formatCents(one.duties),
  adjustment: formatCents(one.adjustment?.amount ?? 0),
  amount: formatCents(order.transactions.filter(({ id }) => one.transactionIds.includes(id)).reduce((sum, { amount }) => sum + amount, 0)),
});

function sumsView(order: Order) {
  const placed = placedSums(order);
  const current = currentSums(order);
  const amounts = (values: Record<string, Cents>) =>
    Object.fromEntries(Object.entries(values).map(([name, cents]) => [name, formatCents(cents)]));
  return {
    ...amounts({ ...placed }),
    current: amounts({ ...current }),
    cashRounding: formatCents(roundingOf(order)),
    received: formatCents(receivedOf(order)),
    refunded: formatCents(refundedOf(order)),
    outstanding: formatCents(outstandingOf(order)),
  };
}

function metafieldView(one: Metafield) {
  return {
    namespace: one.namespace,
    key: one.key,
    type: one.type,
    value: one.value,
    jsonValue: one.type === "json" ? (JSON.parse(one.value) as unknown) : null,
    updatedAt: one.updatedAt,
  };
}

const fulfillmentView = (one: Fulfillment) => ({
  id: gid("Fulfillment", one.id),
  status: one.status,
  displayStatus: displayStatus(one),
  lines: one.lines.map((part) => ({ line: gid("LineItem", part.lineId), quantity: part.quantity })),
  createdAt: one.createdAt,
  tracking: one.tracking,
  events: one.events.map((event) => ({ ...event, id: gid("FulfillmentEvent", event.id) })),
});
