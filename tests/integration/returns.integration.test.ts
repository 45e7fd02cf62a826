import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { CourierPhone } from "../../scripts/story/courier-phone.ts";
import { doorPhoto } from "../../scripts/story/photo.ts";
import { formatMinor } from "~/domain/money/money";
import { until } from "../../scripts/story/world.ts";
import { aProduct, type Product } from "../support/product.ts";

let product: Product;
beforeAll(async () => {
  product = await aProduct("returns");
  return product.stop;
}, 300_000);
beforeEach(() => product.faultsEnd());

const GUAYAQUIL = { countryCode: "EC", address1: "Malecón 2000 y Olmedo", city: "Guayaquil", zip: "090313" };
const TWO_COFFEES = {
  payment: "card" as const,
  taxesIncluded: true,
  shippingAddress: GUAYAQUIL,
  lines: [{ title: "Café", sku: "CAF", quantity: 2, price: "11.50" }],
} satisfies Partial<Parameters<Product["place"]>[0]>;

type Seen = {
  id: string;
  refunded: string;
  returns: {
    id: string;
    status: string;
    reverseOrder: {
      lines: { quantity: number; dispositions: { type: string; quantity: number }[] }[];
      deliveries: { tracking: { number: string }; lines: { quantity: number }[] }[];
    } | null;
  }[];
};
const act = async (name: string, action: string, body: unknown = {}): Promise<{ webhookIds: string[] }> => {
  const answer = await product.post(`/sandbox/orders/${name.slice(1)}/${action}`, body);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as { webhookIds: string[] };
};
const seen = (name: string) => product.world.order(name) as unknown as Promise<Seen>;
const fetchingOf = async (gid: string) => product.s.reverseDeliveriesOfOrder((await product.s.orderByGid(gid))!.id);
const fetchingWhen = (what: string, gid: string, holds: (one: Awaited<ReturnType<typeof fetchingOf>>[number]) => boolean) =>
  until(what, async () => (await fetchingOf(gid)).find(holds));
const pageOf = (deliveryId: string) => `${product.stack.urls.app}/courier/${product.shop.publicKey}/deliveries/${deliveryId}`;

/** Brought, invoiced, and with a return of so many units that has its courier. */
async function aReturn(quantity: number, change: Parameters<Product["place"]>[0] = {}) {
  const placed = await product.place({ ...TWO_COFFEES, ...change });
  await product.deliver(placed.gid);
  const invoice = await product.finished(placed.gid);
  await act(placed.name, "return", { lines: [{ line: 0, quantity }] });
  const fetching = await fetchingWhen("a courier for the return", placed.gid, ({ state }) => state === "assigned");
  const courier = (await product.s.couriers()).find(({ id }) => id === fetching.courierId)!;
  return { ...placed, invoice, fetching, courier, phone: product.phones.get(courier.name)!, page: pageOf(fetching.id) };
}
const earnedBy = (deliveryId: string) =>
  product.rows<{ minor: string }>(`SELECT minor::text FROM "CourierEntry" WHERE "deliveryId" = $1 AND kind = 'earned'`, [deliveryId]);

