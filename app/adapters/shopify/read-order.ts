import { PermanentFailure } from "~/ports/failures";
import type { OperationName } from "./operations";
import { readOn, type Run } from "./read-on";
import { readWithout } from "./scopes";
import { LIST_LIMITS } from "./order-operations";
import type { FulfillmentNode, FulfillmentOrderNode, OrderAnswer, OrderNode, RefundNode } from "./order-node";
import { readReturns } from "./read-returns";

/**
 * An order with all that belongs to it, however long: most take one call, each further page and each refund one more. What a scope is missing
 * for is left out. Null when the shop has no such order; PermanentFailure when it has more of something than Shopify lets us read.
 */
export async function readOrder(run: Run, id: string): Promise<OrderNode | null> {
  const { answer, without, scopes } = await readWithout((denied) => run<{ order: OrderAnswer | null }>("Order", { id, ...denied }));
  const { order } = answer;
  if (!order) return null;
  const more = async <A = OrderAnswer>(name: OperationName, after: string, denied: object = {}) =>
    (await run<{ order: A }>(name, { id, after, ...denied })).order;
  await readOn(order.lineItems, async (after) => (await more("OrderLines", after, only(without, "product"))).lineItems);
  await readOn(order.shippingLines, async (after) => (await more("OrderShippingLines", after)).shippingLines);
  const fulfillmentOrders = order.fulfillmentOrders ?? NONE();
  await readOn(fulfillmentOrders, async (after) => {
    const further = await more<Pick<OrderNode, "fulfillmentOrders">>("OrderFulfillmentOrders", after, only(without, "location"));
    return further.fulfillmentOrders;
  });
  for (const one of fulfillmentOrders.nodes) await readLines(run, one);
  refuseBeyond(order.transactions, LIST_LIMITS.transactions, "transactions");
  refuseBeyond(order.refunds, LIST_LIMITS.refunds, "refunds");
  const refunds: RefundNode[] = [];
  for (const refund of order.refunds) refunds.push(await readRefund(run, refund.id));
  const { returns, missing: unread } = await readReturns(run, order);
  const all = [...scopes, ...unread];
  const missing = all.length > 0 ? { missingScopes: all } : {};
  return { ...order, ...missing, fulfillmentOrders, refunds, returns, fulfillments: await readFulfillments(run, order) };
}

const NONE = (): OrderNode["fulfillmentOrders"] => ({ nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
const only = (without: Record<string, false>, field: string) => (field in without ? { [field]: false } : {});

const readLines = (run: Run, { id, lineItems }: FulfillmentOrderNode): Promise<void> =>
  readOn(lineItems, async (after) => {
    const more = await run<{ fulfillmentOrder: FulfillmentOrderNode }>("FulfillmentOrderLines", { id, after });
    return more.fulfillmentOrder.lineItems;
  });

async function readRefund(run: Run, id: string): Promise<RefundNode> {
  const { refund } = await run<{ refund: RefundNode }>("Refund", { id });
  await readOn(
    refund.refundLineItems,
    async (after) => (await run<{ refund: RefundNode }>("RefundLines", { id, after })).refund.refundLineItems,
  );
  return refund;
}

async function readFulfillments(run: Run, { id, fulfillments }: OrderAnswer): Promise<FulfillmentNode[]> {
  const all = fulfillments.length < LIST_LIMITS.fulfillments ? fulfillments : await readMany(run, id);
  for (const { id: one, fulfillmentLineItems, events } of all) {
    const more = async (name: OperationName, after: string) =>
      (await run<{ fulfillment: FulfillmentNode }>(name, { id: one, after })).fulfillment;
    await readOn(fulfillmentLineItems, async (after) => (await more("FulfillmentLines", after)).fulfillmentLineItems);
    // All of them: an event of ours that isn't recognised would be written again.
    await readOn(events, async (after) => (await more("FulfillmentEvents", after)).events);
  }
  return all;
}

async function readMany(run: Run, id: string): Promise<FulfillmentNode[]> {
  const { order } = await run<{ order: { fulfillments: FulfillmentNode[] } }>("OrderFulfillments", { id });
  refuseBeyond(order.fulfillments, LIST_LIMITS.manyFulfillments, "fulfillments");
  return order.fulfillments;
}

/** A full list may be a cut one, and an order read in part would be invoiced in part. */
function refuseBeyond(list: unknown[], limit: number, what: string): void {
  if (list.length >= limit) throw new PermanentFailure("shopify_refused", { operation: "Order", reason: `${limit} ${what} or more` });
}
