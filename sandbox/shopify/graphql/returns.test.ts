import { afterEach, expect, test } from "vitest";
import { OPERATIONS } from "../../../app/adapters/shopify/operations.ts";
import { anOrder, openBox, type Box } from "../testing/box.ts";

let box: Box;
afterEach(() => box.close());

const coffee = { title: "Café", sku: "C-1", quantity: 2, price: "10.00" };
type Returned = { data: { order: { returns: { nodes: { id: string; status: string }[] } } } };
type Reverse = {
  return: {
    reverseFulfillmentOrders: {
      nodes: { id: string; status: string; lineItems: { nodes: { id: string; dispositions: { quantity: number }[] }[] } }[];
    };
  };
};

/** A delivered order with a return of one of its two units. */
async function aReturn() {
  box = await openBox();
  box.shopify.parts.core.world.state.tokens.shpat_returns = {
    ...{ shop: "demo.myshopify.com", scopes: ["read_orders", "write_returns"], expiresAt: null },
    ...{ refreshToken: null, refreshExpiresAt: null },
  };
  const { body } = await box.post<{ id: string }>("/sandbox/orders", anOrder({ lines: [coffee] }));
  await box.post("/sandbox/orders/1001/fulfill");
  await box.post("/sandbox/orders/1001/return", { lines: [{ line: 0, quantity: 1 }] });
  const ask = (operation: keyof typeof OPERATIONS, variables: object) =>
    box.graphql(OPERATIONS[operation], variables as Record<string, unknown>, "shpat_returns");
  const of = `query ($id: ID!) { order(id: $id) { returns(first: 5) { nodes { id status } } } }`;
  const { data } = (await box.graphql(of, { id: body.id }, "shpat_returns")) as unknown as Returned;
  const { id } = data.order.returns.nodes[0]!;
  const reverse = async () => ((await ask("ReverseOrders", { id })).data as Reverse).return.reverseFulfillmentOrders.nodes[0]!;
  return { id, orderId: body.id, ask, reverse };
}

test("an app reads an open return, says that its goods come, and that they are there; then nothing is left to say", async () => {
  const { id, ask, reverse } = await aReturn();
  expect((await ask("Return", { id })).data).toMatchObject({
    return: { status: "OPEN", returnLineItems: { nodes: [{ quantity: 1, fulfillmentLineItem: { lineItem: {} } }] } },
  });
  const before = await reverse();
  const line = before.lineItems.nodes[0]!.id;
  const lines = [{ reverseFulfillmentOrderLineItemId: line, quantity: 1 }];
  const made = await ask("CreateReverseDelivery", { order: before.id, lines, tracking: { number: "D-1" } });
  expect(made.data).toMatchObject({
    reverseDeliveryCreateWithShipping: { reverseDelivery: { id: expect.any(String) as string }, userErrors: [] },
  });
  expect(await reverse()).toMatchObject({
    status: "OPEN",
    reverseDeliveries: { nodes: [{ deliverable: { tracking: { number: "D-1" } } }] },
  });
  const dispose = (quantity: number) =>
    ask("DisposeReturned", {
      inputs: [{ reverseFulfillmentOrderLineItemId: line, quantity, dispositionType: "PROCESSING_REQUIRED" }],
    });
  const refusals = async (quantity: number) =>
    ((await dispose(quantity)).data as { reverseFulfillmentOrderDispose: { userErrors: unknown[] } }).reverseFulfillmentOrderDispose
      .userErrors;
  expect(await refusals(2)).toHaveLength(1);
  expect(await refusals(1)).toEqual([]);
  expect(await reverse()).toMatchObject({ status: "CLOSED", lineItems: { nodes: [{ dispositions: [{ quantity: 1 }] }] } });
  expect(await refusals(1)).toHaveLength(1);
});

test("without the scope nothing of returns is read or changed", async () => {
  const { id, orderId } = await aReturn();
  box.shopify.parts.core.world.state.tokens.shpat_returns!.scopes = ["read_orders"];
  const of = `query ($id: ID!) { order(id: $id) { returns(first: 1) { nodes { id } } } }`;
  const { errors } = await box.graphql(of, { id: orderId }, "shpat_returns");
  expect(errors?.[0]?.message).toContain("Access denied for returns field");
  const denied = await box.graphql(OPERATIONS.ReverseOrders, { id }, "shpat_returns");
  expect(denied.errors?.[0]?.extensions.code).toBe("ACCESS_DENIED");
});

test("what is in a return can't be returned again, until that one is cancelled", async () => {
  await aReturn();
  const more = (quantity: number) => box.post("/sandbox/orders/1001/return", { lines: [{ line: 0, quantity }] });
  expect((await more(2)).status).toBe(422);
  await box.post("/sandbox/orders/1001/return", { move: "cancel" });
  expect((await more(2)).status).toBe(200);
});
