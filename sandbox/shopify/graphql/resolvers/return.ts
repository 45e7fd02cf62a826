import { Refusal } from "../../domain/core.ts";
import { gid, idOf } from "../../domain/gid.ts";
import { createReverseDelivery, dispose, findReverse } from "../../domain/reverse.ts";
import type { Order } from "../../domain/order-state.ts";
import type { Disposition, DispositionType, Return, ReverseDelivery, ReverseOrder } from "../../domain/return-state.ts";
import type { Shop } from "../../domain/state.ts";
import { connection, type PageArguments } from "../connection.ts";
import type { Context } from "../context.ts";
import { lineNode } from "./line.ts";
import { payload } from "./refusal.ts";
import { locationNode } from "./shop.ts";

type Node = Record<string, unknown>;

export function returnNode(order: Order, one: Return): Node {
  return {
    __typename: "Return",
    id: gid("Return", one.id),
    name: one.name,
    status: one.status.toUpperCase(),
    createdAt: one.createdAt,
    closedAt: one.closedAt,
    decline: null,
    totalQuantity: one.lines.reduce((sum, line) => sum + line.quantity, 0),
    returnShippingFees: [],
    order: (_args: unknown, context: Context) => context.orderNode(order),
    returnLineItems: (args: PageArguments) =>
      connection(one.lines, args, (line) => ({
        __typename: "ReturnLineItem",
        id: gid("ReturnLineItem", line.id),
        quantity: line.quantity,
        customerNote: null,
        returnReasonNote: "",
        fulfillmentLineItem: shippedNode(order, line.fulfillmentLineId),
      })),
    exchangeLineItems: (args: PageArguments) =>
      connection(one.exchanges, args, (line) => ({
        __typename: "ExchangeLineItem",
        id: gid("ExchangeLineItem", line.id),
        quantity: line.quantity,
        lineItems: order.lines.filter(({ id }) => id === line.lineId).map((found) => lineNode(order, found)),
      })),
    reverseFulfillmentOrders: (args: PageArguments) =>
      connection(one.reverseOrder ? [one.reverseOrder] : [], args, (found) => reverseOrderNode(order, found)),
  };
}

function shippedNode(order: Order, id: number): Node {
  const part = order.fulfillments.flatMap(({ lines }) => lines).find((line) => line.id === id);
  const line = order.lines.find((candidate) => candidate.id === part?.lineId);
  if (!part || !line) throw new Error(`order ${order.number} has no shipped line ${id}`);
  return { id: gid("FulfillmentLineItem", id), quantity: part.quantity, lineItem: lineNode(order, line) };
}

function reverseOrderNode(order: Order, one: ReverseOrder): Node {
  return {
    __typename: "ReverseFulfillmentOrder",
    id: gid("ReverseFulfillmentOrder", one.id),
    status: one.status,
    thirdPartyConfirmation: null,
    order: (_args: unknown, context: Context) => context.orderNode(order),
    lineItems: (args: PageArguments) => connection(one.lines, args, (line) => reverseLineNode(order, line)),
    reverseDeliveries: (args: PageArguments) => connection(one.deliveries, args, (found) => reverseDeliveryNode(order, one, found)),
  };
}

const reverseLineNode = (order: Order, line: ReverseOrder["lines"][number]): Node => ({
  id: gid("ReverseFulfillmentOrderLineItem", line.id),
  totalQuantity: line.quantity,
  fulfillmentLineItem: shippedNode(order, line.fulfillmentLineId),
  dispositions: line.dispositions.map(dispositionNode),
});

const dispositionNode = ({ id, type, quantity, locationId, createdAt }: Disposition): Node => ({
  ...{ id: gid("ReverseFulfillmentOrderDisposition", id), type, quantity, createdAt },
  location: (_args: unknown, { shop }: Context) => {
    const found = shop.locations.find((one) => one.id === locationId);
    return found ? locationNode(shop, found) : null;
  },
});

const reverseDeliveryNode = (order: Order, of: ReverseOrder, { id, tracking, lines }: ReverseDelivery): Node => ({
  id: gid("ReverseDelivery", id),
  deliverable: tracking && {
    __typename: "ReverseDeliveryShippingDeliverable",
    label: null,
    tracking: { ...tracking, carrierName: null },
  },
  reverseFulfillmentOrder: () => reverseOrderNode(order, of),
  reverseDeliveryLineItems: (args: PageArguments) =>
    connection(lines, args, (line) => ({
      id: gid("ReverseDeliveryLineItem", line.id),
      quantity: line.quantity,
      dispositions: [],
      reverseFulfillmentOrderLineItem: reverseLineNode(
        order,
        of.lines.find((found) => found.id === line.reverseLineId)!,
      ),
    })),
});

export function returnById(shop: Shop, id: number | null): Node | null {
  for (const order of shop.orders) {
    const one = order.returns.find((candidate) => candidate.id === id);
    if (one) return returnNode(order, one);
  }
  return null;
}

export const returnQueries = {
  return: ({ id }: { id: string }, { shop }: Context) => returnById(shop, idOf("Return", id)),
  reverseFulfillmentOrder: ({ id }: { id: string }, { shop }: Context) => {
    const wanted = idOf("ReverseFulfillmentOrder", id);
    const found = findReverse(shop, (one) => one.id === wanted);
    return found && reverseOrderNode(found.order, found.reverseOrder);
  },
};

interface DeliveryInput {
  reverseFulfillmentOrderId: string;
  reverseDeliveryLineItems: { reverseFulfillmentOrderLineItemId: string; quantity: number }[];
  trackingInput?: { number?: string | null; url?: string | null } | null;
  labelInput?: unknown;
  notifyCustomer?: boolean | null;
}
interface DisposeInput {
  reverseFulfillmentOrderLineItemId: string;
  quantity: number;
  dispositionType: DispositionType;
  locationId?: string | null;
}

export const returnMutations = {
  reverseDeliveryCreateWithShipping: (input: DeliveryInput, { core, shop }: Context) =>
    payload(() => {
      if (input.labelInput) throw new Refusal("The sandbox doesn't play labels", ["labelInput"]);
      const made = createReverseDelivery(core, shop, {
        reverseOrderId: idOf("ReverseFulfillmentOrder", input.reverseFulfillmentOrderId),
        lines: input.reverseDeliveryLineItems.map((line) => ({
          id: idOf("ReverseFulfillmentOrderLineItem", line.reverseFulfillmentOrderLineItemId),
          quantity: line.quantity,
        })),
        tracking: input.trackingInput ? { number: input.trackingInput.number ?? null, url: input.trackingInput.url ?? null } : null,
      });
      return { reverseDelivery: reverseDeliveryNode(made.order, made.reverseOrder, made.delivery) };
    }, ["reverseDelivery"]),
  reverseFulfillmentOrderDispose: ({ dispositionInputs }: { dispositionInputs: DisposeInput[] }, { core, shop }: Context) =>
    payload(() => {
      const wishes = dispositionInputs.map((one) => ({
        lineId: idOf("ReverseFulfillmentOrderLineItem", one.reverseFulfillmentOrderLineItemId),
        quantity: one.quantity,
        type: one.dispositionType,
        locationId: one.locationId ? idOf("Location", one.locationId) : null,
      }));
      const { order, lines } = dispose(core, shop, wishes);
      return { reverseFulfillmentOrderLineItems: lines.map((line) => reverseLineNode(order, line)) };
    }, ["reverseFulfillmentOrderLineItems"]),
};
