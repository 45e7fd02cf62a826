import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anOrder, openBox, SHOP, type Box } from "../../sandbox/shopify/testing/box.ts";
import { shopifyAdmin } from "~/adapters/shopify/admin";
import type { SendGraphql } from "~/adapters/shopify/graphql";
import { pointsBudget } from "~/adapters/shopify/points";
import { OPERATIONS } from "~/adapters/shopify/operations";
import type { SaleOrder } from "~/domain/order/order";

/** What the adapter reads of an order, held against what the shop's own view of it says: two ways from one order, without a line in common. */
let box: Box;
beforeAll(async () => {
  box = await openBox();
  await box.post(`/sandbox/shops/${SHOP}`, { plan: "plus" });
});
afterAll(() => box.close());

type Amounts = { net: string; tax: string };
interface View {
  id: string;
  subtotal: string;
  total: string;
  outstanding: string;
  cashRounding: string;
  current: Record<"subtotal" | "shipping" | "tax" | "duties" | "fees" | "tips" | "total", string>;
  lines: ({ id: string; quantity: number; currentQuantity: number; tip: boolean; current: Amounts } & Amounts)[];
  shippingLines: ({ id: string; isRemoved: boolean; current: Amounts } & Amounts)[];
  refunds: {
    id: string;
    amount: string;
    adjustment: string;
    duties: string;
    lines: { line: string; quantity: number; subtotal: string; tax: string }[];
  }[];
  transactions: { gateway: string; kind: string; status: string; amount: string }[];
  fulfillmentOrders: { id: string; status: string; method: string; location: string; lines: { line: string; total: number }[] }[];
}

const minor = (text: string): number => Math.round(Number(text) * 100);
const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const taxOf = (lines: { amountMinor: number }[]): number => sum(lines.map((line) => line.amountMinor));
const send: SendGraphql = async (_domain, operation, variables) => await box.graphql(operation, variables);
const points = pointsBudget();
const read = async (gid: string): Promise<SaleOrder> => (await shopifyAdmin({ send, points, domain: SHOP, urgency: "now" }).order(gid))!;
const place = async (changes: Record<string, unknown>): Promise<string> => {
  const { status, body } = await box.post<{ id: string }>("/sandbox/orders", anOrder(changes));
  expect(status, JSON.stringify(body)).toBe(200);
  return body.id;
};
const act = (gid: string, action: string, body: unknown = {}) => box.post(`/sandbox/orders/${encodeURIComponent(gid)}/${action}`, body);
const viewOf = async (gid: string): Promise<View> => (await box.get<View>(`/sandbox/orders/${encodeURIComponent(gid)}`)).body;

function expectSame(sale: SaleOrder, view: View): void {
  const lines = [...sale.lines, ...sale.removedLines];
  const shown = view.lines.filter((line) => !line.tip);
  expect(lines.length).toBe(shown.length);
  for (const one of shown) {
    const line = lines.find(({ id }) => id === one.id)!;
    expect([line.orderedQuantity, line.quantity]).toEqual([one.quantity, one.currentQuantity]);
    expect([line.orderedNetMinor, taxOf(line.orderedTaxLines)]).toEqual([minor(one.net), minor(one.tax)]);
    expect([line.netMinor, taxOf(line.taxLines)]).toEqual([minor(one.current.net), minor(one.current.tax)]);
  }
  const carried = [...sale.shippingLines, ...sale.removedShippingLines];
  expect(carried.length).toBe(view.shippingLines.length);
  for (const one of view.shippingLines) {
    const line = carried.find(({ id }) => id === one.id)!;
    expect([line.orderedNetMinor, taxOf(line.orderedTaxLines)]).toEqual([minor(one.net), minor(one.tax)]);
    expect([line.netMinor, taxOf(line.taxLines)]).toEqual([minor(one.current.net), minor(one.current.tax)]);
  }
  expectSums(sale, view);
  expectRefunds(sale, view);
}

/** Everything still on the order adds up to its total; what was given back beyond the lines lowers it. */
function expectSums(sale: SaleOrder, view: View): void {
  const sold = [...sale.lines, ...sale.shippingLines];
  const tax = sum(sold.map((line) => taxOf(line.taxLines)));
  const beyond = sum(sale.refunds.map((refund) => refund.adjustmentMinor));
  expect([sale.tipMinor, sale.dutiesMinor, sale.additionalFeesMinor]).toEqual(
    [view.current.tips, view.current.duties, view.current.fees].map(minor),
  );
  expect(tax).toBe(minor(view.current.tax));
  expect(
    sum(sold.map((line) => line.netMinor)) +
      (sale.taxesIncluded ? 0 : tax) +
      sale.tipMinor +
      sale.dutiesMinor +
      sale.additionalFeesMinor -
      beyond,
  ).toBe(sale.totalMinor);
  expect([sale.totalMinor, sale.outstandingMinor, sale.cashRoundingMinor]).toEqual(
    [view.current.total, view.outstanding, view.cashRounding].map(minor),
  );
}

