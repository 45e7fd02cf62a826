import { afterEach, expect, test } from "vitest";
import { anOrder, openBox, type Box } from "../testing/box.ts";

let box: Box;
afterEach(() => box.close());

interface Placed {
  id: string;
}
const place = async (changes = {}): Promise<string> => (await box.post<Placed>("/sandbox/orders", anOrder(changes))).body.id;
const read = (id: string) =>
  box.graphql(
    `query ($id: ID!) { order(id: $id) { id updatedAt tags note displayFinancialStatus displayFulfillmentStatus totalPriceSet { shopMoney { amount currencyCode } }
      transactions(first: 5) { id kind authorizationExpiresAt } fulfillmentOrders(first: 5) { nodes { id status lineItems(first: 5) { nodes { id remainingQuantity } } } }
      fulfillments(first: 5) { id displayStatus deliveredAt events(first: 5) { nodes { status latitude } } }
      fiscal: metafield(namespace: "$app", key: "fiscal_data") { jsonValue compareDigest } shippingAddress { city provinceCode } } }`,
    { id },
  );

test("a field that Shopify doesn't have is refused in Shopify's words", async () => {
  box = await openBox();
  const answer = await box.graphql("{ shop { name colour } }");
  expect(answer.status).toBe(200);
  expect(answer.data).toBeUndefined();
  expect(answer.errors).toMatchObject([
    {
      message: "Field 'colour' doesn't exist on type 'Shop'",
      extensions: { code: "undefinedField", typeName: "Shop", fieldName: "colour" },
    },
  ]);
});

test("a field that the sandbox doesn't play says so instead of answering null", async () => {
  box = await openBox();
  expect((await box.graphql("{ shop { name billingAddress { city } } }")).errors).toMatchObject([
    { extensions: { code: "SANDBOX_NOT_PLAYED" } },
  ]);
});

test("without the scope a field is denied, and writing includes reading", async () => {
  box = await openBox();
  const { tokens } = box.shopify.parts.core.world.state;
  tokens.shpat_small = {
    shop: "demo.myshopify.com",
    scopes: ["write_shipping"],
    expiresAt: null,
    refreshToken: null,
    refreshExpiresAt: null,
  };
  const denied = await box.graphql("{ orders(first: 1) { nodes { id } } }", {}, "shpat_small");
  expect(denied.errors).toMatchObject([
    {
      message: expect.stringContaining("Access denied for orders field") as string,
      path: ["orders"],
      extensions: { code: "ACCESS_DENIED" },
    },
  ]);
  expect((await box.graphql("{ carrierServices(first: 1) { nodes { id } } }", {}, "shpat_small")).errors).toBeUndefined();
  expect((await box.graphql("{ shop { id } }", {}, "shpat_unknown")).status).toBe(401);
});

test("what a call didn't use of its cost is given back", async () => {
  box = await openBox();
  const { cost } = (await box.graphql("{ orders(first: 250) { nodes { id customer { id } } } }")).extensions;
  expect(cost).toMatchObject({ requestedQueryCost: 502, actualQueryCost: 2 });
  expect(cost.throttleStatus.currentlyAvailable).toBeGreaterThan(3900);
});

test("a burst that empties the bucket is throttled, and one query may not cost more than 1,000", async () => {
  box = await openBox();
  await box.post("/sandbox/shops/demo.myshopify.com", { plan: "basic" });
  const sixtyMutations = Array.from(
    { length: 60 },
    (_, n) => `a${n}: tagsAdd(id: "gid://shopify/Order/1", tags: ["x"]) { userErrors { message } }`,
  ).join(" ");
  const burst = await Promise.all(Array.from({ length: 5 }, () => box.graphql(`mutation { ${sixtyMutations} }`)));
  expect(burst.filter((answer) => answer.errors?.[0]?.extensions.code === "THROTTLED").length).toBeGreaterThan(0);
  expect((await box.graphql("{ orders(first: 250) { nodes { lineItems(first: 50) { nodes { id } } } } }")).errors).toMatchObject([
    { extensions: { code: "MAX_COST_EXCEEDED" } },
  ]);
});

