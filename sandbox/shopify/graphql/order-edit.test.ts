import { afterEach, expect, test } from "vitest";
import { anOrder, openBox, SHOP, type Box } from "../testing/box.ts";

let box: Box;
afterEach(() => box.close());

const TOKEN = "shpat_editor";
async function open(): Promise<void> {
  box = await openBox();
  const never = { expiresAt: null, refreshToken: null, refreshExpiresAt: null };
  box.shopify.parts.core.world.state.tokens[TOKEN] = {
    shop: SHOP,
    scopes: ["write_orders", "write_order_edits", "read_products"],
    ...never,
  };
}
const place = async (changes: object) =>
  (await box.post<{ id: string }>("/sandbox/orders", anOrder({ payment: "transfer", ...changes }))).body.id;
const run = async <T>(query: string, variables: Record<string, unknown>, token = TOKEN): Promise<T> =>
  (await box.graphql(query, variables, token)).data as T;
type Begun = { orderEditBegin: { calculatedOrder: { id: string; lineItems: { nodes: { id: string }[] } } } };
const begin = async (id: string) =>
  (
    await run<Begun>(
      `mutation ($id: ID!) { orderEditBegin(id: $id) { calculatedOrder { id lineItems(first: 5) { nodes { id quantity } } } userErrors { message } } }`,
      { id },
    )
  ).orderEditBegin.calculatedOrder;
const ADD_SHIPPING = `mutation ($id: ID!, $price: MoneyInput!) { orderEditAddShippingLine(id: $id, shippingLine: { title: "Norte", price: $price }) {
  calculatedOrder { totalOutstandingSet { shopMoney { amount } } } calculatedShippingLine { stagedStatus } userErrors { message } } }`;
const COMMIT = `mutation ($id: ID!) { orderEditCommit(id: $id, notifyCustomer: true) { order { totalOutstandingSet { shopMoney { amount } }
  shippingLines(first: 3) { nodes { title taxLines { priceSet { shopMoney { amount } } } } } } userErrors { message } } }`;
const TWO_DOLLARS = { amount: "2.00", currencyCode: "USD" };

test("an edit shows what it would cost, and changes nothing until it is committed", async () => {
  await open();
  const id = await place({ lines: [{ title: "Café", quantity: 1, price: "10.00" }] });
  const session = await begin(id);
  expect(await run(ADD_SHIPPING, { id: session.id, price: TWO_DOLLARS })).toMatchObject({
    orderEditAddShippingLine: {
      calculatedOrder: { totalOutstandingSet: { shopMoney: { amount: "13.8" } } },
      calculatedShippingLine: { stagedStatus: "ADDED" },
    },
  });
  expect((await box.get("/sandbox/orders/1001")).body).toMatchObject({ current: { total: "11.50" }, shippingLines: [] });
  expect(await run(COMMIT, { id: session.id })).toMatchObject({
    orderEditCommit: {
      order: {
        totalOutstandingSet: { shopMoney: { amount: "13.8" } },
        shippingLines: { nodes: [{ title: "Norte", taxLines: [{ priceSet: { shopMoney: { amount: "0.3" } } }] }] },
      },
      userErrors: [],
    },
  });
  expect(await run(COMMIT, { id: session.id })).toMatchObject({ orderEditCommit: { order: null, userErrors: [{}] } });
});

test("units and custom items are staged; units that have left stay", async () => {
  await open();
  const session = await begin(await place({ lines: [{ title: "Café", quantity: 2, price: "10.00" }] }));
  const setQuantity = (quantity: number) =>
    run(
      `mutation ($id: ID!, $line: ID!, $quantity: Int!) { orderEditSetQuantity(id: $id, lineItemId: $line, quantity: $quantity) { calculatedLineItem { quantity } userErrors { field message } } }`,
      { id: session.id, line: session.lineItems.nodes[0]?.id, quantity },
    );
  expect(await setQuantity(1)).toMatchObject({ orderEditSetQuantity: { calculatedLineItem: { quantity: 1 }, userErrors: [] } });
  await run(
    `mutation ($id: ID!, $price: MoneyInput!) { orderEditAddCustomItem(id: $id, title: "Taza", price: $price, quantity: 3) { userErrors { message } } }`,
    { id: session.id, price: TWO_DOLLARS },
  );
  await run(COMMIT, { id: session.id });
  // 10.00 + 6.00 and 15 %
  expect((await box.get("/sandbox/orders/1001")).body).toMatchObject({ current: { total: "18.40" } });
});

test("without the scope no edit begins, and an app's product metafield is read on the line", async () => {
  await open();
  const id = await place({
    lines: [{ title: "Pan", quantity: 1, price: "1.00", taxable: false, productTags: ["pan"], taxCategory: "iva_0" }],
  });
  await box.post(`/sandbox/shops/${SHOP}`, { withheldScopes: ["write_order_edits"] });
  const refused = await box.graphql(`mutation ($id: ID!) { orderEditBegin(id: $id) { calculatedOrder { id } } }`, { id });
  expect(refused.errors).toMatchObject([{ extensions: { code: "ACCESS_DENIED" } }]);
  expect(
    await run(
      `query ($id: ID!) { order(id: $id) { lineItems(first: 1) { nodes { product { tags taxCategory: metafield(namespace: "$app", key: "tax_category") { value } } } } } }`,
      { id },
    ),
  ).toMatchObject({ order: { lineItems: { nodes: [{ product: { tags: ["pan"], taxCategory: { value: "iva_0" } } }] } } });
});
