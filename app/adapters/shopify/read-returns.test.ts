import { expect, test } from "vitest";
import { anOrderNode, page } from "~/testing/order-nodes";
import { AccessDenied } from "./denied";
import type { Run } from "./read-on";
import { readOrder } from "./read-order";
import { toSaleOrder } from "./to-sale-order";

const shipped = (id: string, quantity: number) => ({ quantity, fulfillmentLineItem: { lineItem: { id } } });
const more = (cursor: string) => ({ hasNextPage: true, endCursor: cursor });

test("an open return is read to its end, of one that is over only that it is", async () => {
  const asked: string[] = [];
  const returned = {
    ...{ id: "r1", status: "OPEN", createdAt: "2026-11-20T10:00:00Z" },
    exchangeLineItems: { nodes: [{ lineItems: [{ id: "x" }] }, { lineItems: null }] },
    reverseFulfillmentOrders: {
      nodes: [{ id: "ro", status: "OPEN", reverseDeliveries: { nodes: [{ id: "rd", deliverable: { tracking: { number: "SE-1" } } }] } }],
    },
  };
  const run: Run = <T>(name: string, variables: Record<string, unknown>) => {
    asked.push(`${name} ${String(variables.after ?? "")}`.trim());
    const answers: Record<string, unknown> = {
      Order: { order: { ...anOrderNode({ returnStatus: "IN_PROGRESS" }), refunds: [] } },
      OrderReturns: {
        order: {
          returns: variables.after
            ? page([{ id: "r2", status: "CLOSED" }])
            : { nodes: [{ id: "r1", status: "OPEN" }], pageInfo: more("c1") },
        },
      },
      Return: {
        return: {
          ...returned,
          returnLineItems: variables.after
            ? page([shipped("a", 1), { quantity: 4 }])
            : { nodes: [shipped("a", 2), shipped("b", 1)], pageInfo: more("c2") },
        },
      },
    };
    return Promise.resolve(answers[name] as T);
  };
  const { returns } = toSaleOrder((await readOrder(run, "o"))!);
  expect(asked).toEqual(["Order", "OrderReturns", "OrderReturns c1", "Return", "Return c2"]);
  expect(returns).toEqual([
    {
      ...{ gid: "r1", status: "OPEN", createdAt: "2026-11-20T10:00:00Z", exchangeLineIds: ["x"], trackingNumbers: ["SE-1"] },
      lines: [
        { lineId: "a", quantity: 3 },
        { lineId: "b", quantity: 1 },
      ],
    },
    { gid: "r2", status: "CLOSED", createdAt: "", lines: [], exchangeLineIds: [], trackingNumbers: [] },
  ]);
});

test("without the scope for them an order has no returns that we know, and says so", async () => {
  const run: Run = <T>(name: string) =>
    name === "Order"
      ? Promise.resolve({ order: { ...anOrderNode({ returnStatus: "IN_PROGRESS" }), refunds: [] } } as T)
      : Promise.reject(new AccessDenied("Access denied for returns field.", ["returns"]));
  expect(toSaleOrder((await readOrder(run, "o"))!)).toMatchObject({ returns: [], missingScopes: ["read_returns"] });
});

test("an order without returns costs no call for them", async () => {
  const asked: string[] = [];
  const run: Run = <T>(name: string) => {
    asked.push(name);
    return Promise.resolve({ order: { ...anOrderNode(), refunds: [] } } as T);
  };
  expect(toSaleOrder((await readOrder(run, "o"))!).returns).toEqual([]);
  expect(asked).toEqual(["Order"]);
});
