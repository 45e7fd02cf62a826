import { parseCents } from "../../domain/cents.ts";
import { Refusal, tell } from "../../domain/core.ts";
import { addEvent, cancelFulfillment, createFulfillment, updateTracking, type ShipmentWish } from "../../domain/fulfill.ts";
import { idOf } from "../../domain/gid.ts";
import { capture, markAsPaid } from "../../domain/pay.ts";
import type { FulfillmentEvent, Tracking } from "../../domain/fulfillment-state.ts";
import type { Order } from "../../domain/order-state.ts";
import { requireScope } from "../access.ts";
import type { Context } from "../context.ts";
import { carrierMutations } from "./carrier.ts";
import { deliveryCustomizationMutations } from "./delivery-customization.ts";
import { deliveryProfileMutations } from "./delivery-profile.ts";
import { eventNode, fulfillmentNode } from "./fulfillment.ts";
import { metafieldsSet } from "./metafield.ts";
import { orderNode } from "./order.ts";
import { orderLifeMutations } from "./order-create.ts";
import { orderEditMutations } from "./order-edit.ts";
import { refundMutations } from "./refund-units.ts";
import { payload } from "./refusal.ts";
import { returnMutations } from "./return.ts";
import { transactionNode } from "./transaction.ts";

const TAG_LENGTH = 40;

function orderOf(context: Context, id: string, field: string[]): Order {
  const order = context.core.world.order(context.shop, idOf("Order", id) ?? -1);
  if (!order) throw new Refusal("Order does not exist", field);
  return order;
}

interface TrackingInput {
  company?: string | null;
  number?: string | null;
  url?: string | null;
  numbers?: string[] | null;
  urls?: string[] | null;
}
function trackingOf(input: TrackingInput | null | undefined): Tracking[] {
  if (!input) return [];
  const numbers = input.numbers ?? [input.number ?? null];
  const urls = input.urls ?? [input.url ?? null];
  return numbers.map((number, index) => ({ company: input.company ?? null, number, url: urls[index] ?? null }));
}

interface FulfillmentInput {
  lineItemsByFulfillmentOrder: { fulfillmentOrderId: string; fulfillmentOrderLineItems?: { id: string; quantity: number }[] | null }[];
  trackingInfo?: TrackingInput | null;
}
const shipmentWish = (one: FulfillmentInput["lineItemsByFulfillmentOrder"][number]): ShipmentWish => ({
  fulfillmentOrderId: idOf("FulfillmentOrder", one.fulfillmentOrderId),
  lines: one.fulfillmentOrderLineItems?.map((line) => ({ id: idOf("FulfillmentOrderLineItem", line.id), quantity: line.quantity })) ?? null,
});

type EventInput = Partial<Omit<FulfillmentEvent, "id" | "createdAt">> & { fulfillmentId: string; status: string };
const eventRecord = (input: EventInput, now: string): Omit<FulfillmentEvent, "id" | "createdAt"> => ({
  status: input.status,
  happenedAt: new Date(input.happenedAt ?? now).toISOString(),
  message: input.message ?? null,
  latitude: input.latitude ?? null,
  longitude: input.longitude ?? null,
  city: input.city ?? null,
  province: input.province ?? null,
  country: input.country ?? null,
  zip: input.zip ?? null,
  estimatedDeliveryAt: input.estimatedDeliveryAt ?? null,
});

function changeTags(context: Context, id: string, change: (tags: string[]) => string[]): Record<"node", unknown> {
  requireScope(context, "write_orders", "tags");
  const order = orderOf(context, id, ["id"]);
  order.tags = change(order.tags);
  tell(context.core, context.shop, order, "Tags changed", "orders/updated");
  return { node: orderNode(context, order) };
}

const tagMutations = {
  tagsAdd: ({ id, tags }: { id: string; tags: string[] }, context: Context) =>
    payload(() => {
      if (tags.some((tag) => tag.length > TAG_LENGTH)) throw new Refusal(`Tags cannot be longer than ${TAG_LENGTH} characters`, ["tags"]);
      return changeTags(context, id, (present) => [
        ...present,
        ...tags.filter((tag) => !present.some((one) => one.toLowerCase() === tag.toLowerCase())),
      ]);
    }, ["node"]),
  tagsRemove: ({ id, tags }: { id: string; tags: string[] }, context: Context) =>
    payload(
      () => changeTags(context, id, (present) => present.filter((tag) => !tags.some((one) => one.toLowerCase() === tag.toLowerCase()))),
      ["node"],
    ),
};