test("a return is fetched with a photo, paid, told to Shopify, and proposed for a refund whose credit note follows by itself", async () => {
  const { gid, name, invoice, fetching, phone, page } = await aReturn(1);
  expect(fetching).toMatchObject({ rateMinor: null, lines: [{ quantity: 1 }] });
  expect((await phone.stops()).get(name)).toBe(page);
  await phone.start(page);
  const reportId = randomUUID();
  await phone.confirm(page, { photo: await doorPhoto(71), receivedBy: "Ana", reportId });
  const fetched = await fetchingWhen("fetched", gid, ({ state, provenAt }) => state === "delivered" && provenAt !== null);
  expect(fetched).toMatchObject({ owesRest: true, attention: null });
  expect(await product.s.attemptsOf(fetching.id)).toMatchObject([{ id: reportId, outcome: "delivered", receivedBy: "Ana" }]);
  expect(await earnedBy(fetching.id)).toEqual([{ minor: String(fetched.commissionMinor) }]);
  expect(fetched.commissionMinor).toBeGreaterThan(0);
  const onTheWay = await until("Shopify to know that it is on its way", async () => {
    const reverse = (await seen(name)).returns[0]?.reverseOrder;
    return reverse?.deliveries.length ? reverse : null;
  });
  expect(onTheWay).toMatchObject({ deliveries: [{ tracking: { number: fetching.id }, lines: [{ quantity: 1 }] }] });
  expect(onTheWay.lines[0]!.dispositions).toEqual([]);
  // It stays on the list until it is at the shop.
  expect((await phone.stops()).get(name)).toBe(page);
  await phone.bringBack(page, { photo: await doorPhoto(72), receivedBy: "Bodega" });
  const here = await fetchingWhen("at the shop", gid, ({ owesRest }) => !owesRest);
  expect(here.attention).toEqual({ code: "return_to_refund", params: { goods: "1 × Café", amount: "USD 11.50" } });
  expect((await phone.stops()).has(name)).toBe(false);
  const received = await until("Shopify to know that it is here", async () => {
    const [line] = (await seen(name)).returns[0]!.reverseOrder!.lines;
    return line!.dispositions.length > 0 ? line : null;
  });
  expect(received.dispositions).toMatchObject([{ type: "PROCESSING_REQUIRED", quantity: 1 }]);
  // Nothing is given back or credited without a person.
  expect((await seen(name)).refunded).toBe("0.00");
  expect((await product.s.documentsOfOrder(invoice.orderId!)).map(({ kind }) => kind)).toEqual(["invoice"]);
  const page1 = (await product.queries.orderPage({ shop: product.shop, orderId: invoice.orderId! }))!;
  expect(page1.deliveries).toHaveLength(1);
  expect(page1.reverse).toMatchObject([{ goods: [{ title: "Café", quantity: 1 }], attempts: [{ photos: [{}] }, { photos: [{}] }] }]);
  await act(name, "refund", { lines: [{ line: 0, quantity: 1 }] });
  const credit = await until("its credit note", async () =>
    (await product.s.documentsOfOrder(invoice.orderId!)).find(({ kind, authorisedAt }) => kind === "credit_note" && authorisedAt !== null),
  );
  expect(credit.totalMinor).toBe(1150);
  await fetchingWhen("nothing to be refunded any more", gid, ({ attention }) => attention === null);
});

test("told twice and out of order, a return has one courier; cancelled, nobody goes", async () => {
  const { gid, name, fetching, phone } = await aReturn(2);
  const number = Number(name.slice(1));
  const hint = (topic: string) => product.post("/sandbox/webhooks", { topic, order: number });
  // A hint only, whatever it says: what Shopify has now counts.
  await Promise.all(["returns/close", "returns/approve", "returns/update", "returns/cancel", "returns/approve"].map(hint));
  const strangers = {
    topic: "returns/cancel",
    shop: "stranger.myshopify.com",
    payload: { id: 1, order_id: Number(gid.split("/").at(-1)) },
  };
  await product.post("/sandbox/webhooks", strangers);
  await until("all of them here", async () => {
    const rows = await product.rows<{ topic: string; done: boolean }>(
      `SELECT topic, bool_and("processedAt" IS NOT NULL) AS done FROM "WebhookDelivery" WHERE topic LIKE 'RETURNS_%' GROUP BY topic`,
    );
    return rows.length === 4 && rows.every(({ done }) => done);
  });
  expect((await fetchingOf(gid)).map(({ id, courierId }) => [id, courierId])).toEqual([[fetching.id, fetching.courierId]]);
  await act(name, "return", { move: "cancel" });
  await fetchingWhen("nobody to go", gid, ({ state }) => state === "cancelled");
  expect((await phone.stops()).has(name)).toBe(false);
  // What was brought stays brought, and its invoice stands.
  const [brought] = await product.s.deliveriesOfOrder((await product.s.orderByGid(gid))!.id);
  expect(brought!.state).toBe("delivered");
});

test("of a return whose buyer keeps some of it, Shopify and the desk learn what came", async () => {
  const { gid, name, fetching, phone, page } = await aReturn(2);
  await phone.start(page);
  const refused = { "refused-0": `1 ${fetching.lines[0]!.lineId}` };
  await phone.confirm(page, { photo: await doorPhoto(73), receivedBy: "Ana", refused });
  const short = await fetchingWhen("fetched in part", gid, ({ state }) => state === "delivered");
  expect(short.attention).toEqual({ code: "return_short", params: { goods: "1 × Café" } });
  await phone.bringBack(page, { photo: await doorPhoto(74), receivedBy: "Bodega" });
  const received = await until("Shopify to know what came", async () => {
    const reverse = (await seen(name)).returns[0]!.reverseOrder!;
    return reverse.lines[0]!.dispositions.length > 0 ? reverse : null;
  });
  expect(received).toMatchObject({ deliveries: [{ lines: [{ quantity: 1 }] }], lines: [{ quantity: 2, dispositions: [{ quantity: 1 }] }] });
  const here = await fetchingWhen("at the shop", gid, ({ owesRest }) => !owesRest);
  expect(here.attention).toMatchObject({ code: "return_to_refund", params: { amount: "USD 11.50" } });
  await act(name, "return", { move: "close" });
  await fetchingWhen("nothing to be refunded any more", gid, ({ attention }) => attention === null);
});

