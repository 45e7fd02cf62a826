import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Fulfillment, FulfillmentOrder } from "~/domain/order/fulfillment";
import type { SaleOrder } from "~/domain/order/order";
import type { Ports } from "~/ports/ports";
import type { ShopifyAdmin } from "~/ports/shopify-admin";
import { aSale, courierWorld, type CourierWorld } from "~/testing/courier-world";
import { aSaleLine } from "~/testing/sales";
import { freshDatabase } from "../../../tests/support/database";
import { assignDelivery } from "~/workflows/delivery/assign-delivery";
import { handOver } from "~/workflows/delivery/hand-over";
import { markDelivered } from "~/workflows/delivery/mark-delivered";
import { reassignDelivery } from "~/workflows/delivery/reassign-delivery";
import { startDelivery } from "~/workflows/delivery/start-delivery";
import { plainZone } from "~/domain/zone/plain-zone";
import { receiveOrder } from "./receive-order";

let world: CourierWorld;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;
let ports: Ports;
let shopId: string;
let number = 2000;
let atShopify: SaleOrder;

beforeAll(async () => {
  await freshDatabase();
  world = await courierWorld();
  ports = { ...world.ports, admin: () => ({ order: async () => atShopify }) as unknown as ShopifyAdmin };
});
beforeEach(async () => {
  number += 1;
  world.setNow("2026-11-23T12:00:00.000Z");
  home = await world.aShop(`shop${number}.myshopify.com`);
  shopId = home.shop.id;
  world.setNow("2026-11-23T15:00:00.000Z");
});

const coffee = aSaleLine({ id: "coffee", title: "Café", quantity: 2 });
const tea = aSaleLine({ id: "tea", title: "Té" });
const order = (gid: string, change: Partial<FulfillmentOrder> = {}): FulfillmentOrder => ({
  gid,
  status: "OPEN",
  deliveryMethod: "shipping",
  locationGid: "quito",
  lines: [{ lineId: "coffee", quantity: 2 }],
  ...change,
});
const toFetch = (change: Partial<FulfillmentOrder> = {}) =>
  order("p", { deliveryMethod: "pickup_in_store", lines: [{ lineId: "tea", quantity: 1 }], ...change });
const sent = (change: Partial<Fulfillment> = {}): Fulfillment => ({
  gid: "s1",
  status: "SUCCESS",
  createdAt: "2026-11-23T14:30:00Z",
  fulfillmentOrderGids: ["f1"],
  trackingNumbers: ["9"],
  trackingCompany: "Servientrega",
  lines: [{ lineId: "coffee", quantity: 2 }],
  events: [],
  ...change,
});
const delivered = (at: string) => [{ status: "DELIVERED", happenedAt: at }];

/** The order is, or becomes, so at Shopify, and we are told. */
async function told(change: Partial<SaleOrder> = {}) {
  atShopify = { ...(atShopify?.number === number ? atShopify : { ...aSale(number), lines: [coffee, tea] }), ...change };
  world.sent.length = 0;
  await receiveOrder(ports, { shopId, orderGid: atShopify.gid });
  const { id: orderId } = (await home.s.orderByGid(atShopify.gid))!;
  return { orderId, deliveries: await home.s.deliveriesOfOrder(orderId), invoice: (await home.s.invoicesOfOrder(orderId))[0] ?? null };
}
async function assigned(change: Partial<SaleOrder> = {}) {
  const { deliveries } = await told({ fulfillmentOrders: [order("f1")], ...change });
  for (const { id } of deliveries) await assignDelivery(ports, { shopId, deliveryId: id });
  return (await told()).deliveries[0]!;
}
const lastReason = async (orderId: string) => (await home.s.eventsOfOrder(orderId)).at(-1)?.reason?.code;
/** What is asked for next; the shop's locations, which nobody has read here, are another matter. */
const jobs = () => world.sent.map(({ name }) => name).filter((name) => name !== "read-locations");
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );

