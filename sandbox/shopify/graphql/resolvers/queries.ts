import { gid, idOf, typeOf } from "../../domain/gid.ts";
import type { Order } from "../../domain/order-state.ts";
import { connection, type PageArguments } from "../connection.ts";
import type { Context } from "../context.ts";
import { collectionNode, collectionQueries } from "./collection.ts";
import { appSettingsQueries } from "./app-settings.ts";
import { carrierNode, carrierQueries } from "./carrier.ts";
import { deliveryCustomizationQueries } from "./delivery-customization.ts";
import { deliveryProfileQueries, shippingRateById, shippingZoneById } from "./delivery-profile.ts";
import { findFulfillment, findFulfillmentOrder } from "../../domain/fulfill.ts";
import { fulfillmentNode, fulfillmentOrderNode } from "./fulfillment.ts";
import { orderNode } from "./order.ts";
import { orderTest } from "./order-search.ts";
import { productNode } from "./product.ts";
import { appInstallationNode, customerNode, locationNode, shopNode } from "./shop.ts";
import { refundNode } from "./refund.ts";
import { returnQueries } from "./return.ts";
import { requireScope } from "../access.ts";

type SortKey = "UPDATED_AT" | "CREATED_AT" | "PROCESSED_AT" | "ID" | "ORDER_NUMBER";

const sortValue = (order: Order, key: SortKey): string => {
  if (key === "UPDATED_AT") return order.updatedAt;
  if (key === "ID") return String(order.id).padStart(20, "0");
  if (key === "ORDER_NUMBER") return String(order.number).padStart(12, "0");
  return order.createdAt;
};

// The cursor holds the value and the id, so that a page goes on right after a record that has changed since.
const cursorOf = (order: Order, key: SortKey): string => `${sortValue(order, key)}|${String(order.id).padStart(20, "0")}`;

function orders(args: PageArguments & { query?: string | null; sortKey?: SortKey | null }, context: Context) {
  const key = args.sortKey ?? "PROCESSED_AT";
  const test = orderTest(args.query, context.core.world.now());
  const after = args.after ? Buffer.from(args.after, "base64").toString("utf8") : null;
  const isPast = (order: Order) => after === null || (args.reverse ? cursorOf(order, key) < after : cursorOf(order, key) > after);
  const found = context.shop.orders
    .filter((order) => test(order) && isPast(order))
    .sort((a, b) => cursorOf(a, key).localeCompare(cursorOf(b, key)));
  return connection(
    found,
    { ...args, after: null },
    (order) => orderNode(context, order),
    (order) => cursorOf(order, key),
  );
}

const finders: Record<string, { scope: string | null; find(context: Context, id: number): unknown }> = {
  Shop: { scope: null, find: ({ shop }, id) => (shop.id === id ? shopNode(shop) : null) },
  Order: {
    scope: "read_orders",
    find: (context, id) => mapFound(context.core.world.order(context.shop, id), (order) => orderNode(context, order)),
  },
  Customer: {
    scope: "read_customers",
    find: ({ shop }, id) => among(shop.customers, id, customerNode),
  },
  Location: {
    scope: "read_locations",
    find: ({ shop }, id) =>
      mapFound(
        shop.locations.find((one) => one.id === id),
        (location) => locationNode(shop, location),
      ),
  },
  DeliveryZone: { scope: "read_shipping", find: ({ shop }, id) => shippingZoneById(shop, id) },
  DeliveryMethodDefinition: { scope: "read_shipping", find: ({ shop }, id) => shippingRateById(shop, id) },
  Collection: {
    scope: "read_products",
    find: ({ shop }, id) => among(shop.collections, id, collectionNode),
  },
  Product: { scope: "read_products", find: ({ shop }, id) => productNode(shop, id) },
  Refund: {
    scope: "read_orders",
    find: ({ shop }, id) => {
      const order = shop.orders.find((one) => one.refunds.some((refund) => refund.id === id));
      return mapFound(
        order?.refunds.find((one) => one.id === id),
        (refund) => refundNode(order!, refund),
      );
    },
  },
  Fulfillment: {
    scope: "read_orders",
    find: ({ shop }, id) => mapFound(findFulfillment(shop, id), (found) => fulfillmentNode(found.order, found.fulfillment)),
  },
  FulfillmentOrder: {
    scope: "read_merchant_managed_fulfillment_orders",
    find: ({ shop }, id) => mapFound(findFulfillmentOrder(shop, id), (found) => fulfillmentOrderNode(found.order, found.fulfillmentOrder)),
  },
  DeliveryCarrierService: {
    scope: "read_shipping",
    find: ({ shop }, id) => among(shop.carrierServices, id, carrierNode),
  },
};

const mapFound = <T>(found: T | null | undefined, map: (found: T) => unknown): unknown => (found ? map(found) : null);

const among = <T extends { id: number }>(records: T[], id: number, node: (record: T) => unknown): unknown =>
  mapFound(
    records.find((one) => one.id === id),
    node,
  );

/** Any record by its GID; null for another shop's, as Shopify. */
export function nodeById(id: string, context: Context): unknown {
  const type = typeOf(id) ?? "";
  const finder = finders[type];
  if (!finder) return null;
  if (finder.scope) requireScope(context, finder.scope, "node");
  return finder.find(context, idOf(type, id.split("?")[0] ?? "") ?? -1);
}

export const queries: Record<string, unknown> = {
  ...carrierQueries,
  ...deliveryProfileQueries,
  ...deliveryCustomizationQueries,
  ...appSettingsQueries,
  ...collectionQueries,
  ...returnQueries,
  shop: (_args: unknown, { shop }: Context) => shopNode(shop),
  order: ({ id }: { id: string }, context: Context) =>
    mapFound(context.core.world.order(context.shop, idOf("Order", id) ?? -1), (order) => orderNode(context, order)),
  orders,
  node: ({ id }: { id: string }, context: Context) => nodeById(id, context),
  nodes: ({ ids }: { ids: string[] }, context: Context) => ids.map((id) => nodeById(id, context)),
  fulfillment: ({ id }: { id: string }, context: Context) => nodeById(gid("Fulfillment", idOf("Fulfillment", id) ?? -1), context),
  fulfillmentOrder: ({ id }: { id: string }, context: Context) =>
    nodeById(gid("FulfillmentOrder", idOf("FulfillmentOrder", id) ?? -1), context),
  refund: ({ id }: { id: string }, context: Context) => nodeById(gid("Refund", idOf("Refund", id) ?? -1), context),
  product: ({ id }: { id: string }, context: Context) => nodeById(gid("Product", idOf("Product", id) ?? -1), context),
  customer: ({ id }: { id: string }, context: Context) => nodeById(gid("Customer", idOf("Customer", id) ?? -1), context),
  locations: (args: PageArguments & { includeInactive?: boolean | null }, { shop }: Context) =>
    connection(
      shop.locations.filter(({ active }) => active || args.includeInactive),
      args,
      (location) => locationNode(shop, location),
    ),
  currentAppInstallation: (_args: unknown, context: Context) => appInstallationNode(context),
};