interface OrderInput {
  id: string;
  note?: string | null;
  tags?: string[] | null;
  email?: string | null;
  phone?: string | null;
  customAttributes?: Order["customAttributes"] | null;
}
const playedInputs = ["id", "note", "tags", "email", "phone", "customAttributes"];

function orderUpdate({ input }: { input: OrderInput }, context: Context): unknown {
  return payload(() => {
    const notPlayed = Object.keys(input).find((name) => !playedInputs.includes(name));
    if (notPlayed) throw new Refusal(`The sandbox doesn't play OrderInput.${notPlayed}`, ["input", notPlayed]);
    const { id, ...changes } = input;
    const order = orderOf(context, id, ["id"]);
    if ((changes.note?.length ?? 0) > 5000) throw new Refusal("Note is too long (maximum is 5000 characters)", ["note"]);
    Object.assign(order, changes);
    tell(context.core, context.shop, order, "Order details changed", "orders/updated");
    return { order: orderNode(context, order) };
  }, ["order"]);
}

const paymentMutations = {
  orderCapture: ({ input }: { input: { id: string; parentTransactionId: string; amount: string } }, context: Context) =>
    payload(() => {
      const order = orderOf(context, input.id, ["id"]);
      const wanted = { parentId: idOf("OrderTransaction", input.parentTransactionId), amount: parseCents(String(input.amount)) };
      return { transaction: transactionNode(order, capture(context.core, context.shop, order, wanted)) };
    }, ["transaction"]),
  orderMarkAsPaid: ({ input }: { input: { id: string } }, context: Context) =>
    payload(() => {
      const order = orderOf(context, input.id, ["id"]);
      markAsPaid(context.core, context.shop, order);
      return { order: orderNode(context, order) };
    }, ["order"]),
};

const fulfillmentMutations = {
  fulfillmentCreate: ({ fulfillment }: { fulfillment: FulfillmentInput }, { core, shop }: Context) =>
    payload(() => {
      const made = createFulfillment(
        core,
        shop,
        fulfillment.lineItemsByFulfillmentOrder.map(shipmentWish),
        trackingOf(fulfillment.trackingInfo),
      );
      return { fulfillment: fulfillmentNode(made.order, made.fulfillment) };
    }, ["fulfillment"]),
  fulfillmentEventCreate: ({ fulfillmentEvent: input }: { fulfillmentEvent: EventInput }, { core, shop }: Context) =>
    payload(() => {
      const event = eventRecord(input, core.world.now().toISOString());
      return { fulfillmentEvent: eventNode(addEvent(core, shop, idOf("Fulfillment", input.fulfillmentId), event)) };
    }, ["fulfillmentEvent"]),
  fulfillmentTrackingInfoUpdate: (
    { fulfillmentId, trackingInfoInput }: { fulfillmentId: string; trackingInfoInput: TrackingInput },
    { core, shop }: Context,
  ) =>
    payload(() => {
      const fulfillment = updateTracking(core, shop, idOf("Fulfillment", fulfillmentId), trackingOf(trackingInfoInput));
      const order = shop.orders.find((one) => one.fulfillments.includes(fulfillment));
      return { fulfillment: order ? fulfillmentNode(order, fulfillment) : null };
    }, ["fulfillment"]),
  fulfillmentCancel: ({ id }: { id: string }, { core, shop }: Context) =>
    payload(() => {
      const fulfillment = cancelFulfillment(core, shop, idOf("Fulfillment", id));
      const order = shop.orders.find((one) => one.fulfillments.includes(fulfillment));
      return { fulfillment: order ? fulfillmentNode(order, fulfillment) : null };
    }, ["fulfillment"]),
};

export const mutations: Record<string, unknown> = {
  ...tagMutations,
  ...paymentMutations,
  ...fulfillmentMutations,
  ...carrierMutations,
  ...deliveryProfileMutations,
  ...deliveryCustomizationMutations,
  ...orderLifeMutations,
  ...orderEditMutations,
  ...returnMutations,
  ...refundMutations,
  metafieldsSet,
  orderUpdate,
};
