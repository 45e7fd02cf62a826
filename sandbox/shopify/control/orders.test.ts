import { afterEach, expect, test } from "vitest";
import { json } from "../../http.ts";
import { anOrder, openBox, type Box } from "../testing/box.ts";

let box: Box | undefined;
afterEach(async () => {
  await box?.close();
  box = undefined;
});

async function withRates(price: string): Promise<Box> {
  const opened = await openBox();
  opened.app.answerRates = () =>
    json({ rates: [{ service_name: "Quito norte", service_code: "zone-1", total_price: price, currency: "USD", description: "hoy" }] });
  await opened.graphql(
    `mutation ($url: URL!) { carrierServiceCreate(input: { name: "BIM", callbackUrl: $url, active: true, supportsServiceDiscovery: false }) { userErrors { message } } }`,
    { url: `${opened.app.url}/rates` },
  );
  return opened;
}

test("an order is placed with the app's rate, taxed line by line and shipping too, and both webhooks are named", async () => {
  box = await withRates("350");
  const placed = await box.post(
    "/sandbox/orders",
    anOrder({
      lines: [
        { title: "A", quantity: 3, price: "1.11" },
        { title: "B", quantity: 1, price: "2.00", taxable: false },
      ],
    }),
  );
  expect(placed.status).toBe(200);
  expect(placed.body).toMatchObject({ name: "#1001", shippingLine: { title: "Quito norte", code: "zone-1", price: "3.50", tax: "0.53" } });
  expect((placed.body as { webhookIds: string[] }).webhookIds).toHaveLength(2);
  const order = (await box.get("/sandbox/orders/1001")).body;
  // 3.33 × 15 % = 0.4995 → 0.50; 3.50 × 15 % = 0.525 → 0.53
  expect(order).toMatchObject({
    subtotal: "5.33",
    shipping: "3.50",
    tax: "1.03",
    total: "9.86",
    financialStatus: "PAID",
    fulfillmentStatus: "UNFULFILLED",
  });
});

test("with taxes included the tax is part of the price", async () => {
  box = await openBox();
  await box.post("/sandbox/orders", anOrder({ taxesIncluded: true, lines: [{ title: "A", quantity: 1, price: "11.50" }] }));
  expect((await box.get("/sandbox/orders/1001")).body).toMatchObject({
    subtotal: "11.50",
    tax: "1.50",
    total: "11.50",
    shippingLine: null,
  });
});

test("a discount on the order is spread over the lines to the cent, before tax", async () => {
  box = await openBox();
  const lines = [
    { title: "A", quantity: 1, price: "10.00" },
    { title: "B", quantity: 1, price: "10.00" },
    { title: "C", quantity: 1, price: "10.00" },
  ];
  await box.post("/sandbox/orders", anOrder({ lines, discount: { amount: "1.00" } }));
  const order = (await box.get("/sandbox/orders/1001")).body as { lines: { discount: string; tax: string }[]; total: string };
  expect(order.lines.map((line) => line.discount)).toEqual(["0.34", "0.33", "0.33"]);
  // 9.66, 9.67, 9.67 → 1.449, 1.4505, 1.4505
  expect(order.lines.map((line) => line.tax)).toEqual(["1.45", "1.45", "1.45"]);
  expect(order.total).toBe("33.35");
  await box.post("/sandbox/orders", anOrder({ lines, discount: { percentage: "12.5" } }));
  expect((await box.get("/sandbox/orders/1002")).body).toMatchObject({ subtotal: "26.25", discounts: "3.75" });
});

test("the fiscal data of the cart is on the order, by the definition in shopify.app.toml", async () => {
  box = await openBox();
  await box.post("/sandbox/orders", anOrder());
  const order = (await box.get("/sandbox/orders/1001")).body as { metafields: unknown[] };
  expect(order.metafields).toMatchObject([
    {
      namespace: "$app",
      key: "fiscal_data",
      type: "json",
      jsonValue: { schemaVersion: 1, country: "EC", idType: "cedula", idNumber: "1710034065", legalName: "Ana Ñandú" },
    },
  ]);
});

test("a wrong body is refused with the path of each mistake", async () => {
  box = await openBox();
  const refused = await box.post("/sandbox/orders", {
    ...anOrder({ payment: "barter", lines: [{ title: "A", quantity: 0, price: "1,50" }] }),
    surprise: 1,
  });
  expect(refused.status).toBe(422);
  const paths = (refused.body as { errors: { path: string }[] }).errors.map((error) => error.path);
  expect(paths.sort()).toEqual(["lines.0.price", "lines.0.quantity", "payment", "surprise"]);
  expect((await box.post("/sandbox/orders/1001/pay")).status).toBe(404);
});

test("a cash order is pending until it is marked as paid, and only once", async () => {
  box = await openBox();
  const placed = await box.post("/sandbox/orders", anOrder({ payment: "cash_on_delivery" }));
  expect((await box.get("/sandbox/orders/1001")).body).toMatchObject({
    financialStatus: "PENDING",
    outstanding: "29.67",
    gateways: ["Cash on Delivery (COD)"],
  });
  expect((placed.body as { webhookIds: string[] }).webhookIds).toHaveLength(1);
  expect((await box.post("/sandbox/orders/1001/pay")).body).toMatchObject({ financialStatus: "PAID", outstanding: "0.00" });
  expect((await box.post("/sandbox/orders/1001/pay")).status).toBe(422);
  await box.app.waitFor(3);
  expect(box.app.received.map((one) => one.topic).sort()).toEqual(["orders/create", "orders/paid", "orders/updated"]);
});

test("cancelling voids the authorisation and tells the app", async () => {
  box = await openBox();
  await box.post("/sandbox/orders", anOrder({ payment: "card_authorized" }));
  expect((await box.get("/sandbox/orders/1001")).body).toMatchObject({ financialStatus: "AUTHORIZED" });
  expect((await box.post("/sandbox/orders/1001/cancel", { reason: "fraud" })).body).toMatchObject({
    financialStatus: "VOIDED",
    cancelReason: "fraud",
    current: { total: "0.00" },
  });
  await box.app.waitFor(3);
  expect(box.app.received.map((one) => one.topic)).toContain("orders/cancelled");
});

test("partial refunds of a line add up to what the line cost", async () => {
  box = await openBox();
  await box.post(
    "/sandbox/orders",
    anOrder({ lines: [{ title: "A", sku: "A", quantity: 3, price: "3.33" }], discount: { amount: "0.50" } }),
  );
  const steps = [];
  for (let unit = 0; unit < 3; unit += 1)
    steps.push((await box.post("/sandbox/orders/1001/refund", { lines: [{ line: "A", quantity: 1 }] })).body);
  expect(steps.map((step) => (step as Record<string, unknown>).financialStatus)).toEqual([
    "PARTIALLY_REFUNDED",
    "PARTIALLY_REFUNDED",
    "REFUNDED",
  ]);
  expect(steps[2]).toMatchObject({ refunded: "10.91", total: "10.91", outstanding: "0.00" });
  expect((await box.post("/sandbox/orders/1001/refund", {})).status).toBe(422);
});

test("an edit changes what stands and what is owed", async () => {
  box = await openBox();
  await box.post("/sandbox/orders", anOrder({ payment: "transfer" }));
  expect(
    (await box.post("/sandbox/orders/1001/edit", { lines: [{ line: 0, quantity: 1 }], shippingAddress: { city: "Guayaquil" } })).body,
  ).toMatchObject({
    total: "29.67",
    current: { total: "14.84" },
    outstanding: "14.84",
    shippingAddress: { city: "Guayaquil" },
  });
});
