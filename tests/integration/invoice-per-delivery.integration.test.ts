import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { InvoiceInput } from "~/domain/document/document";
import type { DocumentRecord } from "~/ports/document-records";
import { doorPhoto } from "../../scripts/story/photo.ts";
import { until } from "../../scripts/story/world.ts";
import { aProduct, type Product } from "../support/product.ts";

let product: Product;
beforeAll(async () => {
  product = await aProduct("per-delivery");
  const rules = { invoicePer: "delivery", giftCards: "on_redemption" } as const;
  await product.commands.chooseInvoicing({ shopId: product.shop.id, actor: ACTOR, ...rules });
  return product.stop;
}, 300_000);

const ACTOR = "merchant:Lucía";
const GUAYAQUIL = { countryCode: "EC", address1: "Malecón 2000 y Olmedo", city: "Guayaquil", zip: "090313" };
const coffee = { title: "Café de altura 500 g", sku: "CAFE-500", quantity: 2, price: "8.50" };
const tea = { title: "Té de guayusa", sku: "TE-1", quantity: 3, price: "4.35", delivery: "pick_up" };
const course = { title: "Curso de cata (PDF)", sku: "PDF-1", quantity: 1, price: "9.00", requiresShipping: false };

type Placed = { gid: string; name: string };
const both = { lines: [coffee, tea, course], shippingAddress: GUAYAQUIL, discount: { percentage: "10" }, tip: "1.50", taxesIncluded: true };
const invoicesOf = async (gid: string) => product.s.invoicesOfOrder((await product.s.orderByGid(gid))!.id);
const goodsOf = ({ input }: DocumentRecord) => (input as InvoiceInput).totals.lines.map(({ code, quantity }) => [code, quantity]);
const act = async ({ name }: Placed, action: string, body: object = {}) => {
  const answer = await product.post(`/sandbox/orders/${name.slice(1)}/${action}`, body);
  if (!answer.ok) throw new Error(`${action}: ${await answer.text()}`);
};
const finished = (gid: string, count: number) =>
  until(`${count} invoices of ${gid}`, async () => {
    const all = await invoicesOf(gid);
    return all.length === count && all.every(({ state, writtenBackAt }) => state === "delivered_to_buyer" && writtenBackAt) ? all : null;
  });
const sumOf = (documents: DocumentRecord[]) => documents.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
const totalOf = async ({ name }: Placed) =>
  Math.round(Number(((await product.world.order(name)) as { current?: { total: string } } & { total: string }).current?.total) * 100);

async function bring({ gid }: Placed) {
  const delivery = await until(`a courier for ${gid}`, async () => {
    const order = await product.s.orderByGid(gid);
    return order && (await product.s.deliveriesOfOrder(order.id)).find(({ courierId, state }) => courierId && state === "assigned");
  });
  const courier = (await product.s.couriers()).find(({ id }) => id === delivery.courierId)!;
  const phone = product.phones.get(courier.name)!;
  const stop = `${product.stack.urls.app}/courier/${product.shop.publicKey}/deliveries/${delivery.id}`;
  await phone.start(stop);
  await phone.confirm(stop, { photo: await doorPhoto(4), receivedBy: "María" });
}
async function hand({ gid }: Placed) {
  const delivery = await until("a pick-up", async () => {
    const order = await product.s.orderByGid(gid);
    return (
      order && (await product.s.deliveriesOfOrder(order.id)).find(({ method, state }) => method === "pickup" && state === "unassigned")
    );
  });
  const who = { shopId: product.shop.id, actor: ACTOR, receivedBy: "Ana", photo: null };
  await product.commands.handOver({ ...who, deliveryId: delivery.id, handOverId: randomUUID() });
}

