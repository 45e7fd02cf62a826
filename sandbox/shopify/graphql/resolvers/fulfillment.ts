import { gid } from "../../domain/gid.ts";
import type { Fulfillment, FulfillmentEvent, FulfillmentOrder } from "../../domain/fulfillment-state.ts";
import type { Order } from "../../domain/order-state.ts";
import type { Location, Shop } from "../../domain/state.ts";
import { connection, type PageArguments } from "../connection.ts";
import type { Context } from "../context.ts";
import { destinationNode } from "./address.ts";
import { lineNode } from "./line.ts";
import { locationNode } from "./shop.ts";

export const eventNode = (event: FulfillmentEvent): Record<string, unknown> => ({
  __typename: "FulfillmentEvent",
  ...event,
  address1: null,
  id: gid("FulfillmentEvent", event.id),
});

const lastEvent = (fulfillment: Fulfillment) => [...fulfillment.events].sort((a, b) => a.happenedAt.localeCompare(b.happenedAt)).at(-1);
const eventAt = (fulfillment: Fulfillment, status: string) =>
  fulfillment.events.find((event) => event.status === status)?.happenedAt ?? null;

/** What Shopify shows of a shipment: its last event, or how it was created. */
export function displayStatus(fulfillment: Fulfillment): string {
  if (fulfillment.status === "CANCELLED") return "CANCELED";
  return lastEvent(fulfillment)?.status ?? "FULFILLED";
}

export function fulfillmentNode(order: Order, one: Fulfillment): Record<string, unknown> {
  return {
    __typename: "Fulfillment",
    id: gid("Fulfillment", one.id),
    legacyResourceId: String(one.id),
    name: `#${order.number}-F${order.fulfillments.indexOf(one) + 1}`,
    status: one.status,
    displayStatus: displayStatus(one),
    createdAt: one.createdAt,
    updatedAt: one.updatedAt,
    deliveredAt: eventAt(one, "DELIVERED"),
    inTransitAt: eventAt(one, "IN_TRANSIT"),
    estimatedDeliveryAt: null,
    requiresShipping: true,
    service: null,
    totalQuantity: one.lines.reduce((sum, line) => sum + line.quantity, 0),
    trackingInfo: ({ first }: { first?: number | null }) => one.tracking.slice(0, first ?? undefined),
    events: (args: PageArguments) =>
      connection(
        [...one.events].sort((a, b) => a.happenedAt.localeCompare(b.happenedAt)),
        args,
        eventNode,
      ),
    fulfillmentLineItems: (args: PageArguments) =>
      connection(one.lines, args, (part) => ({
        id: gid("FulfillmentLineItem", part.id),
        quantity: part.quantity,
        lineItem: lineOf(order, part.lineId),
      })),
    fulfillmentOrders: (args: PageArguments) =>
      connection(
        order.fulfillmentOrders.filter((candidate) => one.fulfillmentOrderIds.includes(candidate.id)),
        args,
        (found) => fulfillmentOrderNode(order, found),
      ),
    location: (_args: unknown, { shop }: Context) => locationNode(shop, placeOf(shop, order, one)),
    order: (_args: unknown, context: Context) => context.orderNode(order),
  };
}

export function fulfillmentOrderNode(order: Order, one: FulfillmentOrder): Record<string, unknown> {
  const isOpen = one.status === "OPEN" || one.status === "IN_PROGRESS";
  const shipping = one.method === "shipping" || one.method === "local" ? order.shippingLines.find((line) => !line.isRemoved) : undefined;
  return {
    __typename: "FulfillmentOrder",
    id: gid("FulfillmentOrder", one.id),
    status: one.status,
    requestStatus: "UNSUBMITTED",
    createdAt: one.createdAt,
    updatedAt: one.updatedAt,
    fulfillAt: one.createdAt,
    fulfillBy: null,
    orderId: gid("Order", order.id),
    orderName: `#${order.number}`,
    orderProcessedAt: order.createdAt,
    fulfillmentHolds: [],
    internationalDuties: null,
    supportedActions: isOpen
      ? [
          { action: "CREATE_FULFILLMENT", externalUrl: null },
          { action: "HOLD", externalUrl: null },
        ]
      : [],
    destination: () => (order.shippingAddress ? destinationNode(order.shippingAddress, one.id, order.email) : null),
    deliveryMethod: {
      __typename: "DeliveryMethod",
      id: gid("DeliveryMethod", one.id),
      methodType: one.method.toUpperCase(),
      presentedName: shipping?.title ?? null,
      serviceCode: shipping?.code ?? null,
      sourceReference: null,
      brandedPromise: null,
      minDeliveryDateTime: null,
      maxDeliveryDateTime: null,
      additionalInformation: null,
    },
    assignedLocation: (_args: unknown, { shop }: Context) => assignedLocation(shop, locationOf(shop, one.locationId)),
    lineItems: (args: PageArguments) =>
      connection(one.lines, args, (part) => {
        const line = order.lines.find((candidate) => candidate.id === part.lineId);
        return {
          __typename: "FulfillmentOrderLineItem",
          id: gid("FulfillmentOrderLineItem", part.id),
          totalQuantity: part.total,
          remainingQuantity: part.remaining,
          lineItem: () => lineOf(order, part.lineId),
          productTitle: line?.title ?? "",
          sku: line?.sku ?? null,
          variantTitle: null,
          vendor: line?.vendor ?? null,
          requiresShipping: true,
        };
      }),
    fulfillments: (args: PageArguments) =>
      connection(
        order.fulfillments.filter((candidate) => candidate.fulfillmentOrderIds.includes(one.id)),
        args,
        (found) => fulfillmentNode(order, found),
      ),
    order: (_args: unknown, context: Context) => context.orderNode(order),
  };
}

const assignedLocation = (shop: Shop, location: Location): Record<string, unknown> => ({
  name: location.name,
  address1: location.address1,
  address2: null,
  city: location.city,
  province: null,
  zip: null,
  countryCode: shop.address.countryCode,
  phone: shop.address.phone,
  location: () => locationNode(shop, location),
});

const locationOf = (shop: Shop, id: number | undefined): Location => shop.locations.find((one) => one.id === id) ?? shop.locations[0]!;
const placeOf = (shop: Shop, order: Order, { fulfillmentOrderIds }: Fulfillment): Location =>
  locationOf(shop, order.fulfillmentOrders.find(({ id }) => fulfillmentOrderIds.includes(id))?.locationId);

function lineOf(order: Order, id: number): Record<string, unknown> | null {
  const line = order.lines.find((candidate) => candidate.id === id);
  return line ? lineNode(order, line) : null;
}
