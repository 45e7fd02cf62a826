import { afterEach, expect, test } from "vitest";
import { anOrder, openBox, type Box } from "../testing/box.ts";

let box: Box;
afterEach(() => box.close());

interface View {
  total: string;
  outstanding: string;
  financialStatus: string;
  fulfillmentStatus: string;
  current: Record<string, string>;
  transactions: { kind: string; gateway: string; amount: string; status: string; rounding: string }[];
  fulfillmentOrders: { status: string; method: string; location: string; lines: { total: number; remaining: number }[] }[];
  lines: { id: string; title: string; currentQuantity: number; current: { net: string; tax: string } }[];
  refunds: { amount: string; adjustment: string; lines: { restock: string }[]; shipping: { subtotal: string; tax: string }[] }[];
}
const view = async () => (await box.get<View>("/sandbox/orders/1001")).body;
const act = (action: string, body: unknown = {}) => box.post<View>(`/sandbox/orders/1001/${action}`, body);
const coffee = { title: "Café", sku: "C-1", quantity: 2, price: "10.00" };

test("duties, fees and a tip are part of the total, shipping of one's own may be free", async () => {
  box = await openBox();
  const extras = { duties: "5.00", additionalFees: [{ name: "Funda", price: "0.10" }], tip: "1.50" };
  await box.post(
    "/sandbox/orders",
    anOrder({ lines: [coffee], shipping: { title: "Norte", price: "3.00" }, freeShipping: true, ...extras }),
  );
  // 20.00 + 15 % + 5.00 + 0.10 + 1.50
  expect(await view()).toMatchObject({
    subtotal: "20.00",
    shipping: "0.00",
    shippingDiscount: "3.00",
    tax: "3.00",
    duties: "5.00",
    fees: "0.10",
    tips: "1.50",
    total: "29.60",
  });
  expect((await act("refund")).body).toMatchObject({ current: { total: "0.00" }, financialStatus: "REFUNDED" });
});

test("a gift card pays its part, the card the rest, and money goes back to the card first", async () => {
  box = await openBox();
  await box.post("/sandbox/orders", anOrder({ lines: [coffee], giftCard: "8.00" }));
  expect((await view()).transactions).toMatchObject([
    { gateway: "gift_card", amount: "8.00" },
    { gateway: "shopify_payments", amount: "15.00" },
  ]);
  const after = (await act("refund", { lines: [{ line: 0, quantity: 1 }] })).body;
  expect(after.transactions.at(-1)).toMatchObject({ kind: "REFUND", gateway: "shopify_payments", amount: "11.50" });
  const { transactions } = (await act("refund")).body;
  expect(transactions.slice(-2)).toMatchObject([
    { gateway: "shopify_payments", amount: "3.50" },
    { gateway: "gift_card", amount: "8.00" },
  ]);
});

test("coins round what changes hands, not what is owed", async () => {
  box = await openBox();
  await box.post("/sandbox/orders", anOrder({ payment: "cash_on_delivery" }));
  expect((await act("pay", { cashRounding: "-0.02" })).body).toMatchObject({
    total: "29.67",
    received: "29.67",
    cashRounding: "-0.02",
    outstanding: "0.00",
    financialStatus: "PAID",
  });
});

test("an order on terms has no transaction until it is paid", async () => {
  box = await openBox();
  await box.post("/sandbox/orders", anOrder({ payment: "transfer", paymentTerms: { dueInDays: 30 } }));
  expect(await view()).toMatchObject({ transactions: [], financialStatus: "PENDING", paymentTerms: { dueInDays: 30 } });
  expect((await act("pay")).body).toMatchObject({ financialStatus: "PAID", outstanding: "0.00" });
});

test("lines leave by as many fulfilment orders as they have ways and places", async () => {
  box = await openBox();
  const lines = [
    coffee,
    { ...coffee, sku: "C-2", delivery: "pick_up", location: 1 },
    { ...coffee, sku: "C-3", requiresShipping: false },
    { ...coffee, sku: "C-4", giftCard: true },
  ];
  await box.post("/sandbox/orders", anOrder({ lines }));
  const { fulfillmentOrders } = await view();
  expect(fulfillmentOrders.map((one) => [one.method, one.lines.length])).toEqual([
    ["shipping", 1],
    ["pick_up", 1],
    ["none", 2],
  ]);
  expect(new Set(fulfillmentOrders.map((one) => one.location)).size).toBe(2);
});

test("what is sold over the counter needs no address and has left at once", async () => {
  box = await openBox();
  await box.post(
    "/sandbox/orders",
    anOrder({ shippingAddress: undefined, source: "pos", payment: "cash", lines: [coffee], cashRounding: "0.03" }),
  );
  expect(await view()).toMatchObject({ source: "pos", fulfillmentStatus: "FULFILLED", shippingAddress: null, cashRounding: "0.03" });
  const refused = await box.post("/sandbox/orders", anOrder({ shippingAddress: undefined }));
  expect(refused.body).toMatchObject({ errors: [{ path: "shippingAddress" }] });
});