test.each(["cash_on_delivery", "card_authorized"])(
  "paid by %s each delivery has its invoice, and together they are what was paid",
  async (payment) => {
    const order = await product.place({ ...both, payment });
    await bring(order);
    const [first] = await finished(order.gid, 1);
    expect(goodsOf(first!)).toEqual([
      ["CAFE-500", 2],
      ["PDF-1", 1],
      ["ENVIO", 1],
    ]);
    await hand(order);
    const all = await finished(order.gid, 2);
    expect(goodsOf(all[1]!)).toEqual([["TE-1", 3]]);
    expect(sumOf(all)).toBe(await totalOf(order));
    expect(all.map(({ input }) => (input as InvoiceInput).payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0))).toEqual(
      all.map(({ totalMinor }) => totalMinor),
    );
    const shown = await product.world.order(order.name);
    const told = shown.metafields.find(({ key }) => key === "invoice")!.jsonValue as unknown as { invoices: { number: string }[] };
    expect(told.invoices.map(({ number }) => number)).toEqual(all.map(({ number }) => number));
    const page = (await product.queries.orderPage({ shop: await product.s.shop(), orderId: first!.orderId! }))!;
    expect(page.invoices.map(({ number }) => number)).toEqual(all.map(({ number }) => number));
  },
);

test("handed over at the same moment neither invoice takes what is the other's", async () => {
  const order = await product.place(both);
  await Promise.all([bring(order), hand(order)]);
  const all = await finished(order.gid, 2);
  expect(all.flatMap(goodsOf).sort()).toEqual([
    ["CAFE-500", 2],
    ["ENVIO", 1],
    ["PDF-1", 1],
    ["TE-1", 3],
  ]);
  expect(sumOf(all)).toBe(await totalOf(order));
});

test("an order that was paid before has one invoice, with all of it", async () => {
  const order = await product.place({ ...both, payment: "card" });
  await bring(order);
  const [only] = await finished(order.gid, 1);
  await hand(order);
  expect(await finished(order.gid, 1)).toHaveLength(1);
  expect([goodsOf(only!).length, only!.totalMinor]).toEqual([4, await totalOf(order)]);
});

test("what is taken off before its delivery is on no invoice; the last takes exactly the rest", async () => {
  const order = await product.place(both);
  const statesOf = async () => {
    const known = await product.s.orderByGid(order.gid);
    return known ? (await product.s.deliveriesOfOrder(known.id)).map(({ state }) => state) : [];
  };
  await until("two deliveries", async () => (await statesOf()).length === 2);
  await act(order, "edit", { lines: [{ line: "TE-1", quantity: 0 }] });
  await until("one that is gone", async () => (await statesOf()).includes("cancelled"));
  await bring(order);
  const [only] = await finished(order.gid, 1);
  expect([only!.subject, only!.totalMinor]).toEqual([only!.orderId, await totalOf(order)]);
});

test("what is added between two deliveries is on an invoice to come, and the sum is the order's", async () => {
  const order = await product.place({ ...both, discount: undefined });
  await bring(order);
  await finished(order.gid, 1);
  await act(order, "edit", { addLines: [{ title: "Miel", sku: "MIEL-1", quantity: 1, price: "6.15" }] });
  await bring(order);
  await hand(order);
  const all = await finished(order.gid, 3);
  expect(
    all
      .flatMap(goodsOf)
      .map(([code]) => code)
      .sort(),
  ).toEqual(["CAFE-500", "ENVIO", "MIEL-1", "PDF-1", "TE-1"]);
  expect(sumOf(all)).toBe(await totalOf(order));
});

test("a refund is credited on the invoices that bear its lines", async () => {
  const order = await product.place(both);
  await bring(order);
  await hand(order);
  const [first, second] = await finished(order.gid, 2);
  await act(order, "pay");
  await act(order, "refund", {
    lines: [
      { line: "CAFE-500", quantity: 1 },
      { line: "TE-1", quantity: 3 },
    ],
  });
  const credits = await until("two credit notes", async () => {
    const notes = (await product.s.documentsOfOrder(first!.orderId!)).filter(
      ({ kind, authorisedAt }) => kind === "credit_note" && authorisedAt,
    );
    return notes.length === 2 ? notes : null;
  });
  expect(new Set(credits.map(({ originalId }) => originalId))).toEqual(new Set([first!.id, second!.id]));
  await until("the second is credited whole", async () => (await product.s.document(second!.id)).state === "credited");
  expect(sumOf([first!, second!]) - sumOf(credits)).toBe(await totalOf(order));
});