function expectRefunds(sale: SaleOrder, view: View): void {
  expect(sale.refunds.map(({ gid, totalMinor, adjustmentMinor }) => [gid, totalMinor, adjustmentMinor])).toEqual(
    view.refunds.map(({ id, amount, adjustment }) => [id, minor(amount), minor(adjustment)]),
  );
  // An edit or a cancellation takes off what may never have been paid for; a refund is worth its money.
  for (const refund of sale.cancelledAt ? [] : sale.refunds.filter(({ totalMinor }) => totalMinor > 0)) {
    const parts = [...refund.lines, ...refund.shipping];
    const worth = sum(parts.map((part) => part.netMinor + (sale.taxesIncluded ? 0 : part.taxMinor)));
    expect(worth + refund.dutiesMinor + refund.tipMinor + refund.adjustmentMinor).toBe(refund.totalMinor);
  }
}

// As many reads as a plus shop's bucket holds: more would be throttled, and that is not what is tried here.
const RUNS = Math.min(Number(process.env.FC_RUNS ?? 150), 600);
const money = fc.integer({ min: 1, max: 9_999 }).map((cents) => (cents / 100).toFixed(2));
const bodies = fc.record({
  lines: fc.array(
    fc.record({
      title: fc.constant("Café"),
      quantity: fc.integer({ min: 1, max: 5 }),
      price: money,
      taxRate: fc.constantFrom("0", "5", "8", "15"),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  discount: fc.constantFrom(undefined, { percentage: "12.5" }, { amount: "0.07" }),
  shipping: fc.option(fc.record({ title: fc.constant("Norte"), price: money }), { nil: undefined }),
  freeShipping: fc.boolean(),
  taxesIncluded: fc.boolean(),
  payment: fc.constantFrom("card", "cash_on_delivery", "cash"),
  tip: fc.constantFrom(undefined, "1.25"),
  duties: fc.constantFrom(undefined, "3.10"),
  giftCard: fc.constantFrom(undefined, "2.00"),
  cashRounding: fc.constantFrom(undefined, "-0.02"),
  additionalFees: fc.constantFrom([], [{ name: "Funda", price: "0.10" }]),
  presentment: fc.constantFrom(undefined, { currency: "EUR", rate: "0.92" }),
});
const line = fc.nat(3);
const moves = fc.array(
  fc.oneof(
    fc.record({ action: fc.constant("pay"), body: fc.constant({}) }),
    fc.record({
      action: fc.constant("refund"),
      body: fc.record({ lines: line.map((one) => [{ line: one, quantity: 1 }]), shipping: fc.constantFrom(undefined, "0.37") }),
    }),
    fc.record({ action: fc.constant("refund"), body: fc.record({ amount: fc.constantFrom("0.50", "0.01") }) }),
    fc.record({ action: fc.constant("edit"), body: fc.record({ lines: line.map((one) => [{ line: one, quantity: 1 }]) }) }),
    fc.record({
      action: fc.constant("edit"),
      body: fc.record({ addShipping: fc.record({ title: fc.constant("Sur"), price: money }), removeShipping: fc.boolean() }),
    }),
    fc.record({ action: fc.constant("refund"), body: fc.constant({}) }),
    fc.record({ action: fc.constant("cancel"), body: fc.constant({}) }),
  ),
  { maxLength: 4 },
);

test(
  "whatever happened to an order, it is read as the shop shows it, to the cent",
  async () => {
    await fc.assert(
      fc.asyncProperty(bodies, moves, async (body, steps) => {
        const gid = await place(body);
        // What the shop refuses leaves the order as it was.
        for (const { action, body: wish } of steps) await act(gid, action, wish);
        expectSame(await read(gid), await viewOf(gid));
      }),
      { numRuns: RUNS },
    );
  },
  60_000 + RUNS * 100,
);

test("an order of many lines, ways, shipments and refunds is read to its end", async () => {
  const ways = ["shipping", "local", "pick_up", "pickup_point", "retail", "none"].flatMap((delivery) =>
    [0, 1].map((location) => ({ delivery, location })),
  );
  const lines = Array.from({ length: 240 }, (_, n) => ({
    title: `L${n}`,
    sku: `S${n}`,
    quantity: 2,
    price: "1.07",
    ...ways[n % ways.length],
  }));
  const gid = await place({ lines });
  const opened = await read(gid);
  for (const one of opened.fulfillmentOrders)
    await box.graphql(OPERATIONS.CreateFulfillment, {
      fulfillment: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: one.gid }], trackingInfo: { company: "BIM", number: one.gid } },
    });
  await act(gid, "refund", { lines: lines.slice(0, 120).map(({ sku }) => ({ line: sku, quantity: 1 })) });
  await act(gid, "edit", { addLines: [{ title: "Nueva", quantity: 1, price: "2.00" }] });
  const sale = await read(gid);
  const view = await viewOf(gid);
  expectSame(sale, view);
  expect(sale.lines.length).toBe(241);
  expect(sale.refunds[0]?.lines.length).toBe(120);
  expect(sale.fulfillmentOrders.length).toBe(13);
  expect(sale.fulfillments.length).toBe(12);
  expect(sum(sale.fulfillments.flatMap((one) => one.lines.map(({ quantity }) => quantity)))).toBe(480);
  expect(sale.fulfillments.at(-1)).toMatchObject({ trackingCompany: "BIM", status: "SUCCESS" });
  expect(sum(opened.fulfillmentOrders.flatMap((one) => one.lines.map(({ quantity }) => quantity)))).toBe(480);
  expect(new Set(opened.fulfillmentOrders.map((one) => one.deliveryMethod))).toEqual(
    new Set(["shipping", "local", "pickup_in_store", "pick_up_point", "retail", "none"]),
  );
  expect(new Set(opened.fulfillmentOrders.map((one) => one.locationGid)).size).toBe(2);
});

