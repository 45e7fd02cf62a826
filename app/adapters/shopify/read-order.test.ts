import { expect, test } from "vitest";
import { aLineNode, anOrderNode, aRefundNode, page } from "~/testing/order-nodes";
import { readOrder } from "./read-order";
import type { Run } from "./read-on";

/** Answers by operation, and what was asked. */
function answering(answers: Record<string, unknown>) {
  const asked: [string, Record<string, unknown>][] = [];
  const run: Run = <T>(name: string, variables: Record<string, unknown>) => {
    asked.push([name, variables]);
    return Promise.resolve(answers[name] as T);
  };
  return { run, asked };
}
const more = (cursor: string) => ({ hasNextPage: true, endCursor: cursor });

test("a small order takes one call, another shop's none more", async () => {
  const { run, asked } = answering({ Order: { order: anOrderNode() } });
  expect(await readOrder(run, "o")).toMatchObject({ name: "#1001", refunds: [] });
  expect(await readOrder(answering({ Order: { order: null } }).run, "o")).toBeNull();
  expect(asked).toEqual([["Order", { id: "o" }]]);
});

test("further pages and each refund are read on their own", async () => {
  const first = { nodes: [aLineNode({ id: "l1" })], pageInfo: more("c1") };
  const { run, asked } = answering({
    Order: { order: { ...anOrderNode({ lineItems: first }), refunds: [{ id: "r1" }] } },
    OrderLines: { order: { lineItems: page([aLineNode({ id: "l2" })]) } },
    Refund: { refund: aRefundNode({ id: "r1" }) },
  });
  const order = await readOrder(run, "o");
  expect(order?.lineItems.nodes.map(({ id }) => id)).toEqual(["l1", "l2"]);
  expect(order?.refunds.map(({ id }) => id)).toEqual(["r1"]);
  expect(asked.slice(1)).toEqual([
    ["OrderLines", { id: "o", after: "c1" }],
    ["Refund", { id: "r1" }],
  ]);
});

test("a fulfillment's eleventh event is known too", async () => {
  const event = (minute: number) => ({ status: "ATTEMPTED_DELIVERY", happenedAt: `2026-11-23T10:${minute}:00Z` });
  const ten = Array.from({ length: 10 }, (_, n) => event(10 + n));
  const fulfillment = {
    id: "f1",
    status: "SUCCESS",
    createdAt: "2026-11-23T10:00:00Z",
    fulfillmentOrders: { nodes: [] },
    trackingInfo: [],
    fulfillmentLineItems: page([]),
    events: { nodes: ten, pageInfo: more("c9") },
  };
  const { run, asked } = answering({
    Order: { order: { ...anOrderNode({ fulfillments: [fulfillment] }), refunds: [] } },
    FulfillmentEvents: { fulfillment: { events: page([event(20)]) } },
  });
  const order = await readOrder(run, "o");
  expect(order?.fulfillments[0]?.events.nodes).toHaveLength(11);
  expect(asked.slice(1)).toEqual([["FulfillmentEvents", { id: "f1", after: "c9" }]]);
});

test("a list that may have been cut is refused in plain words", async () => {
  const refunds = Array.from({ length: 25 }, (_, n) => ({ id: `r${n}` }));
  const { run } = answering({ Order: { order: { ...anOrderNode(), refunds } } });
  await expect(readOrder(run, "o")).rejects.toMatchObject({ code: "shopify_refused", params: { reason: "25 refunds or more" } });
});
