import { areaOf } from "~/domain/zone/plain-zone";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { SaleOrder } from "~/domain/order/order";
import type { Ports } from "~/ports/ports";
import type { ShopifyAdmin } from "~/ports/shopify-admin";
import { aSale, courierWorld, type CourierWorld } from "~/testing/courier-world";
import { aSaleLine, aShippingLine } from "~/testing/sales";
import { freshDatabase } from "../../../tests/support/database";
import { assignDelivery } from "~/workflows/delivery/assign-delivery";
import { reassignDelivery } from "~/workflows/delivery/reassign-delivery";
import { receiveOrder } from "./receive-order";
import { issueByHand } from "~/workflows/document/resume-document";

let world: CourierWorld;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;
let ports: Ports;
let shopId: string;
let number = 1000;
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
  world.sent.length = 0;
});

/** The order is, or becomes, so at Shopify, and we are told. */
async function told(change: Partial<SaleOrder> = {}) {
  atShopify = { ...(atShopify?.number === number ? atShopify : aSale(number)), ...change };
  await receiveOrder(ports, { shopId, orderGid: atShopify.gid });
  const order = (await home.s.orderByGid(atShopify.gid))!;
  return {
    order,
    delivery: (await home.s.deliveriesOfOrder(order.id))[0] ?? null,
    document: (await home.s.invoicesOfOrder(order.id))[0] ?? null,
  };
}
const assigned = async (change: Partial<SaleOrder> = {}) => {
  const { delivery } = await told(change);
  await assignDelivery(ports, { shopId, deliveryId: delivery!.id });
  world.sent.length = 0;
  return (await told()).delivery!;
};
const reasons = async (orderId: string) => (await home.s.eventsOfOrder(orderId)).map(({ reason }) => reason?.code ?? null);
const jobs = () => world.sent.map(({ name }) => name);
const fulfilment = (status: string): Partial<SaleOrder> => ({
  fulfillmentOrders: [{ gid: "f", status, deliveryMethod: "shipping", locationGid: null, lines: [{ lineId: "1", quantity: 2 }] }],
});
const paid = { financialStatus: "PAID", paymentType: "transfer", outstandingMinor: 0 } as const;
const removed = { lines: [], removedLines: [aSaleLine({ quantity: 0 })] };
const to = (city: string) => ({ shippingAddress: { ...aSale(1).shippingAddress!, city, zip: null } });

test.each<[what: string, change: Partial<SaleOrder>, reason: string]>([
  ["closed already", fulfilment("CLOSED"), "already_fulfilled"],
  ["one of gift cards only", { lines: [aSaleLine({ requiresShipping: false, isGiftCard: true })] }, "gift_cards_only"],
  ["handed over at the sale", { sourceName: "pos" }, "handed_over"],
  ["without anything to ship", { lines: [aSaleLine({ requiresShipping: false })] }, "nothing_to_ship"],
  ["refunded", { financialStatus: "REFUNDED" }, "order_refunded"],
])("an order that is %s when we first hear of it gets no delivery and no invoice, and says why", async (_what, change, reason) => {
  const { order, delivery, document } = await told(change);
  expect([delivery, document, jobs(), await reasons(order.id)]).toEqual([null, null, [], [reason]]);
  expect((await told()).delivery).toBeNull();
});

test("an order whose fulfilment is opened again gets its delivery then", async () => {
  expect((await told(fulfilment("CLOSED"))).delivery).toBeNull();
  expect((await told(fulfilment("OPEN"))).delivery).toMatchObject({ state: "unassigned" });
});

test("digital goods that are paid for wait for nobody: the invoice is asked for", async () => {
  await home.s.updateShop({ invoiceTriggers: { transfer: "on_delivery" } });
  const digital = { ...paid, lines: [aSaleLine({ requiresShipping: false })] };
  expect(await told(digital)).toMatchObject({ delivery: null, document: { state: "waiting_for_data" } });
  expect(jobs()).toEqual(["issue-document"]);
});

test("an order older than the installation is kept, also when it is paid later; it is invoiced by hand only", async () => {
  await home.s.updateShop({ invoiceTriggers: { transfer: "on_payment" } });
  const old = { placedAt: "2026-11-23T11:59:59Z" };
  const { order } = await told({ ...old, paymentType: "transfer" });
  expect(await told(paid)).toMatchObject({ delivery: null, document: null });
  expect([jobs(), await reasons(order.id)]).toEqual([[], ["placed_before_install", "order_paid"]]);
  await issueByHand(ports, { shopId, orderId: order.id, actor: "merchant:1" });
  expect(jobs()).toEqual(["issue-document"]);
});

test("an order of the second of the installation is ours", async () => {
  await home.s.updateShop({ installedAt: new Date("2026-11-23T12:00:00.900Z") });
  expect((await told({ placedAt: "2026-11-23T12:00:00Z" })).delivery).not.toBeNull();
});