test("what a line is, how the order is paid and where it was sold are read too", async () => {
  const onTerms = await read(
    await place({
      lines: [{ title: "Pan", quantity: 1, price: "1.00", productTags: ["pan", "básico"], taxCategory: "iva_0" }],
      payment: "transfer",
      paymentTerms: { dueInDays: 30 },
    }),
  );
  expect(onTerms.lines[0]).toMatchObject({ productTags: ["básico", "pan"], productTaxCategory: "iva_0" });
  expect(onTerms.lines[0]?.productId).toMatch(/^gid:\/\/shopify\/Product\/\d+$/);
  expect(onTerms.paymentTerms).toMatchObject({ dueInDays: 30, dueAt: expect.stringMatching(/^\d{4}-/) as string });
  const counter = await read(await place({ shippingAddress: undefined, source: "pos", payment: "cash", giftCard: "5.00" }));
  expect(counter).toMatchObject({
    sourceName: "pos",
    giftCardMinor: 500,
    shippingAddress: null,
    customerName: "Ana Ñandú",
    paymentType: "cash_on_delivery",
  });
  const onCard = await read(
    await place({ payment: "card_authorized", giftCard: "5.00", lines: [{ title: "Vale", quantity: 1, price: "20.00", giftCard: true }] }),
  );
  expect(onCard).toMatchObject({
    paymentType: "card_authorized",
    giftCardMinor: 500,
    lines: [{ isGiftCard: true, requiresShipping: false }],
  });
});

const SCOPES = ["read_customers", "read_products", "read_payment_terms", "read_merchant_managed_fulfillment_orders", "read_locations"];
/** Writing implies reading. */
const withhold = (scopes: string[]) =>
  box.post(`/sandbox/shops/${SHOP}`, { withheldScopes: scopes.flatMap((scope) => [scope, scope.replace("read_", "write_")]) });

/** Where fulfilment orders can't be read, their places are not asked for. */
const UNGRANTED = [...SCOPES.map((scope) => [scope]), SCOPES.filter((scope) => scope !== "read_locations")];

test.each(UNGRANTED.map((scopes) => ({ scopes })))(
  "an installation without $scopes: the order is read without what they are for, and says so",
  async ({ scopes }) => {
    const lines = Array.from({ length: 30 }, (_, n) => ({ title: `L${n}`, quantity: 1, price: "1.00", productTags: ["pan"] }));
    const gid = await place({ lines, paymentTerms: { dueInDays: 30 }, payment: "transfer" });
    const whole = await read(gid);
    await withhold(scopes);
    const less = await read(gid).finally(() => withhold([]));
    expect(less.missingScopes?.sort()).toEqual([...scopes].sort());
    const lacks = (scope: string) => scopes.includes(scope);
    expect(less).toMatchObject({ totalMinor: whole.totalMinor, customerName: whole.customerName, transactions: whole.transactions });
    expect(less.lines.map(({ productTags }) => productTags.length)).toEqual(whole.lines.map(() => (lacks("read_products") ? 0 : 1)));
    expect(less.paymentTerms?.dueInDays ?? null).toBe(lacks("read_payment_terms") ? null : 30);
    expect(less.fulfillmentOrders).toHaveLength(lacks("read_merchant_managed_fulfillment_orders") ? 0 : whole.fulfillmentOrders.length);
    for (const one of less.fulfillmentOrders) expect(one.locationGid === null).toBe(lacks("read_locations"));
    expect(await read(gid)).toEqual(whole);
  },
);

test("without the scope for orders nothing is read", async () => {
  const gid = await place({});
  await withhold(["read_orders"]);
  await expect(read(gid).finally(() => withhold([]))).rejects.toThrow(/Access denied for order/);
});

test("no operation costs what one query may not, and an order can be read by several workers at once", async () => {
  const costs: Record<string, number> = {};
  for (const [name, operation] of Object.entries(OPERATIONS).filter(([, text]) => text.startsWith("query"))) {
    const variables = { id: "gid://shopify/Order/1", after: "MA==", query: "" };
    const { cost } = (await box.graphql(operation, variables)).extensions;
    costs[name] = cost.requestedQueryCost;
  }
  expect(Math.max(...Object.values(costs))).toBeLessThanOrEqual(1000);
  expect(costs.Order).toBeLessThanOrEqual(500);
});