test("an order is read with everything an invoice needs", async () => {
  box = await openBox();
  const id = await place({ payment: "card_authorized" });
  const { data, errors } = await read(id);
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    order: {
      id,
      displayFinancialStatus: "AUTHORIZED",
      totalPriceSet: { shopMoney: { amount: "29.67", currencyCode: "USD" } },
      fiscal: { jsonValue: { idNumber: "1710034065" } },
      fulfillmentOrders: { nodes: [{ status: "OPEN" }] },
      shippingAddress: { city: "Quito", provinceCode: null },
      transactions: [{ kind: "AUTHORIZATION" }],
    },
  });
});

test("an authorisation is captured once, and never above its amount", async () => {
  box = await openBox();
  const id = await place({ payment: "card_authorized" });
  const { order } = (await read(id)).data as { order: { transactions: { id: string }[] } };
  const capture = (amount: string) =>
    box.graphql(
      `mutation ($input: OrderCaptureInput!) { orderCapture(input: $input) { transaction { kind amountSet { shopMoney { amount } } } userErrors { field message } } }`,
      {
        input: { id, parentTransactionId: order.transactions[0]?.id, amount, currency: "USD" },
      },
    );
  expect((await capture("29.68")).data).toMatchObject({ orderCapture: { transaction: null, userErrors: [{ field: ["amount"] }] } });
  expect((await capture("29.67")).data).toMatchObject({ orderCapture: { transaction: { kind: "CAPTURE" }, userErrors: [] } });
  expect((await capture("29.67")).data).toMatchObject({
    orderCapture: { transaction: null, userErrors: [{ field: ["parentTransactionId"] }] },
  });
  expect((await read(id)).data).toMatchObject({ order: { displayFinancialStatus: "PAID" } });
});

const FULFILL = `mutation ($id: ID!) { fulfillmentCreate(fulfillment: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: $id }], trackingInfo: { company: "BIM", number: "d-1" } })
  { fulfillment { id status trackingInfo { company number } } userErrors { field message } } }`;
const EVENT = `mutation ($event: FulfillmentEventInput!) { fulfillmentEventCreate(fulfillmentEvent: $event) { fulfillmentEvent { id status } userErrors { field message } } }`;

test("a fulfilment order is fulfilled once; its events show on the order", async () => {
  box = await openBox();
  const id = await place();
  const before = (await read(id)).data as { order: { updatedAt: string; fulfillmentOrders: { nodes: { id: string }[] } } };
  const fulfillmentOrder = before.order.fulfillmentOrders.nodes[0]?.id;
  const made = await box.graphql(FULFILL, { id: fulfillmentOrder });
  expect(made.data).toMatchObject({
    fulfillmentCreate: { fulfillment: { status: "SUCCESS", trackingInfo: [{ company: "BIM", number: "d-1" }] }, userErrors: [] },
  });
  const again = await box.graphql(FULFILL, { id: fulfillmentOrder });
  expect(again.data).toMatchObject({
    fulfillmentCreate: { fulfillment: null, userErrors: [{ message: expect.stringContaining("unfulfillable status= closed") as string }] },
  });
  const fulfillmentId = (made.data as { fulfillmentCreate: { fulfillment: { id: string } } }).fulfillmentCreate.fulfillment.id;
  await box.graphql(EVENT, {
    event: { fulfillmentId, status: "DELIVERED", latitude: -0.2, longitude: -78.5, happenedAt: "2026-11-23T15:00:00Z" },
  });
  const after = (await read(id)).data as { order: { updatedAt: string } };
  expect(after.order).toMatchObject({
    displayFulfillmentStatus: "FULFILLED",
    fulfillments: [{ displayStatus: "DELIVERED", deliveredAt: "2026-11-23T15:00:00.000Z", events: { nodes: [{ latitude: -0.2 }] } }],
  });
  expect(after.order.updatedAt > before.order.updatedAt).toBe(true);
  expect((await box.graphql(EVENT, { event: { fulfillmentId: "gid://shopify/Fulfillment/1", status: "DELIVERED" } })).data).toMatchObject({
    fulfillmentEventCreate: { fulfillmentEvent: null, userErrors: [{ message: "Fulfillment does not exist." }] },
  });
});

