import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { InvoiceInput } from "~/domain/document/document";
import type { Trigger } from "~/domain/document/trigger";
import type { PaymentType } from "~/domain/order/order";
import type { OrderBody } from "../../scripts/story/sample-orders.ts";
import { doorPhoto } from "../../scripts/story/photo.ts";
import { dateIn } from "~/domain/time/calendar";
import { metafield, until } from "../../scripts/story/world.ts";
import { aProduct, type Product } from "../support/product.ts";

let product: Product;
beforeAll(async () => {
  product = await aProduct("ways");
  return product.stop;
}, 300_000);

const ACTOR = "merchant:Lucía";
const GUAYAQUIL = { countryCode: "EC", address1: "Malecón 2000 y Olmedo", city: "Guayaquil", zip: "090313" };
const coffee = { title: "Café de altura 500 g", sku: "CAFE-500", quantity: 2, price: "8.50" };
const tea = { title: "Té de guayusa", sku: "TE-1", quantity: 1, price: "4.00" };
const course = { title: "Curso de cata (PDF)", sku: "PDF-1", quantity: 1, price: "9.00", requiresShipping: false };
const card = { title: "Tarjeta de regalo", sku: "GIFT-20", quantity: 1, price: "20.00", giftCard: true, taxable: false };
const fetched = { ...tea, delivery: "pick_up" };

type Placed = { gid: string; name: string };
type Act = (order: Placed) => Promise<void>;
/** What happens to an order, each with the moment that it is. */
type Kind = { body: Partial<OrderBody>; acts: [moment: Trigger, act: Act][]; isDeliveredAtSale?: boolean };

const deliveriesOf = async (gid: string) => product.s.deliveriesOfOrder((await product.s.orderByGid(gid))!.id);
const deliveryWhen = (gid: string, what: string, holds: (delivery: Awaited<ReturnType<typeof deliveriesOf>>[number]) => boolean) =>
  until(what, async () => ((await product.s.orderByGid(gid)) ? (await deliveriesOf(gid)).find(holds) : null));
const act = async ({ name }: Placed, action: string, body: object = {}) => {
  const answer = await product.post(`/sandbox/orders/${name.slice(1)}/${action}`, body);
  if (!answer.ok) throw new Error(`${action}: ${await answer.text()}`);
};

const setOut: Act = async ({ gid }) => {
  const { phone, stop } = await courierOf(gid);
  await phone.start(stop);
};
const confirm: Act = async ({ gid }) => {
  const { phone, stop } = await courierOf(gid);
  await phone.confirm(stop, { photo: await doorPhoto(7), receivedBy: "María", reportId: randomUUID() });
};
async function courierOf(gid: string) {
  const { id, courierId } = await deliveryWhen(gid, `a courier for ${gid}`, (one) => one.courierId !== null);
  const courier = (await product.s.couriers()).find((one) => one.id === courierId)!;
  return { phone: product.phones.get(courier.name)!, stop: `${product.stack.urls.app}/courier/${product.shop.publicKey}/deliveries/${id}` };
}
const atTheCounter: Act = async ({ gid }) => {
  const { id: deliveryId } = await deliveryWhen(gid, "a pick-up", ({ method }) => method === "pickup");
  const hand = { deliveryId, handOverId: randomUUID(), receivedBy: "Ana", photo: new Uint8Array(await doorPhoto(3)) };
  await product.commands.handOver({ shopId: product.shop.id, actor: ACTOR, ...hand });
};
const sent: Act = async (order) => {
  await deliveryWhen(order.gid, "a delivery", () => true);
  await act(order, "fulfill", { company: "Servientrega", number: "1Z999" });
  await deliveryWhen(order.gid, "a carrier's delivery", ({ method, courierId }) => method === "carrier" && courierId === null);
};
const reported: Act = (order) => act(order, "event", { status: "DELIVERED" });
const saidByHand: Act = async ({ gid }) => {
  const { id: deliveryId } = await deliveryWhen(gid, "a carrier's delivery", ({ method }) => method === "carrier");
  const date = new Intl.DateTimeFormat("en-CA", { timeZone: product.shop.timeZone }).format(new Date());
  await product.commands.markDelivered({ shopId: product.shop.id, deliveryId, date, actor: ACTOR });
};
const pickedUp: Act = async (order) => {
  await deliveryWhen(order.gid, "a pick-up", ({ method }) => method === "pickup");
  await act(order, "fulfill");
};

