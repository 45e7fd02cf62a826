import { PermanentFailure } from "~/ports/failures";
import type { OperationName } from "./operations";
import { LIST_LIMITS } from "./order-operations";
import type { FulfillmentNode, FulfillmentOrderNode, OrderAnswer, OrderNode, Page, RefundNode } from "./order-node";

export type Run = <T>(name: OperationName, variables: Record<string, unknown>) => Promise<T>;

/**
 * An order with all that belongs to it, however long: most take one call, each further page and each refund one more. Null when the shop
 * has no such order; PermanentFailure when it has more of something than Shopify lets us read.
 */
export async function readOrder(run: Run, id: string): Promise<OrderNode | null> {
  const { order } = await run<{ order: OrderAnswer | null }>("Order", { id });
  if (!order) return null;
  const more = async (name: OperationName, after: string) => (await run<{ order: OrderAnswer }>(name, { id, after })).order;
  await readOn(order.lineItems, async (after) => (await more("OrderLines", after)).lineItems);
  await readOn(order.shippingLines, async (after) => (await more("OrderShippingLines", after)).shippingLines);
  await readOn(order.fulfillmentOrders, async (after) => (await more("OrderFulfillmentOrders", after)).fulfillmentOrders);
  for (const one of order.fulfillmentOrders.nodes) await readLines(run, one);
  refuseBeyond(order.transactions, LIST_LIMITS.transactions, "transactions");
  refuseBeyond(order.refunds, LIST_LIMITS.refunds, "refunds");
  const refunds: RefundNode[] = [];
  for (const refund of order.refunds) refunds.push(await readRefund(run, refund.id));
  return { ...order, refunds, fulfillments: await readFulfillments(run, order) };
}

/** Reads a connection's further pages into it. */
async function readOn<T>(page: Page<T>, next: (after: string) => Promise<Page<T>>): Promise<void> {
  while (page.pageInfo.hasNextPage && page.pageInfo.endCursor) {
    const more = await next(page.pageInfo.endCursor);
    page.nodes.push(...more.nodes);
    page.pageInfo = more.pageInfo;
  }
}

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
