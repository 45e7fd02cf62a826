import type { OrderTopic } from "../domain/core.ts";
import type { Order } from "../domain/order-state.ts";
import type { Location, Shop } from "../domain/state.ts";
import { editPayload, eventPayload, returnEndPayload, returnPayload, returnUpdatePayload, reversePayload } from "./change-payloads.ts";
import { locationPayload } from "./location-payload.ts";
import { orderPayload } from "./order-payload.ts";
import { refundPayload } from "./refund-payload.ts";

type Payload = Record<string, unknown>;
export type ShopTopic = "app/uninstalled" | "customers/data_request" | "customers/redact" | "shop/redact";

const shopTopics: Record<ShopTopic, (shop: Shop) => Payload> = {
  "app/uninstalled": shopPayload,
  "customers/data_request": (shop) => ({ ...customerRequest(shop), orders_requested: lastOrders(shop), data_request: { id: 9999 } }),
  "customers/redact": (shop) => ({ ...customerRequest(shop), orders_to_redact: lastOrders(shop) }),
  "shop/redact": (shop) => ({ shop_id: shop.id, shop_domain: shop.domain }),
};

export const LOCATION_TOPICS = ["create", "update", "delete", "activate", "deactivate"].map((what) => `locations/${what}`);

const orderTopics: Record<OrderTopic, (shop: Shop, order: Order, now: Date) => Payload> = {
  "orders/create": orderPayload,
  "orders/paid": orderPayload,
  "orders/updated": orderPayload,
  "orders/cancelled": orderPayload,
  "orders/fulfilled": orderPayload,
  "orders/partially_fulfilled": orderPayload,
  "orders/edited": (_shop, order) => editPayload(order),
  "fulfillment_events/create": eventPayload,
  "refunds/create": (_shop, order) => lastRefund(order),
  "returns/request": (_shop, order) => returnPayload(order),
  "returns/approve": (_shop, order) => returnPayload(order),
  "returns/decline": (_shop, order) => returnEndPayload(order),
  "returns/cancel": (_shop, order) => returnEndPayload(order),
  "returns/close": (_shop, order) => returnEndPayload(order),
  "returns/reopen": (_shop, order) => returnEndPayload(order),
  "returns/process": (_shop, order) => returnPayload(order),
  "returns/update": (_shop, order) => returnUpdatePayload(order),
  "reverse_deliveries/attach_deliverable": (_shop, order) => reversePayload(order),
  "reverse_fulfillment_orders/dispose": (_shop, order) => reversePayload(order),
};

export const isShopTopic = (topic: string): topic is ShopTopic => topic in shopTopics;
export const isOrderTopic = (topic: string): topic is OrderTopic => topic in orderTopics;
export const canPlay = (topic: string): boolean => isShopTopic(topic) || isOrderTopic(topic) || LOCATION_TOPICS.includes(topic);
export const payloadOfShop = (topic: ShopTopic, shop: Shop): Payload => shopTopics[topic](shop);
export const payloadOfLocation = (topic: string, shop: Shop, location: Location, now: Date): Payload =>
  topic === "locations/delete" ? { id: location.id } : locationPayload(shop, location, now);
export const payloadOfOrder = (topic: OrderTopic, shop: Shop, order: Order, now: Date): Payload => orderTopics[topic](shop, order, now);

function lastRefund(order: Order): Payload {
  const refund = order.refunds.at(-1);
  if (!refund) throw new Error(`order ${order.number} has no refund to tell of`);
  return refundPayload(order, refund);
}

const lastOrders = (shop: Shop): number[] => shop.orders.slice(-3).map((order) => order.id);

function customerRequest(shop: Shop): Payload {
  const customer = shop.customers.at(-1);
  return {
    shop_id: shop.id,
    shop_domain: shop.domain,
    customer: customer ? { id: customer.id, email: customer.email, phone: customer.phone } : null,
  };
}

function shopPayload(shop: Shop): Payload {
  return {
    id: shop.id,
    name: shop.name,
    email: shop.email,
    domain: shop.domain,
    province: null,
    country: shop.address.countryCode,
    address1: shop.address.address1,
    zip: shop.address.zip,
    city: shop.address.city,
    phone: shop.address.phone,
    primary_locale: shop.primaryLocale,
    country_code: shop.address.countryCode,
    currency: shop.currency,
    customer_email: shop.email,
    iana_timezone: shop.ianaTimezone,
    shop_owner: shop.owner,
    taxes_included: shop.taxesIncluded,
    tax_shipping: true,
    plan_name: shop.plan,
    myshopify_domain: shop.domain,
    primary_location_id: shop.locations[0]!.id,
  };
}
