import { formatCents, type Cents } from "../domain/cents.ts";
import { gid } from "../domain/gid.ts";
import { financialStatus, fulfillmentStatus, outstandingOf, roundingOf } from "../domain/payment.ts";
import type { Address, Order } from "../domain/order-state.ts";
import type { Shop } from "../domain/state.ts";
import { currentSums, placedSums, taxesByRate } from "../domain/totals.ts";
import { countryName } from "../domain/country.ts";
import { presentmentCurrency } from "../domain/presentment.ts";
import { refundPayload } from "./refund-payload.ts";
import { linePayload, moneySet, shippingPayload, taxLine } from "./line-payload.ts";

/** The body of the orders/* webhooks: the keys of Shopify's REST order, 2026-10. */
export function orderPayload(shop: Shop, order: Order, now: Date): Record<string, unknown> {
  const placed = placedSums(order);
  const current = currentSums(order);
  const set = (cents: Cents) => moneySet(cents, order);
  const both = (name: string, cents: Cents) => ({ [name]: formatCents(cents), [`${name}_set`]: set(cents) });
  return {
    id: order.id,
    admin_graphql_api_id: gid("Order", order.id),
    app_id: null,
    browser_ip: null,
    buyer_accepts_marketing: false,
    cancel_reason: order.cancelReason,
    cancelled_at: order.cancelledAt,
    cart_token: null,
    checkout_token: order.token,
    client_details: null,
    closed_at: order.closedAt,
    confirmation_number: order.confirmationNumber,
    confirmed: true,
    contact_email: order.email,
    created_at: order.createdAt,
    currency: order.currency,
    current_shipping_price_set: set(current.shipping),
    current_total_additional_fees_set: order.fees.length > 0 ? set(current.fees) : null,
    current_total_duties_set: order.duties && set(current.duties),
    ...both("current_subtotal_price", current.subtotal),
    ...both("current_total_discounts", current.discounts + current.shippingDiscount),
    ...both("current_total_price", current.total),
    ...both("current_total_tax", current.tax),
    customer_locale: order.locale,
    discount_codes: discountCodes(order),
    duties_included: false,
    email: order.email,
    estimated_taxes: false,
    financial_status: financialStatus(order, now).toLowerCase(),
    fulfillment_status: restFulfillmentStatus(order),
    location_id: null,
    name: `#${order.number}`,
    note: order.note,
    note_attributes: order.customAttributes.map(({ key, value }) => ({ name: key, value })),
    number: order.number - 1000,
    order_number: order.number,
    original_total_additional_fees_set: order.fees.length > 0 ? set(placed.fees) : null,
    original_total_duties_set: order.duties && set(placed.duties),
    order_status_url: `https://${shop.domain}/${shop.id}/orders/${order.token}/authenticate?key=${order.token.slice(0, 16)}`,
    payment_gateway_names: order.gateways,
    phone: order.phone,
    po_number: null,
    presentment_currency: presentmentCurrency(order),
    processed_at: order.createdAt,
    source_name: order.source,
    ...both("subtotal_price", placed.subtotal),
    tags: order.tags.join(", "),
    tax_exempt: false,
    tax_lines: taxesByRate(order, "placed").map(({ rateBasisPoints, tax }) => taxLine(rateBasisPoints, tax, order)),
    taxes_included: order.taxesIncluded,
    test: false,
    token: order.token,
    ...both("total_discounts", placed.discounts + placed.shippingDiscount),
    ...both("total_line_items_price", placed.subtotal + placed.discounts),
    total_cash_rounding_payment_adjustment_set: set(roundingOf(order)),
    total_cash_rounding_refund_adjustment_set: set(0),
    total_outstanding: formatCents(outstandingOf(order)),
    ...both("total_price", placed.total),
    total_shipping_price_set: set(placed.shipping + placed.shippingDiscount),
    ...both("total_tax", placed.tax),
    total_tip_received: formatCents(placed.tips),
    total_weight: order.lines.reduce((sum, line) => sum + line.grams * line.quantity, 0),
    updated_at: order.updatedAt,
    user_id: null,
    billing_address: order.billingAddress && addressPayload(order.billingAddress),
    customer: customerPayload(shop, order),
    discount_applications: discountApplications(order),
    fulfillments: order.fulfillments.map((one) => ({ id: one.id, order_id: order.id, status: one.status.toLowerCase() })),
    line_items: order.lines.map((line) => linePayload(order, line)),
    payment_terms: paymentTerms(order),
    refunds: order.refunds.map((one) => refundPayload(order, one)),
    shipping_address: order.shippingAddress && addressPayload(order.shippingAddress),
    shipping_lines: order.shippingLines.map((one) => shippingPayload(order, one)),
    returns: order.returns.map((one) => ({ id: one.id, admin_graphql_api_id: gid("Return", one.id), status: one.status })),
    line_item_groups: [],
  };
}

function restFulfillmentStatus(order: Order): string | null {
  const status = fulfillmentStatus(order);
  return status === "UNFULFILLED" ? null : status === "FULFILLED" ? "fulfilled" : "partial";
}

function discountCodes(order: Order) {
  if (!order.discount) return [];
  const amount = order.lines.reduce((sum, line) => sum + line.discount, 0);
  return [
    { code: order.discount.code, amount: formatCents(amount), type: "percentage" in order.discount.value ? "percentage" : "fixed_amount" },
  ];
}

function discountApplications(order: Order) {
  if (!order.discount) return [];
  const { value, code } = order.discount;
  const shared = { target_type: "line_item", type: "discount_code", allocation_method: "across", target_selection: "all", code };
  return [
    "percentage" in value
      ? { ...shared, value: value.percentage, value_type: "percentage" }
      : { ...shared, value: formatCents(value.amount), value_type: "fixed_amount" },
  ];
}

function paymentTerms({ paymentTerms: terms, createdAt, currency }: Order) {
  if (!terms) return null;
  return {
    id: terms.id,
    created_at: createdAt,
    due_in_days: terms.dueInDays,
    payment_terms_name: terms.dueInDays === null ? "Fixed" : `Net ${terms.dueInDays}`,
    payment_terms_type: terms.dueInDays === null ? "fixed" : "net",
    payment_schedules: [{ currency, issued_at: createdAt, due_at: terms.dueAt, completed_at: null }],
  };
}

function customerPayload(shop: Shop, order: Order) {
  const customer = shop.customers.find((one) => one.id === order.customerId);
  if (!customer) return null;
  return {
    id: customer.id,
    admin_graphql_api_id: gid("Customer", customer.id),
    created_at: customer.createdAt,
    first_name: customer.firstName,
    last_name: customer.lastName,
    email: customer.email,
    phone: customer.phone,
    state: "disabled",
    tax_exempt: false,
    currency: order.currency,
    tax_exemptions: [],
  };
}

export const addressPayload = (address: Address) => ({
  first_name: address.firstName,
  last_name: address.lastName,
  name: [address.firstName, address.lastName].filter(Boolean).join(" "),
  company: address.company,
  address1: address.address1,
  address2: address.address2,
  city: address.city,
  zip: address.zip,
  province: address.province,
  province_code: null,
  country: countryName(address.countryCode),
  country_code: address.countryCode,
  phone: address.phone,
  latitude: address.latitude,
  longitude: address.longitude,
});