const restOf = (gid: string, code: string) =>
  until(`the rest of ${gid} that says ${code}`, async () => (await invoicesOf(gid)).find(({ attention }) => attention?.code === code));

test("what is added after the order's only invoice is told, and invoiced by one click", async () => {
  const order = await product.place({ lines: [coffee], shippingAddress: GUAYAQUIL });
  await bring(order);
  await finished(order.gid, 1);
  await act(order, "edit", { addLines: [{ title: "Catálogo (PDF)", sku: "CAT-1", quantity: 2, price: "3.45", requiresShipping: false }] });
  const rest = await restOf(order.gid, "order_exceeds_invoice");
  expect(rest.attention!.params).toEqual({ goods: "2 × Catálogo (PDF)" });
  await product.commands.retryDocuments({ shopId: product.shop.id, actor: ACTOR });
  expect((await product.s.document(rest.id)).attention).toEqual(rest.attention);
  await product.commands.invoiceRest({ shopId: product.shop.id, documentId: rest.id, actor: ACTOR });
  const all = await finished(order.gid, 2);
  expect(goodsOf(all[1]!)).toEqual([["CAT-1", 2]]);
  expect(sumOf(all)).toBe(await totalOf(order));
});

test("what is added and brought later is invoiced with its own delivery", async () => {
  const order = await product.place({ lines: [coffee], shippingAddress: GUAYAQUIL });
  await bring(order);
  await finished(order.gid, 1);
  await act(order, "edit", { addLines: [{ title: "Miel", sku: "MIEL-1", quantity: 1, price: "6.15" }] });
  await bring(order);
  const all = await finished(order.gid, 2);
  expect(goodsOf(all[1]!)).toEqual([["MIEL-1", 1]]);
  expect(sumOf(all)).toBe(await totalOf(order));
});

test("what was added and is refunded again leaves nothing to invoice; a reason ends it", async () => {
  const order = await product.place({ lines: [coffee], shippingAddress: GUAYAQUIL });
  await bring(order);
  await finished(order.gid, 1);
  await act(order, "edit", { addLines: [{ title: "Catálogo (PDF)", sku: "CAT-1", quantity: 2, price: "3.45", requiresShipping: false }] });
  const rest = await restOf(order.gid, "order_exceeds_invoice");
  await act(order, "edit", { lines: [{ line: "CAT-1", quantity: 0 }] });
  await restOf(order.gid, "nothing_left_to_invoice");
  const why = { shopId: product.shop.id, documentId: rest.id, actor: ACTOR };
  await product.commands.discardDocument({ ...why, reason: "Se quitó del pedido" });
  expect(await product.s.document(rest.id)).toMatchObject({ state: "voided", number: null, attention: null });
  await expect(product.commands.invoiceRest(why)).rejects.toThrow("nothing_left_to_invoice");
});

test("an invoice issued anew beside one of the rest bears what that one leaves", async () => {
  const order = await product.place({ lines: [coffee], shippingAddress: GUAYAQUIL });
  await bring(order);
  const [first] = await finished(order.gid, 1);
  await act(order, "edit", { addLines: [{ title: "Catálogo (PDF)", sku: "CAT-1", quantity: 2, price: "3.45", requiresShipping: false }] });
  const rest = await restOf(order.gid, "order_exceeds_invoice");
  const who = { shopId: product.shop.id, actor: ACTOR };
  await product.commands.invoiceRest({ ...who, documentId: rest.id });
  await finished(order.gid, 2);
  await product.commands.voidDocument({ ...who, documentId: first!.id, reason: "RUC equivocado" });
  await product.commands.invoiceAnew({ ...who, orderId: first!.orderId!, documentId: first!.id });
  const all = await finished(order.gid, 2);
  expect(
    all
      .flatMap(goodsOf)
      .map(([code]) => code)
      .sort(),
  ).toEqual(["CAFE-500", "CAT-1", "ENVIO"]);
  expect(sumOf(all)).toBe(await totalOf(order));
});