test("a partial refund takes units, part of the shipping and what it says beyond or short of them", async () => {
  box = await openBox();
  await box.post("/sandbox/orders", anOrder({ lines: [coffee], shipping: { title: "Norte", price: "4.00" } }));
  const short = (await act("refund", { lines: [{ line: 0, quantity: 1, restock: "return" }], shipping: "1.00", amount: "12.00" })).body;
  // 10.00 + 1.50 and 1.00 + 0.15 are worth 12.65: 0.65 stay with the merchant.
  expect(short.refunds[0]).toMatchObject({ amount: "12.00", adjustment: "-0.65", lines: [{ restock: "return" }] });
  expect(short).toMatchObject({
    total: "27.60",
    current: { subtotal: "10.00", shipping: "3.00", tax: "1.95", total: "15.60" },
    outstanding: "0.00",
  });
  expect(short.fulfillmentOrders[0]?.lines[0]).toMatchObject({ total: 1, remaining: 1 });
  const beyond = (await act("refund", { amount: "2.00" })).body;
  expect(beyond).toMatchObject({ current: { total: "13.60" }, outstanding: "0.00", financialStatus: "PARTIALLY_REFUNDED" });
});

test("an edit adds and removes lines and shipping; what it takes off is a refund without money", async () => {
  box = await openBox();
  await box.post("/sandbox/orders", anOrder({ payment: "transfer", lines: [coffee] }));
  const edited = (
    await act("edit", {
      lines: [{ line: 0, quantity: 1 }],
      addLines: [{ title: "Taza", quantity: 1, price: "6.00", taxRate: "5" }],
      addShipping: { title: "Sur", price: "2.00" },
    })
  ).body;
  // 10.00 + 6.00 + 2.00, taxed 1.50 + 0.30 + 0.30
  expect(edited).toMatchObject({ current: { total: "20.10" }, outstanding: "20.10", shippingLines: [{ title: "Sur" }] });
  expect(edited.refunds).toMatchObject([{ amount: "0.00", adjustment: "0.00" }]);
  await box.app.waitFor(4);
  const sent = box.app.received.find((one) => one.topic === "orders/edited");
  const { order_edit: edit } = JSON.parse(sent!.body) as { order_edit: { line_items: { additions: unknown[]; removals: unknown[] } } };
  expect([edit.line_items.additions.length, edit.line_items.removals.length]).toEqual([1, 1]);
  expect((await act("edit", { removeShipping: true })).body).toMatchObject({ current: { total: "17.80" } });
});

test("a shopper sees another currency, the shop keeps its own", async () => {
  box = await openBox();
  const { body } = await box.post<{ id: string }>(
    "/sandbox/orders",
    anOrder({ lines: [coffee], presentment: { currency: "EUR", rate: "0.92" } }),
  );
  const { data } = await box.graphql(
    `query ($id: ID!) { order(id: $id) { currencyCode presentmentCurrencyCode totalPriceSet { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } } } }`,
    { id: body.id },
  );
  expect(data).toMatchObject({
    order: {
      presentmentCurrencyCode: "EUR",
      totalPriceSet: { shopMoney: { amount: "23.0", currencyCode: "USD" }, presentmentMoney: { amount: "21.16", currencyCode: "EUR" } },
    },
  });
});

test("cancelling gives everything back, also fees that no refund names", async () => {
  box = await openBox();
  await box.post("/sandbox/orders", anOrder({ lines: [coffee], additionalFees: [{ name: "Funda", price: "0.10" }] }));
  expect((await act("cancel")).body).toMatchObject({
    financialStatus: "REFUNDED",
    refunded: "23.10",
    current: { total: "0.00" },
    outstanding: "0.00",
    refunds: [{ amount: "23.10", adjustment: "0.10" }],
    fulfillmentOrders: [{ status: "CANCELLED" }],
  });
});

test("a return is asked for, approved and closed, each told to the app that listens", async () => {
  box = await openBox();
  await box.post("/sandbox/orders", anOrder({ lines: [coffee] }));
  // What was not sent can't come back.
  expect((await act("return", { lines: [{ line: 0, quantity: 1 }] })).status).toBe(422);
  await act("fulfill");
  expect((await act("return", { lines: [{ line: 0, quantity: 3 }] })).status).toBe(422);
  expect((await act("return", { lines: [{ line: 0, quantity: 1 }], request: true })).body).toMatchObject({
    returnStatus: "RETURN_REQUESTED",
  });
  expect((await act("return", { move: "close" })).status).toBe(422);
  expect((await act("return", { move: "approve" })).body).toMatchObject({ returnStatus: "IN_PROGRESS" });
  expect((await act("return", { move: "close" })).body).toMatchObject({ returnStatus: "RETURNED" });
  const { length } = (await box.get<unknown[]>("/sandbox/webhooks?topic=returns/approve")).body;
  expect(length).toBe(1);
});