const SET = `mutation ($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { metafields { key compareDigest } userErrors { field message code } } }`;

test("metafields are written all or none, by type and digest", async () => {
  box = await openBox();
  const ownerId = await place();
  const one = { ownerId, namespace: "$app", key: "delivery", type: "json", value: '{"state":"assigned"}' };
  const refused = await box.graphql(SET, { m: [one, { ...one, key: "invoice", value: "{" }] });
  expect(refused.data).toMatchObject({
    metafieldsSet: { metafields: null, userErrors: [{ code: "INVALID_VALUE", field: ["metafields", "1", "value"] }] },
  });
  expect((await box.graphql(SET, { m: [one] })).data).toMatchObject({
    metafieldsSet: { metafields: [{ key: "delivery" }], userErrors: [] },
  });
  expect((await box.graphql(SET, { m: [{ ...one, compareDigest: "stale" }] })).data).toMatchObject({
    metafieldsSet: { userErrors: [{ code: "STALE_OBJECT" }] },
  });
  expect((await box.graphql(SET, { m: [{ ...one, ownerId: "gid://shopify/Order/1" }] })).data).toMatchObject({
    metafieldsSet: { userErrors: [{ message: "Owner does not exist." }] },
  });
  await box.app.waitFor(3);
  expect(box.app.received.map((hook) => hook.topic)).toContain("orders/updated");
});

test("orders changed since an instant come page by page, the oldest change first", async () => {
  box = await openBox();
  const ids = [await place(), await place(), await place()];
  await box.graphql(`mutation ($id: ID!) { tagsAdd(id: $id, tags: ["bim:new"]) { userErrors { message } } }`, { id: ids[0] });
  const page = (after: string | null) =>
    box.graphql(
      `query ($q: String!, $after: String) { orders(first: 2, query: $q, after: $after, sortKey: UPDATED_AT) { nodes { id tags } pageInfo { hasNextPage endCursor } } }`,
      {
        q: "updated_at:>='2020-01-01T00:00:00Z'",
        after,
      },
    );
  const first = (await page(null)).data as { orders: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
  const second = (await page(first.orders.pageInfo.endCursor)).data as typeof first;
  expect([...first.orders.nodes, ...second.orders.nodes].map((node) => node.id)).toEqual([ids[1], ids[2], ids[0]]);
  expect([first.orders.pageInfo.hasNextPage, second.orders.pageInfo.hasNextPage]).toEqual([true, false]);
  expect((await box.graphql('{ orders(first: 1, query: "updated_at:>2100-01-01") { nodes { id } } }')).data).toEqual({
    orders: { nodes: [] },
  });
});

test("another shop's order is nobody here, and a basic plan has no carrier service", async () => {
  box = await openBox();
  const id = await place({ shop: "otra.myshopify.com" });
  expect((await read(id)).data).toEqual({ order: null });
  await box.post("/sandbox/shops/demo.myshopify.com", { plan: "basic" });
  const refused = await box.graphql(
    `mutation { carrierServiceCreate(input: { name: "BIM", callbackUrl: "https://x.example/", active: true, supportsServiceDiscovery: false }) { carrierService { id } userErrors { message } } }`,
  );
  expect(refused.data).toMatchObject({
    carrierServiceCreate: {
      carrierService: null,
      userErrors: [{ message: expect.stringContaining("Carrier Calculated Shipping") as string }],
    },
  });
});

test("one mutation can be refused in words, as often as is said; others pass", async () => {
  box = await openBox();
  const id = await place();
  const tag = (tags: string[]) =>
    box.graphql("mutation AddTags($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { userErrors { message } } }", { id, tags });
  box.faults.add({ part: "shopify-api", kind: "reject", code: "Not today", about: "AddTags", count: 1 });
  expect((await read(id)).errors).toBeUndefined();
  expect((await tag(["a"])).data).toEqual({ tagsAdd: { userErrors: [{ field: null, message: "Not today" }] } });
  expect((await tag(["b"])).data).toEqual({ tagsAdd: { userErrors: [] } });
});
