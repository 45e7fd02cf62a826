import { formatCents, type Cents } from "../domain/cents.ts";
import { gid } from "../domain/gid.ts";
import { financialStatus, fulfillmentStatus, outstandingOf, receivedOf, refundedOf } from "../domain/payment.ts";
import type { Fulfillment, Metafield, Order, Shop } from "../domain/state.ts";
import { currentSums, lineTax, netOf, placedSums, shippingTax } from "../domain/totals.ts";
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
    currency: order.currency,
    taxesIncluded: order.taxesIncluded,
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
    lines: order.lines.map((line) => ({
      id: gid("LineItem", line.id),
      title: line.title,
      sku: line.sku,
      quantity: line.quantity,
      currentQuantity: line.currentQuantity,
      price: formatCents(line.unitPrice),
      discount: formatCents(line.discount),
      net: formatCents(netOf(line)),
      tax: formatCents(lineTax(line, netOf(line), order)),
      taxRate: line.taxRateBasisPoints / 10_000,
      taxable: line.taxable,
    })),
    shippingLine: shippingView(order),
    transactions: order.transactions.map((one) => ({
      ...one,
      id: gid("OrderTransaction", one.id),
      amount: formatCents(one.amount),
      parentId: one.parentId === null ? null : gid("OrderTransaction", one.parentId),
    })),
    fulfillmentOrders: order.fulfillmentOrders.map((one) => ({ id: gid("FulfillmentOrder", one.id), status: one.status })),
    fulfillments: order.fulfillments.map(fulfillmentView),
    refunds: order.refunds.map((one) => ({ id: gid("Refund", one.id), createdAt: one.createdAt, note: one.note })),
    timeline: order.timeline,
  };
}
export type OrderView = ReturnType<typeof orderView>;

export function shippingView(order: Order) {
  const { shipping } = order;
  return (
    shipping && {
      title: shipping.title,
      code: shipping.code,
      source: shipping.source,
      price: formatCents(shipping.price),
      tax: formatCents(shippingTax(shipping, order)),
      isRemoved: shipping.isRemoved,
    }
  );
}

function sumsView(order: Order) {
  const placed = placedSums(order);
  const current = currentSums(order);
  const amounts = (values: Record<string, Cents>) =>
    Object.fromEntries(Object.entries(values).map(([name, cents]) => [name, formatCents(cents)]));
  return {
    subtotal: formatCents(placed.subtotal),
    discounts: formatCents(placed.discounts),
    shipping: formatCents(placed.shipping),
    tax: formatCents(placed.tax),
    total: formatCents(placed.total),
    current: amounts({ ...current }),
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
  createdAt: one.createdAt,
  tracking: one.tracking,
  events: one.events.map((event) => ({ ...event, id: gid("FulfillmentEvent", event.id) })),
});
