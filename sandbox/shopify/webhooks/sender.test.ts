import { createHmac } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { text } from "../../http.ts";
import { anOrder, API_SECRET, openBox, SHOP, type Box } from "../testing/box.ts";

let box: Box;
afterEach(() => box.close());

test("a webhook carries Shopify's headers and an HMAC over its raw bytes", async () => {
  box = await openBox();
  const placed = await box.post("/sandbox/orders", anOrder({ payment: "transfer" }));
  const [one] = await box.app.waitFor(1);
  expect(one?.headers["x-shopify-hmac-sha256"]).toBe(
    createHmac("sha256", API_SECRET)
      .update(one?.body ?? "", "utf8")
      .digest("base64"),
  );
  expect(one?.headers).toMatchObject({
    "x-shopify-topic": "orders/create",
    "x-shopify-shop-domain": SHOP,
    "x-shopify-api-version": "2026-10",
  });
  expect((placed.body as { webhookIds: string[] }).webhookIds).toEqual([one?.headers["x-shopify-webhook-id"]]);
  expect(JSON.parse(one?.body ?? "")).toMatchObject({
    admin_graphql_api_id: (placed.body as { id: string }).id,
    name: "#1001",
    total_price: "29.67",
    financial_status: "pending",
  });
});

test("a refusal is tried again with the same id and bytes until it is accepted", async () => {
  box = await openBox();
  let tries = 0;
  box.app.answerWebhook = () => text("", (tries += 1) < 3 ? 503 : 200);
  await box.post("/sandbox/orders", anOrder({ payment: "transfer" }));
  const received = await box.app.waitFor(3);
  expect(new Set(received.map((one) => one.headers["x-shopify-webhook-id"])).size).toBe(1);
  expect(new Set(received.map((one) => one.body)).size).toBe(1);
  await expect
    .poll(async () => (await box.get("/sandbox/webhooks")).body)
    .toMatchObject([{ state: "delivered", attempts: [{ status: 503 }, { status: 503 }, { status: 200 }] }]);
});

test("after eight retries it is given up, visibly", async () => {
  box = await openBox({ firstRetryMs: 1 });
  box.app.answerWebhook = () => text("", 500);
  await box.post("/sandbox/orders", anOrder({ payment: "transfer" }));
  await expect.poll(async () => (await box.get("/sandbox/webhooks")).body).toMatchObject([{ state: "failed" }]);
  expect(box.app.received).toHaveLength(9);
});

test("a duplicate fault delivers extra copies of the same webhook, as long as it stands", async () => {
  box = await openBox();
  box.faults.add({ part: "shopify-webhooks", kind: "duplicate", count: 2 });
  await box.post("/sandbox/orders", anOrder());
  const received = await box.app.waitFor(6);
  expect(new Set(received.map((one) => one.headers["x-shopify-webhook-id"])).size).toBe(2);
  await expect.poll(async () => (await box.get("/sandbox/webhooks?state=delivered")).body).toHaveLength(2);
  expect(box.app.received).toHaveLength(6);
});

test("a dropped webhook never arrives, the next does", async () => {
  box = await openBox();
  box.faults.add({ part: "shopify-webhooks", kind: "drop", count: 1 });
  await box.post("/sandbox/orders", anOrder());
  await box.app.waitFor(1);
  expect(box.app.received.map((one) => one.topic)).toEqual(["orders/paid"]);
  expect((await box.get("/sandbox/webhooks?state=dropped")).body).toMatchObject([{ topic: "orders/create" }]);
});

test("any subscribed topic is sent by hand, another is refused", async () => {
  box = await openBox();
  expect((await box.post("/sandbox/webhooks", { topic: "shop/redact" })).status).toBe(200);
  const [one] = await box.app.waitFor(1);
  expect(JSON.parse(one?.body ?? "")).toMatchObject({ shop_domain: SHOP });
  expect((await box.post("/sandbox/webhooks", { topic: "products/create" })).status).toBe(422);
});
