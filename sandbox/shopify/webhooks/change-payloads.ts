import { gid } from "../domain/gid.ts";
import type { Order } from "../domain/order-state.ts";
import type { Return } from "../domain/return-state.ts";
import type { Shop } from "../domain/state.ts";

/** The body of `orders/edited`: what the last committed edit added and removed. */
export function editPayload(order: Order): Record<string, unknown> {
  const edit = order.lastEdit;
  return {
    order_edit: {
      id: edit?.id ?? null,
      app_id: null,
      created_at: edit?.at ?? order.updatedAt,
      committed_at: edit?.at ?? order.updatedAt,
      notify_customer: false,
      order_id: order.id,
      staff_note: "",
      user_id: null,
      line_items: { additions: edit?.added ?? [], removals: edit?.removed ?? [] },
      discounts: { line_item: { additions: [], removals: [] } },
      shipping_lines: {
        additions: (edit?.addedShipping ?? []).map((id) => ({ id })),
        removals: (edit?.removedShipping ?? []).map((id) => ({ id })),
      },
    },
  };
}

/** The body of `fulfillment_events/create`: what was reported last. */
export function eventPayload(shop: Shop, order: Order): Record<string, unknown> {
  const reported = order.fulfillments.flatMap(({ id, events }) => events.map((event) => ({ fulfillmentId: id, ...event })));
  const last = reported.sort((a, b) => a.id - b.id).at(-1);
  if (!last) throw new Error(`order ${order.number} has no fulfillment event to tell of`);
  return {
    id: last.id,
    fulfillment_id: last.fulfillmentId,
    status: last.status.toLowerCase(),
    message: last.message,
    happened_at: last.happenedAt,
    city: last.city,
    province: last.province,
    country: last.country,
    zip: last.zip,
    address1: null,
    latitude: last.latitude,
    longitude: last.longitude,
    shop_id: shop.id,
    created_at: last.createdAt,
    updated_at: last.createdAt,
    estimated_delivery_at: last.estimatedDeliveryAt,
    order_id: order.id,
    admin_graphql_api_id: gid("FulfillmentEvent", last.id),
  };
}

const lastReturn = (order: Order): Return => {
  const last = order.returns.at(-1);
  if (!last) throw new Error(`order ${order.number} has no return to tell of`);
  return last;
};
const identity = ({ id, status }: Return) => ({ id, admin_graphql_api_id: gid("Return", id), status });

/** `returns/request` and `returns/approve` carry the whole return. */
export function returnPayload(order: Order): Record<string, unknown> {
  const one = lastReturn(order);
  return {
    ...identity(one),
    order: { id: order.id, admin_graphql_api_id: gid("Order", order.id) },
    name: one.name,
    total_return_line_items: one.lines.reduce((sum, line) => sum + line.quantity, 0),
    return_line_items: one.lines.map(({ id, quantity }) => ({ id, admin_graphql_api_id: gid("ReturnLineItem", id), quantity })),
    return_shipping_fees: [],
    exchange_line_items: one.exchanges.map(({ id }) => ({ id, admin_graphql_api_id: gid("ExchangeLineItem", id), line_item: null })),
    total_exchange_line_items: one.exchanges.length,
  };
}

/** `returns/{decline,cancel,close,reopen}` only say which. */
export const returnEndPayload = (order: Order): Record<string, unknown> => ({ ...identity(lastReturn(order)), order_id: order.id });

/** `returns/update` names the return by its GID alone, and says what has changed. */
export const returnUpdatePayload = (order: Order): Record<string, unknown> => ({
  admin_graphql_api_id: identity(lastReturn(order)).admin_graphql_api_id,
  restocking_fees: {},
  return_line_items: {},
  return_shipping_fees: {},
});

/** What is told of the goods on their way back says whose return they are of. */
export function reversePayload(order: Order): Record<string, unknown> {
  const one = lastReturn(order);
  return { return: { id: one.id, admin_graphql_api_id: gid("Return", one.id) }, order_id: order.id };
}