const KINDS: Record<string, Kind> = {
  "brought by our courier": {
    body: { lines: [coffee] },
    acts: [
      ["on_dispatch", setOut],
      ["on_delivery", confirm],
    ],
  },
  "fetched at the counter": { body: { lines: [fetched], shippingAddress: undefined }, acts: [["on_delivery", atTheCounter]] },
  "fetched, as Shopify says": { body: { lines: [fetched], shippingAddress: undefined }, acts: [["on_delivery", pickedUp]] },
  "sent with a carrier who reports": {
    body: { lines: [coffee] },
    acts: [
      ["on_dispatch", sent],
      ["on_delivery", reported],
    ],
  },
  "sent with a carrier who is silent": {
    body: { lines: [coffee] },
    acts: [
      ["on_dispatch", sent],
      ["on_delivery", saidByHand],
    ],
  },
  "sold over the counter": { body: { lines: [coffee], source: "pos", shippingAddress: undefined }, acts: [], isDeliveredAtSale: true },
  "a download": { body: { lines: [course], shippingAddress: undefined }, acts: [], isDeliveredAtSale: true },
  "brought, fetched, downloaded and a gift card": {
    body: { lines: [coffee, fetched, course, card] },
    acts: [
      ["on_dispatch", setOut],
      ["on_delivery", confirm],
    ],
  },
};
const RULES: [payment: PaymentType, rule: Trigger][] = [
  ["cash_on_delivery", "on_delivery"],
  ["card", "on_payment"],
  ["card", "on_dispatch"],
  ["card", "on_delivery"],
  ["card_authorized", "on_delivery"],
];

/** Which of the moments that come issues the invoice; the sale is one where all is paid then. */
function dueAt({ acts, isDeliveredAtSale }: Kind, payment: PaymentType, rule: Trigger): Trigger {
  const isPaid = payment === "card";
  if (isDeliveredAtSale) return "on_delivery";
  if (isPaid && rule === "on_payment") return "on_payment";
  return acts.some(([moment]) => moment === rule) ? rule : "on_delivery";
}
const isPossible = ({ isDeliveredAtSale }: Kind, payment: PaymentType): boolean => !isDeliveredAtSale || payment === "card";

/** `npm run test:full` tries every kind under every rule; otherwise each kind meets every other rule, and each rule every other kind. */
const isTried = (kind: number, rule: number): boolean => Boolean(process.env.TEST_FULL) || (kind + rule) % 2 === 0;

const CASES = Object.entries(KINDS).flatMap(([what, kind], row) =>
  RULES.filter(([payment], column) => isPossible(kind, payment) && isTried(row, column)).map(
    ([payment, rule]) => [what, payment, rule, dueAt(kind, payment, rule)] as const,
  ),
);