test("each way out is a delivery of its own with its own goods; read again, nothing is doubled", async () => {
  const fulfillmentOrders = [order("f1"), order("f2", { locationGid: "cuenca", lines: [{ lineId: "tea", quantity: 1 }] })];
  const first = await told({ fulfillmentOrders });
  expect(first.deliveries).toMatchObject([
    { method: "courier", locationGid: "quito", fulfillmentOrderGids: ["f1"], lines: [{ lineId: "coffee", quantity: 2 }] },
    { method: "courier", locationGid: "cuenca", fulfillmentOrderGids: ["f2"], lines: [{ lineId: "tea", quantity: 1 }] },
  ]);
  expect(jobs()).toEqual(["assign-delivery", "assign-delivery"]);
  expect((await told()).deliveries).toEqual(first.deliveries);
});

test("the delivery that was assumed before Shopify opened anything learns where it belongs", async () => {
  const [assumed] = (await told({ fulfillmentOrders: [] })).deliveries;
  expect(assumed).toMatchObject({ fulfillmentOrderGids: [], lines: [{ lineId: "coffee" }, { lineId: "tea" }] });
  const { deliveries } = await told({ fulfillmentOrders: [order("f1")] });
  expect(deliveries).toMatchObject([{ id: assumed!.id, fulfillmentOrderGids: ["f1"], locationGid: "quito" }]);
});

test("what is fetched gets neither zone nor courier, and nobody can give it to one", async () => {
  const { deliveries } = await told({ fulfillmentOrders: [toFetch()] });
  expect(deliveries).toMatchObject([{ method: "pickup", state: "unassigned", zoneId: null, courierId: null }]);
  expect(jobs()).toEqual(["publish-delivery"]);
  const deliveryId = deliveries[0]!.id;
  await assignDelivery(ports, { shopId, deliveryId });
  expect(await codeOf(reassignDelivery(ports, { shopId, deliveryId, courierId: home.courierId, actor: "merchant:1" }))).toBe(
    "no_couriers_delivery",
  );
  expect((await told()).deliveries).toEqual(deliveries);
  expect(await home.s.unassignedDeliveries()).toEqual([]);
});

test("handed over at the counter it is delivered, once, and the invoice is asked for; a card that is reserved is captured first", async () => {
  const reserved = { paymentType: "card_authorized", financialStatus: "AUTHORIZED" } as const;
  const { deliveries } = await told({ fulfillmentOrders: [toFetch()], ...reserved });
  const hand = { shopId, deliveryId: deliveries[0]!.id, handOverId: ports.ids.uuid(), receivedBy: "Ana", photo: null, actor: "merchant:1" };
  world.sent.length = 0;
  await handOver(ports, hand);
  await handOver(ports, hand);
  const after = await home.s.delivery(hand.deliveryId);
  expect(after).toMatchObject({ state: "delivered", deliveredAt: new Date("2026-11-23T15:00:00Z") });
  expect(await home.s.attemptsOf(hand.deliveryId)).toMatchObject([{ courierId: null, receivedBy: "Ana" }]);
  expect(await home.s.shotsOfDelivery(hand.deliveryId)).toEqual([]);
  expect(jobs()).toEqual(["publish-delivery", "capture-payment"]);
  expect((await told()).invoice).toMatchObject({ state: "waiting_for_data" });
  expect(await codeOf(handOver(ports, { ...hand, handOverId: ports.ids.uuid() }))).toBe("delivery_is_final");
});

test("marked as picked up at Shopify it is delivered at that moment", async () => {
  const { deliveries, orderId } = await told({ fulfillmentOrders: [toFetch()] });
  const fulfillments = [
    sent({ fulfillmentOrderGids: ["p"], trackingCompany: null, trackingNumbers: [], lines: [{ lineId: "tea", quantity: 1 }] }),
  ];
  const after = await told({ fulfillmentOrders: [toFetch({ status: "CLOSED" })], fulfillments });
  expect(after.deliveries).toMatchObject([{ id: deliveries[0]!.id, state: "delivered", deliveredAt: new Date("2026-11-23T14:30:00Z") }]);
  expect([after.invoice?.state, await lastReason(orderId)]).toEqual(["waiting_for_data", "on_delivery"]);
  expect((await told()).deliveries).toEqual(after.deliveries);
});

