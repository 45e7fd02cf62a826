import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { conformanceTest, readConformance } from "~/testing/conformance";
import { readWebhook, TOPICS } from "./webhook";

const GID = "gid://shopify/Order/6105000007920";
const NUMBER = 6105000007920;

test.each([
  ["ORDERS_UPDATED", { admin_graphql_api_id: GID, id: 1 }],
  ["ORDERS_EDITED", { order_edit: { id: 7, order_id: NUMBER } }],
  ["REFUNDS_CREATE", { id: 7, admin_graphql_api_id: "gid://shopify/Refund/7", order_id: NUMBER }],
  ["RETURNS_APPROVE", { id: 7, admin_graphql_api_id: "gid://shopify/Return/7", order: { admin_graphql_api_id: GID } }],
  ["FULFILLMENT_EVENTS_CREATE", { id: 7, fulfillment_id: 8, status: "delivered", order_id: NUMBER }],
  ["RETURNS_CLOSE", { id: 7, order_id: NUMBER, status: "closed" }],
  ["RETURNS_CANCEL", { id: 7, order_id: NUMBER, status: "canceled" }],
  ["RETURNS_REOPEN", { id: 7, order_id: NUMBER, status: "open" }],
  ["RETURNS_UPDATE", { id: 7, order: { admin_graphql_api_id: GID } }],
  ["RETURNS_UPDATE", { id: 7, order_id: NUMBER }],
])("%s names its order, and no more of the body is kept", (topic, body) => {
  expect(readWebhook(topic, JSON.stringify(body))).toEqual({ topic, subjectGid: GID, payload: null });
});

test.each(["RETURNS_UPDATE", "RETURNS_CANCEL", "RETURNS_CLOSE", "RETURNS_REOPEN", "RETURNS_APPROVE"])(
  "%s that does not name its order names the return",
  (topic) => {
    const body = { admin_graphql_api_id: "gid://shopify/Return/7", return_line_items: { updates: [] } };
    expect(readWebhook(topic, JSON.stringify(body))).toEqual({ topic, subjectGid: "gid://shopify/Return/7", payload: null });
    expect(readWebhook(topic, '{"id":7}')).toBeNull();
  },
);

test("an order's number above 2^53 keeps its digits, whatever a note says", () => {
  const body = '{"note":"\\"order_id\\": 12","order_id": 820982911946154508}';
  expect(readWebhook("REFUNDS_CREATE", body)?.subjectGid).toBe("gid://shopify/Order/820982911946154508");
});

test.each([
  ["ORDERS_EDITED", { admin_graphql_api_id: GID }],
  ["REFUNDS_CREATE", { order_id: "6105000007920" }],
  ["REFUNDS_CREATE", { order_id: 1.5 }],
  ["RETURNS_APPROVE", { order_id: NUMBER }],
  ["ORDERS_CREATE", "no object"],
])("%s whose body is not of its topic is refused", (topic, body) => {
  expect(readWebhook(topic, JSON.stringify(body))).toBeNull();
});

test("of a compliance topic only what it asks for is kept", () => {
  const body = JSON.stringify({ shop_id: 1, customer: { email: "ana@example.com" }, orders_to_redact: [299938, "280263"] });
  expect(readWebhook("CUSTOMERS_REDACT", body)?.payload).toEqual({ orders_to_redact: [299938, "280263"] });
  expect(readWebhook("CUSTOMERS_DATA_REQUEST", '{"customer":{"id":1}}')?.payload).toEqual({ orders_requested: [] });
  expect(readWebhook("SHOP_REDACT", '{"shop_id":1}')).toEqual({ topic: "SHOP_REDACT", subjectGid: null, payload: {} });
  expect(readWebhook("APP_UNINSTALLED", '{"id":1}')).toEqual({ topic: "APP_UNINSTALLED", subjectGid: null, payload: null });
});

test.each([
  ["CUSTOMERS_REDACT", '{"orders_to_redact":"all"}'],
  ["CUSTOMERS_REDACT", '{"orders_to_redact":[{"id":1}]}'],
  ["CUSTOMERS_REDACT", '{"orders_to_redact":["1; drop"]}'],
  ["CUSTOMERS_DATA_REQUEST", '{"orders_requested":null}'],
  ["SHOP_REDACT", "[]"],
  ["APP_UNINSTALLED", "{"],
])("%s with the body %s is refused", (topic, body) => {
  expect(readWebhook(topic, body)).toBeNull();
});

test.each(["PRODUCTS_CREATE", "ORDERS_DELETE", "", "constructor", "__proto__"])(
  "topic %j, which nobody subscribed to, is refused",
  (topic) => {
    expect(readWebhook(topic, JSON.stringify({ admin_graphql_api_id: GID }))).toBeNull();
  },
);

test("the topics taken are those that shopify.app.toml subscribes to", () => {
  const lists = readFileSync("shopify.app.toml", "utf8").matchAll(/^(?:compliance_)?topics = (\[.*\])$/gm);
  const subscribed = [...lists].flatMap(([, list]) => JSON.parse(list!) as string[]).map((topic) => topic.replace("/", "_").toUpperCase());
  expect([...TOPICS].sort()).toEqual(subscribed.sort());
});

conformanceTest("Shopify's own samples name their order", () => {
  const gidIn = (topic: string, file: string) => readWebhook(topic, readConformance(`shopify/webhooks/${file}.json`))?.subjectGid;
  expect(gidIn("ORDERS_EDITED", "orders_edited")).toBe("gid://shopify/Order/820982911946154500");
  expect(gidIn("REFUNDS_CREATE", "refunds_create")).toBe("gid://shopify/Order/820982911946154500");
  expect(gidIn("RETURNS_APPROVE", "returns_approve")).toBe("gid://shopify/Order/4783296544821");
  expect(gidIn("RETURNS_CLOSE", "returns_close")).toBe("gid://shopify/Order/4783296544821");
});