test.each(CASES)("an order that is %s, paid by %s under the rule %s, has one invoice: %s", async (what, payment, rule, due) => {
  const { body, acts } = KINDS[what]!;
  const { invoiceTriggers } = await product.s.shop();
  await product.s.updateShop({ invoiceTriggers: { ...invoiceTriggers, [payment]: rule } });
  const order = await product.place({ shippingAddress: GUAYAQUIL, ...body, payment, taxesIncluded: true });
  await until("the order", () => product.s.orderByGid(order.gid));
  let isDue = due === "on_payment" || acts.length === 0;
  for (const [moment, happens] of acts) {
    if (!isDue) expect(await product.documentOf(order.gid)).toBeNull();
    await happens(order);
    isDue ||= moment === due;
  }
  const invoice = await product.finished(order.gid);
  const events = await product.events(order.gid);
  expect(events.find(({ type, to }) => type === "document" && to === "waiting_for_data")?.reason).toEqual({ code: due });
  const sold = body.lines!.filter((line) => !("giftCard" in line));
  const { totals } = invoice.input as InvoiceInput;
  const goods = totals.lines.filter(({ ref }) => ref.kind === "line").map(({ description, quantity }) => [description, quantity]);
  expect(goods).toEqual(sold.map(({ title, quantity }) => [title, quantity]));
  expect(await product.s.documentsOfOrder(invoice.orderId!)).toHaveLength(1);
  expect(await product.world.document(invoice.accessKey!)).toMatchObject({ state: "AUTORIZADO" });
  const shown = await product.world.order(order.name);
  expect([metafield(shown, "invoice")?.number, shown.tags]).toEqual([invoice.number, ["bim:invoiced"]]);
  expect(shown.financialStatus).toBe(payment === "cash_on_delivery" ? "PENDING" : "PAID");
});

test("an order of gift cards only has no invoice and says why; refunded, nothing is credited", async () => {
  const order = await product.place({ lines: [card], shippingAddress: undefined, payment: "card" });
  const known = await until("the order", () => product.s.orderByGid(order.gid));
  const page = (await product.queries.orderPage({ shop: await product.s.shop(), orderId: known.id }))!;
  expect([page.isNeverInvoiced, page.invoices, page.deliveries]).toEqual([true, [], []]);
  expect((await product.events(order.gid))[0]?.reason).toEqual({ code: "gift_cards_only" });
  await act(order, "refund");
  await until("the refund", async () => (await product.s.orderByGid(order.gid))!.sale.refunds.length === 1);
  expect(await product.documentOf(order.gid)).toBeNull();
});

test("of an invoiced order with a gift card the card's refund credits nothing, the coffee's does", async () => {
  const { invoiceTriggers } = await product.s.shop();
  await product.s.updateShop({ invoiceTriggers: { ...invoiceTriggers, card: "on_payment" } });
  const order = await product.place({ lines: [coffee, card], shippingAddress: GUAYAQUIL, payment: "card", taxesIncluded: true });
  const invoice = await product.finished(order.gid);
  await act(order, "refund", { lines: [{ line: 1, quantity: 1 }] });
  await until("the card's refund", async () => (await product.s.orderByGid(order.gid))!.sale.refunds.length === 1);
  expect(await product.s.documentsOfOrder(invoice.orderId!)).toHaveLength(1);
  await act(order, "refund", { lines: [{ line: 0, quantity: 1 }] });
  const credit = await until("a credit note", async () =>
    (await product.s.documentsOfOrder(invoice.orderId!)).find(({ kind }) => kind === "credit_note"),
  );
  expect(credit.totalMinor).toBe(850);
});