test("sent by somebody else the courier is free, the dispatch and then the delivery are the carrier's", async () => {
  await home.s.updateShop({ invoiceTriggers: { cash_on_delivery: "on_dispatch" } });
  const before = await assigned();
  const closed = [order("f1", { status: "CLOSED" })];
  const out = await told({ fulfillmentOrders: closed, fulfillments: [sent()] });
  expect(out.deliveries).toMatchObject([
    {
      id: before.id,
      method: "carrier",
      state: "out_for_delivery",
      courierId: null,
      startedAt: new Date("2026-11-23T14:30:00Z"),
      fulfillmentGid: "s1",
    },
  ]);
  expect(out.invoice).not.toBeNull();
  expect((await home.s.eventsOfOrder(out.orderId)).map(({ reason }) => reason?.code)).toContain("sent_by_carrier");
  const brought = await told({ fulfillments: [sent({ events: delivered("2026-11-24T16:00:00Z") })] });
  expect(brought.deliveries).toMatchObject([{ state: "delivered", deliveredAt: new Date("2026-11-24T16:00:00Z") }]);
  expect((await told()).deliveries).toEqual(brought.deliveries);
});

test("an order that was sent before we heard of it is a carrier's from the start", async () => {
  const { deliveries } = await told({ fulfillmentOrders: [order("f1", { status: "CLOSED" })], fulfillments: [sent()] });
  expect(deliveries).toMatchObject([{ method: "carrier", state: "out_for_delivery", courierId: null, fulfillmentGid: "s1" }]);
  expect(jobs()).not.toContain("assign-delivery");
});

test("a carrier of whom no word comes is marked as having delivered, on a day that can be", async () => {
  const { deliveries } = await told({ fulfillmentOrders: [order("f1", { status: "CLOSED" })], fulfillments: [sent()] });
  world.setNow("2026-11-26T15:00:00.000Z");
  const mark = (date: string) => codeOf(markDelivered(ports, { shopId, deliveryId: deliveries[0]!.id, date, actor: "merchant:1" }));
  expect([await mark("2026-11-27"), await mark("2026-11-22")]).toEqual(["delivered_at_invalid", "delivered_at_invalid"]);
  expect(await mark("2026-11-24")).toBe("done");
  expect(await home.s.delivery(deliveries[0]!.id)).toMatchObject({ state: "delivered", deliveredAt: new Date("2026-11-24T17:00:00Z") });
  expect(await mark("2026-11-24")).toBe("not_with_carrier");
});

test("a carrier's shipment that is taken back ends, and the goods wait for a courier again", async () => {
  await told({ fulfillmentOrders: [order("f1", { status: "CLOSED" })], fulfillments: [sent()] });
  const { deliveries } = await told({ fulfillmentOrders: [order("f1")], fulfillments: [sent({ status: "CANCELLED" })] });
  expect(deliveries).toMatchObject([
    { method: "carrier", state: "cancelled" },
    { method: "courier", state: "unassigned", fulfillmentOrderGids: ["f1"] },
  ]);
});

test("our courier is out and somebody fulfils it at Shopify: nothing moves, a person looks", async () => {
  const { id: deliveryId } = await assigned();
  await startDelivery(ports, { shopId, courierId: home.courierId, deliveryId });
  const { deliveries } = await told({ fulfillmentOrders: [order("f1", { status: "CLOSED" })], fulfillments: [sent()] });
  expect(deliveries).toMatchObject([
    { id: deliveryId, method: "courier", state: "out_for_delivery", courierId: home.courierId, attention: { code: "fulfilled_by_hand" } },
  ]);
  await told();
  const events = await home.s.eventsOfOrder(deliveries[0]!.orderId);
  expect(events.filter(({ reason }) => reason?.code === "fulfilled_by_hand")).toHaveLength(1);
});