test.each([
  ["the same day", "2026-11-23T20:00:00.000Z", "2026-11-23T12:00:00.000Z"],
  ["a month later", "2026-12-23T15:00:00.000Z", "2026-12-23T15:00:00.000Z"],
])("a shop that uninstalled the app and installs it again %s had it since %s", async (_when, now, since) => {
  await home.s.markUninstalled();
  world.setNow(now);
  const { shop } = await ports.store.installShop({ ...home.shop });
  expect(shop.installedAt.toISOString()).toBe(since);
});

test("an order from before a new installation that was ours already goes on", async () => {
  await told({ paymentType: "transfer" });
  await home.s.updateShop({ installedAt: new Date("2027-01-01T00:00:00Z"), invoiceTriggers: { transfer: "on_payment" } });
  expect((await told(paid)).document).toMatchObject({ state: "waiting_for_data" });
});

test.each([
  ["all money given back", { financialStatus: "REFUNDED" }],
  ["all lines removed", removed],
])("with %s the delivery that is not out ends, once, and the waiting invoice says so", async (_what, change) => {
  await home.s.updateShop({ invoiceTriggers: { transfer: "on_payment" } });
  await assigned(paid);
  world.sent.length = 0;
  const { order, delivery, document } = await told(change);
  expect([delivery!.state, document!.attention]).toEqual(["cancelled", { code: "order_refunded" }]);
  expect(jobs()).toContain("publish-delivery");
  await told();
  expect((await reasons(order.id)).filter((code) => code === "order_refunded")).toHaveLength(2);
});

test("of a delivery that is out somebody must tell the courier; a new courier does not make it forgotten", async () => {
  const { id: deliveryId } = await assigned();
  await home.s.updateDelivery(deliveryId, { state: "out_for_delivery" });
  const { delivery } = await told({ financialStatus: "REFUNDED" });
  expect(delivery).toMatchObject({ state: "out_for_delivery", attention: { code: "order_refunded" } });
  await reassignDelivery(ports, { shopId, deliveryId, courierId: home.otherId, actor: "merchant:1" });
  expect((await home.s.delivery(deliveryId)).attention).toEqual({ code: "order_refunded" });
});

test("a part refunded ends nothing", async () => {
  await assigned();
  const { delivery } = await told({ financialStatus: "PARTIALLY_REFUNDED", removedLines: removed.removedLines });
  expect(delivery!.state).toBe("assigned");
});

test.each([
  ["shipping_not_charged", { shippingLines: [] }, { zone: 3.5 }],
  ["price_differs", { shippingLines: [aShippingLine({ netMinor: 300, originalMinor: 300 })] }, { charged: 3, zone: 3.5 }],
])("a delivery given to another courier by hand keeps its notice %s", async (code, change, params) => {
  const { id: deliveryId } = await assigned(change);
  await reassignDelivery(ports, { shopId, deliveryId, courierId: home.otherId, actor: "merchant:1" });
  expect(await home.s.delivery(deliveryId)).toMatchObject({ courierId: home.otherId, attention: { code, params } });
});

test("a delivery of no zone that is given to a courier by hand says that it has no price", async () => {
  const { id: deliveryId } = await assigned(to("Loja"));
  await reassignDelivery(ports, { shopId, deliveryId, courierId: home.otherId, actor: "merchant:1" });
  expect(await home.s.delivery(deliveryId)).toMatchObject({
    state: "assigned",
    rateMinor: null,
    attention: { code: "no_zone_price", params: { place: "Loja" } },
  });
});

test("an address that moves to another zone, or out of all, is shown with both and moves nothing; moved back, it is forgotten", async () => {
  const [zone] = await home.s.zones();
  await home.s.saveZone({ ...zone!, id: ports.ids.uuid(), name: "Valles", area: areaOf("EC", ["Cumbayá"], []) });
  const before = await assigned({ ...to("Quito"), shippingLines: [aShippingLine({ netMinor: 350, originalMinor: 350 })] });
  expect(before.attention).toBeNull();
  const moved = (await told(to("Cumbayá"))).delivery!;
  expect(moved).toEqual({ ...before, attention: { code: "address_changed", params: { from: "Quito", to: "Valles" } } });
  const out = (await told(to("Loja"))).delivery!;
  expect(out.attention).toEqual({ code: "address_outside", params: { from: "Quito", place: "Loja" } });
  expect((await told(to("Quito"))).delivery).toEqual(before);
});

test("cash where the zone takes none is told", async () => {
  const [zone] = await home.s.zones();
  await home.s.saveZone({ ...zone!, cashAllowed: false });
  const fair = { shippingLines: [aShippingLine({ netMinor: 350, originalMinor: 350 })] };
  expect((await assigned({ ...to("Quito"), ...fair, paymentType: "cash_on_delivery" })).attention).toEqual({
    code: "cash_not_allowed",
    params: { zone: "Quito" },
  });
});

test("an address in two equal zones goes to one of them and says so", async () => {
  const [zone] = await home.s.zones();
  await home.s.saveZone({ ...zone!, id: ports.ids.uuid(), name: "Otra" });
  const fair = { shippingLines: [aShippingLine({ netMinor: 350, originalMinor: 350 })] };
  expect(await assigned({ ...to("Quito"), ...fair })).toMatchObject({
    state: "assigned",
    attention: { code: "zones_equal", params: { zone: "Quito", other: "Otra" } },
  });
});