test("two places are two deliveries; moved to one place Shopify's picture wins, and each is fulfilled by its own", async () => {
  const order = await product.place({ lines: [coffee, { ...tea, location: 1 }], shippingAddress: GUAYAQUIL });
  await until("two deliveries", async () => (await product.s.orderByGid(order.gid)) && (await deliveriesOf(order.gid)).length === 2);
  const [first, second] = await deliveriesOf(order.gid);
  await act(order, "move", { from: 1, to: 0 });
  await until("one delivery", async () => (await deliveriesOf(order.gid)).filter(({ state }) => state !== "cancelled").length === 1);
  await act(order, "move", { from: 1, to: 1 });
  await until(
    "two again",
    async () => (await deliveriesOf(order.gid)).filter(({ courierId, state }) => courierId && state === "assigned").length === 2,
  );
  const standing = (await deliveriesOf(order.gid)).filter(({ state }) => state !== "cancelled");
  expect(standing.map(({ id }) => id)).toContain(first!.id);
  expect((await product.s.delivery(second!.id)).state).toBe("cancelled");
  for (const { id } of standing) {
    const { courierId } = await product.s.delivery(id);
    const phone = product.phones.get((await product.s.couriers()).find((one) => one.id === courierId)!.name)!;
    const stop = `${product.stack.urls.app}/courier/${product.shop.publicKey}/deliveries/${id}`;
    await phone.start(stop);
    await phone.confirm(stop, { photo: await doorPhoto(5), receivedBy: "María" });
  }
  await product.finished(order.gid);
  const shown = await until("both fulfilled", async () => {
    const one = await product.world.order(order.name);
    return one.fulfillments.filter(({ events }) => events.some(({ status }) => status === "DELIVERED")).length === 2 ? one : null;
  });
  expect(shown.fulfillments).toHaveLength(2);
  expect(metafield(shown, "delivery")).toMatchObject({ state: "delivered", method: "courier" });
});

test("cash collected at the door marks the order as paid, once; by transfer the invoice says so; both sides settle it", async () => {
  const [cash, transfer] = [await product.place(), await product.place()];
  const { courierId } = await product.assigned(cash.gid);
  const inHand = async () => (await product.s.cashInHand()).get(courierId) ?? 0;
  const before = await inHand();
  const confirm = async ({ gid }: Placed, change: Record<string, string> = {}) => {
    const { phone, stop } = await product.onPhone(gid);
    await phone.start(stop);
    const said = {
      photo: await doorPhoto(1),
      receivedBy: "María",
      reportId: randomUUID(),
      collected: { ...(await phone.doorOf(stop)).collected, ...change },
    };
    await phone.confirm(stop, said);
    await phone.confirm(stop, said);
    return phone;
  };
  const phone = await confirm(cash);
  await confirm(transfer, { how: "transfer", reference: "TR-778" });
  for (const { name } of [cash, transfer])
    await until(`${name} paid`, async () => (await product.world.order(name)).financialStatus === "PAID");
  const codes = [];
  for (const { gid } of [cash, transfer])
    codes.push(((await product.finished(gid)).input as InvoiceInput).payments.map(({ code, amountMinor }) => [code, amountMinor]));
  const totals = await Promise.all([cash, transfer].map(async ({ gid }) => (await product.s.orderByGid(gid))!.sale.totalMinor));
  expect(codes).toEqual([[["01", totals[0]]], [["20", totals[1]]]]);
  const paid = (await product.events(cash.gid)).filter(({ type }) => type === "payment");
  expect(paid.map(({ to, reason }) => [to, reason?.code])).toEqual([
    ["collected", "collected_at_door"],
    ["paid", "marked_paid"],
  ]);
  await until("the order is known to be paid", async () => (await product.s.orderByGid(cash.gid))!.sale.outstandingMinor === 0);
  expect((await inHand()) - before).toBe(totals[0]);

  const shop = await product.s.shop();
  const today = dateIn(product.ports.clock.now(), shop.timeZone);
  const { id: settlementId } = await product.commands.issueSettlement({ shopId: shop.id, courierId, until: today, actor: ACTOR });
  const { sha256, content } = (await product.s.findSettlement(settlementId))!;
  await phone.say({ intent: "countersign", settlementId, sha256 });
  expect((await product.s.findSettlement(settlementId))?.state).toBe("countersigned");
  expect(JSON.parse(content)).toMatchObject({ closing: { cashInHand: await inHand() } });
  const { chosen } = await product.queries.settlementsPage({ shop, courierId, until: null });
  const table = await (await fetch(`${chosen!.settlements[0]!.url}?locale=es`)).text();
  expect(table).toContain(cash.name);
  expect(await (await fetch(`${chosen!.settlements[0]!.url}?locale=en&print=1`)).text()).toContain(sha256);
});