test("moved to another place, split and merged, the deliveries follow; a way that is gone ends its delivery", async () => {
  const before = await assigned();
  const moved = await told({ fulfillmentOrders: [order("f1", { locationGid: "cuenca" })] });
  expect(moved.deliveries).toMatchObject([{ id: before.id, state: "assigned", locationGid: "cuenca" }]);
  const split = [
    order("f1", { locationGid: "cuenca", lines: [{ lineId: "coffee", quantity: 1 }] }),
    order("f3", { lines: [{ lineId: "coffee", quantity: 1 }] }),
  ];
  const two = await told({ fulfillmentOrders: split });
  expect(two.deliveries).toMatchObject([
    { id: before.id, fulfillmentOrderGids: ["f1"] },
    { state: "unassigned", fulfillmentOrderGids: ["f3"] },
  ]);
  const merged = await told({ fulfillmentOrders: [order("f3", { locationGid: "manta" })] });
  expect(merged.deliveries.map(({ state }) => state).sort()).toEqual(["cancelled", "unassigned"]);
});

test("an order from two places in two zones has one shipping price, with the first; once that is gone, with the second", async () => {
  const [zone] = await home.s.zones();
  const commission = { ...zone!.commission, kind: "percent_of_shipping" as const, basisPoints: 5_000 };
  await home.s.saveZone({ ...zone!, commission, locationGids: ["quito"] });
  const terms = { ...zone!, ...plainZone({ places: ["Quito"], rateMinor: 500, commissionMinor: 0 }), commission, locationGids: ["cuenca"] };
  await home.s.saveZone({ ...terms, id: ports.ids.uuid(), name: "Desde Cuenca" });
  const fromCuenca = order("f2", { locationGid: "cuenca", lines: [{ lineId: "tea", quantity: 1 }] });
  const { deliveries } = await told({ fulfillmentOrders: [order("f1"), fromCuenca] });
  world.sent.length = 0;
  for (const { id } of deliveries.toReversed()) await assignDelivery(ports, { shopId, deliveryId: id });
  const charged = () => world.sent.filter(({ name }) => name === "charge-shipping").map(({ data }) => data);
  expect(charged()).toEqual([{ shopId, deliveryId: deliveries[0]!.id }]);
  const both = (await told()).deliveries;
  expect(both).toMatchObject([
    { rateMinor: 350, commissionMinor: 175, attention: { code: "shipping_not_charged", params: { zone: 3.5 } } },
    { rateMinor: 500, commissionMinor: 0, attention: null, commissionBasis: { orderMinor: 1_000, partOf: { totalMinor: 2_550 } } },
  ]);
  const { deliveries: after } = await told({ fulfillmentOrders: [fromCuenca] });
  expect(after).toMatchObject([
    { state: "cancelled", commissionMinor: 0 },
    { commissionMinor: 250, attention: { code: "shipping_not_charged", params: { zone: 5 } }, commissionBasis: { orderMinor: 2_550 } },
  ]);
  expect(charged()).toEqual([{ shopId, deliveryId: after[1]!.id }]);
});

test("fetched instead of brought it leaves its courier, and the other way round it waits for one", async () => {
  const before = await assigned();
  const fetched = await told({ fulfillmentOrders: [order("f1", { deliveryMethod: "pickup_in_store" })] });
  expect(fetched.deliveries).toMatchObject([{ id: before.id, method: "pickup", state: "unassigned", courierId: null, zoneId: null }]);
  const brought = await told({ fulfillmentOrders: [order("f1")] });
  expect(brought.deliveries).toMatchObject([{ id: before.id, method: "courier", state: "unassigned" }]);
  expect(jobs()).toContain("assign-delivery");
});