test("of what somebody else's carrier brought, nobody of ours fetches the return", async () => {
  const placed = await product.place(TWO_COFFEES);
  await product.received(placed.gid);
  await act(placed.name, "fulfill", { company: "Servientrega", number: "SE-1" });
  await act(placed.name, "event", { status: "DELIVERED" });
  await until("brought by the carrier", async () => {
    const order = await product.s.orderByGid(placed.gid);
    return order && (await product.s.deliveriesOfOrder(order.id))[0]?.state === "delivered";
  });
  await act(placed.name, "return", { lines: [{ line: 0, quantity: 1 }] });
  await until("the return here", async () => (await product.s.orderByGid(placed.gid))?.sale.returns?.length === 1);
  expect(await fetchingOf(placed.gid)).toEqual([]);
});

/** Sets out and confirms, with the money that the page asks for. */
async function collectAt(phone: CourierPhone, page: string, photo: number) {
  await phone.start(page);
  const { collected } = await phone.doorOf(page);
  await phone.confirm(page, { photo: await doorPhoto(photo), receivedBy: "Ana", collected });
}

test("both halves of an exchange are one courier's call, and what it leaves to pay is collected there and paid at Shopify", async () => {
  const { shippingAddress: _guayaquil, ...elsewhere } = TWO_COFFEES;
  const placed = await product.place({ ...elsewhere, payment: "cash_on_delivery" });
  const first = await product.onPhone(placed.gid);
  await collectAt(first.phone, first.stop, 75);
  const { orderId } = await product.finished(placed.gid);
  const saleWhen = (what: string, financialStatus: string) =>
    until(what, async () => {
      const { sale } = await product.s.order(orderId!);
      return sale.financialStatus === financialStatus ? sale : null;
    });
  await saleWhen("paid with what was collected", "PAID");
  await act(placed.name, "return", {
    lines: [{ line: 0, quantity: 1 }],
    exchange: [{ title: "Té", sku: "TE", quantity: 1, price: "14.00" }],
  });
  const fetching = await fetchingWhen("a courier for the return", placed.gid, ({ state }) => state === "assigned");
  await act(placed.name, "return", { move: "process" });
  const bringing = await until("a courier for the exchange", async () =>
    (await product.s.deliveriesOfOrder(orderId!)).find(({ state }) => state === "assigned"),
  );
  expect(bringing).toMatchObject({ courierId: fetching.courierId, assignment: { code: "exchange_together" } });
  const { sale } = await product.s.order(orderId!);
  expect(sale.outstandingMinor).toBeGreaterThan(0);
  const { stops } = await product.queries.courierDay({ shop: product.shop, courierId: fetching.courierId! });
  const halves = stops.pending.filter(({ orderName }) => orderName === placed.name);
  expect(new Map(halves.map(({ isReturn, exchange }) => [isReturn, exchange]))).toEqual(
    new Map([
      [true, { deliveryId: bringing.id, goods: [{ title: "Té", quantity: 1 }] }],
      [false, { deliveryId: fetching.id, goods: [{ title: "Café", quantity: 1 }] }],
    ]),
  );
  expect(halves.find(({ isReturn }) => !isReturn)?.collect).toEqual({ minor: sale.outstandingMinor, currency: "USD" });
  const courier = (await product.s.couriers()).find(({ id }) => id === fetching.courierId)!;
  await collectAt(product.phones.get(courier.name)!, pageOf(bringing.id), 76);
  await saleWhen("the exchange paid too", "PAID");
  const paid = (await product.s.eventsOfOrder(orderId!)).flatMap(({ reason }) => (reason?.code === "marked_paid" ? [reason.params] : []));
  expect(paid.map((params) => params?.amount)).toEqual([expect.any(String), formatMinor(sale.outstandingMinor, "USD")]);
});
