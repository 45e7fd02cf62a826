import { afterEach, expect, test } from "vitest";
import { openBox, type Box } from "../testing/box.ts";

let box: Box;
afterEach(() => box.close());

const CREATE = `mutation ($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { id tags test displayFinancialStatus totalPriceSet { shopMoney { amount } }
  fiscal: metafield(namespace: "$app", key: "fiscal_data") { jsonValue } lineItems(first: 5) { nodes { taxLines { rate } } } } userErrors { field message } } }`;
const money = (amount: string) => ({ shopMoney: { amount, currencyCode: "USD" } });
const iva = (amount: string) => [{ title: "IVA", rate: "0.15", priceSet: money(amount) }];
const anOrder = (changes = {}) => ({
  ...{ test: true, email: "yo@example.com", tags: ["probe"], shippingAddress: { city: "Quito", countryCode: "EC" }, ...changes },
  lineItems: [
    { title: "Café", quantity: 2, priceSet: money("10.00"), taxLines: iva("3.00") },
    { title: "Libro", quantity: 1, priceSet: money("5.00"), taxable: false },
  ],
  metafields: [{ namespace: "$app", key: "fiscal_data", type: "json", value: '{"idType":"ruc"}' }],
});
const create = async (order: unknown) =>
  (await box.graphql(CREATE, { order })).data as { orderCreate: { order: { id: string } | null; userErrors: unknown[] } };

test("an app's order has the taxes, payment, tags and metafields it was given, and is told to the app once it is complete", async () => {
  box = await openBox();
  const transactions = [{ kind: "AUTHORIZATION", status: "SUCCESS", gateway: "bim", amountSet: money("28.00") }];
  expect((await create(anOrder({ transactions }))).orderCreate).toMatchObject({
    userErrors: [],
    order: {
      tags: ["probe"],
      displayFinancialStatus: "AUTHORIZED",
      totalPriceSet: { shopMoney: { amount: "28.0" } },
      fiscal: { jsonValue: { idType: "ruc" } },
    },
  });
  const [hook] = await box.app.waitFor(1);
  expect(hook?.topic).toBe("orders/create");
  expect(hook?.body).toContain('"probe"');
});

test("what the sandbox doesn't play is refused, and an order can be taken back", async () => {
  box = await openBox();
  expect((await create(anOrder({ poNumber: "7" }))).orderCreate).toMatchObject({
    order: null,
    userErrors: [{ field: ["order", "poNumber"] }],
  });
  const { order } = (await create(anOrder())).orderCreate;
  const cancel = async () =>
    (
      await box.graphql(
        `mutation ($id: ID!) { orderCancel(orderId: $id, reason: OTHER, restock: false) { job { id } orderCancelUserErrors { message } } }`,
        { id: order?.id },
      )
    ).data;
  expect(await cancel()).toMatchObject({ orderCancel: { job: { id: expect.any(String) as string }, orderCancelUserErrors: [] } });
  expect(await cancel()).toMatchObject({
    orderCancel: { job: null, orderCancelUserErrors: [{ message: "Order has already been cancelled" }] },
  });
});

test("the app's metafield definitions are those of shopify.app.toml; its webhook subscriptions are not listed", async () => {
  box = await openBox();
  const { data } =
    await box.graphql(`{ metafieldDefinitions(first: 9, ownerType: ORDER, namespace: "$app") { nodes { key namespace capabilities { cartToOrderCopyable { enabled } } } }
    webhookSubscriptions(first: 9) { nodes { topic } } }`);
  expect(data).toMatchObject({ webhookSubscriptions: { nodes: [] } });
  const { nodes } = (data as { metafieldDefinitions: { nodes: { key: string; namespace: string; capabilities: unknown }[] } })
    .metafieldDefinitions;
  expect(nodes.map(({ key }) => key).sort()).toEqual(["delivery", "fiscal_data", "invoice"]);
  expect(nodes.find(({ key }) => key === "fiscal_data")).toMatchObject({
    namespace: "app--101",
    capabilities: { cartToOrderCopyable: { enabled: true } },
  });
});