test("an order that is cancelled, or given back whole, ends all its deliveries that are not over", async () => {
  const ways = { fulfillmentOrders: [order("f1"), toFetch()] };
  await told(ways);
  const { deliveries } = await told({ cancelledAt: "2026-11-23T15:00:00Z" });
  expect(deliveries.map(({ state }) => state)).toEqual(["cancelled", "cancelled"]);
});

test.each([
  ["on_redemption", null],
  ["on_sale", "waiting_for_data"],
] as const)("paid gift cards under the rule %s: invoice %s", async (giftCards, state) => {
  await home.s.updateShop({ giftCards, invoiceTriggers: { card: "on_payment" } });
  const lines = [aSaleLine({ requiresShipping: false, isGiftCard: true })];
  const { invoice, deliveries } = await told({ lines, financialStatus: "PAID", paymentType: "card", outstandingMinor: 0 });
  expect([invoice?.state ?? null, deliveries]).toEqual([state, []]);
});

/** A return of what was brought at home, as Shopify has it. */
const ofGoods = (lines: { lineId: string; quantity: number }[]) => ({
  returns: [
    { gid: `r${number}`, status: "OPEN" as const, createdAt: "2026-11-23T16:00:00Z", lines, exchangeLineIds: [], trackingNumbers: [] },
  ],
});

test("a return whose goods change pays for those, and one whose buyer is elsewhere now gets its zone by the new address", async () => {
  const [zone] = await home.s.zones();
  const commission = { ...zone!.commission, kind: "percent_of_order" as const, basisPoints: 1_000 };
  await home.s.saveZone({ ...zone!, commission });
  const cuenca = {
    ...zone!,
    id: ports.ids.uuid(),
    name: "Cuenca",
    ...plainZone({ places: ["Cuenca"], rateMinor: 500, commissionMinor: 300 }),
  };
  await home.s.saveZone(cuenca);
  const priced = [{ ...coffee, netMinor: 2_000, orderedNetMinor: 2_000, orderedQuantity: 2 }, tea];
  const { id } = await assigned({ lines: priced });
  await home.s.updateDelivery(id, { state: "delivered", deliveredAt: ports.clock.now() });
  const { orderId } = await told(ofGoods([{ lineId: "coffee", quantity: 2 }]));
  const fetching = async () => (await home.s.reverseDeliveriesOfOrder(orderId))[0]!;
  const elsewhere = (city: string) => ({ shippingAddress: { ...atShopify.shippingAddress!, city } });
  await told(elsewhere("Loja"));
  expect(jobs(), "looked for anew while nobody has it").toContain("assign-delivery");
  await told(elsewhere("Quito"));
  await assignDelivery(ports, { shopId, deliveryId: (await fetching()).id });
  expect(await fetching()).toMatchObject({ state: "assigned", zoneId: zone!.id, commissionMinor: 200 });
  await told(ofGoods([{ lineId: "coffee", quantity: 1 }]));
  expect(await fetching()).toMatchObject({ commissionMinor: 100, commissionBasis: { orderMinor: 1_000, ofReturn: true } });
  await told(elsewhere("Cuenca"));
  expect((await fetching()).attention).toEqual({ code: "address_changed", params: { from: "Quito", to: "Cuenca" } });
  await told(elsewhere("Quito"));
  expect((await fetching()).attention).toBeNull();
});

test("what Shopify held while our courier brought it is fulfilled there once it is released", async () => {
  const { id } = await assigned({ fulfillmentOrders: [order("f1", { status: "ON_HOLD" })] });
  await startDelivery(ports, { shopId, courierId: home.courierId, deliveryId: id });
  await told({ tags: ["vip"] });
  expect(jobs()).not.toContain("publish-delivery");
  await told({ fulfillmentOrders: [order("f1")] });
  expect(jobs()).toContain("publish-delivery");
});
