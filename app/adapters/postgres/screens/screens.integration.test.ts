import { beforeAll, expect, test } from "vitest";
import type { DeskView } from "~/domain/order/desk-view";
import type { Screens } from "~/ports/screens";
import { courierWorld, type CourierWorld } from "~/testing/courier-world";
import { freshDatabase } from "../../../../tests/support/database";

const NOW = new Date("2026-11-23T15:00:00Z");
const ZONE = "America/Guayaquil";
let screens: Screens;
let world: CourierWorld;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;
let other: Awaited<ReturnType<CourierWorld["aShop"]>>;

beforeAll(async () => {
  await freshDatabase();
  world = await courierWorld();
  const { forShop } = await import("~/db.server");
  screens = (await import("./screens")).postgresScreens(forShop);
  home = await world.aShop("demo.myshopify.com");
  other = await world.aShop("other.myshopify.com");
  await other.aDelivery(1, { customerName: "Ana Núñez" });
  await home.aDelivery(1, { customerName: "Ana Núñez", placedAt: "2026-11-23T10:00:00Z" });
  const out = await home.aDelivery(2, { placedAt: "2026-11-23T11:00:00Z" });
  await home.s.updateDelivery(out.deliveryId, { state: "out_for_delivery" });
  const lost = await home.aDelivery(3, { placedAt: "2026-11-23T09:00:00Z" });
  await home.s.updateDelivery(lost.deliveryId, {
    state: "unassigned",
    courierId: null,
    zoneId: null,
    attention: { code: "no_zone", params: { place: "Macará" } },
  });
  const done = await home.aDelivery(4, { placedAt: "2026-11-22T09:00:00Z" });
  // 23:50 of the day before in Guayaquil, already the 23rd in UTC.
  await home.s.updateDelivery(done.deliveryId, { state: "delivered", deliveredAt: new Date("2026-11-23T04:50:00Z") });
  const today = await home.aDelivery(5, { placedAt: "2026-11-22T08:00:00Z" });
  await home.s.updateDelivery(today.deliveryId, { state: "delivered", deliveredAt: new Date("2026-11-23T05:10:00Z") });
  const { document } = await home.s.openInvoice({ orderId: today.orderId, country: "EC", currency: "USD", totalMinor: 2550 });
  await home.s.updateDocument(document.id, {
    state: "rejected",
    number: "001-001-000000007",
    attention: { code: "rejected", params: { code: "39", text: "FIRMA" } },
  });
  const cancelled = await home.aDelivery(6, { cancelledAt: "2026-11-23T12:00:00Z", placedAt: "2026-11-23T12:00:00Z" });
  await home.s.updateDelivery(cancelled.deliveryId, { state: "cancelled", attention: { code: "no_zone", params: { place: "x" } } });
});

/** A guide that the authority refused: of no order, but of a courier's run. */
async function aRefusedGuide(): Promise<void> {
  const run = await home.s.insertRun({ courierId: home.courierId, locationId: null });
  const about = { kind: "dispatch_guide" as const, subject: run.id, orderId: null, originalId: null };
  const { document } = await home.s.openDocument({ ...about, country: "EC", currency: "USD", totalMinor: 0 });
  const attention = { code: "rejected", params: { code: "82", text: "FECHA" } };
  await home.s.updateDocument(document.id, { state: "rejected", number: "001-001-000000003", attention });
}

const names = async (view: DeskView, term = "", paging = { offset: 0, limit: 25 }) =>
  (await screens.desk(home.shop.id, { view, term, ...paging })).rows.map(({ name }) => name);

test("a guide that needs attention stands among the documents with its courier, and takes no order from the desk", async () => {
  const before = await names("all");
  await aRefusedGuide();
  expect(await names("all")).toEqual(before);
  expect(await names("attention")).toEqual(["#3", "#5"]);
  const { rows, total } = await screens.documents(home.shop.id, { view: "attention", term: "", offset: 0, limit: 10 });
  expect([total, rows[0]]).toMatchObject([
    2,
    {
      kind: "dispatch_guide",
      orderId: null,
      orderName: null,
      customerName: "Luis Vega",
      courierId: home.courierId,
      number: "001-001-000000003",
    },
  ]);
  const found = await screens.documents(home.shop.id, { view: "all", term: "000000003", offset: 0, limit: 10 });
  expect(found.rows.map(({ kind }) => kind)).toEqual(["dispatch_guide"]);
});

test("what needs attention comes first, then the newest; a cancelled one whose delivery was let go needs none", async () => {
  expect(await names("all")).toEqual(["#3", "#5", "#6", "#2", "#1", "#4"]);
});

test.each<[DeskView, string[]]>([
  ["attention", ["#3", "#5"]],
  ["to_deliver", ["#3", "#1"]],
  ["out", ["#2"]],
  ["delivered", ["#5", "#4"]],
  ["invoiced", []],
  ["cancelled", ["#6"]],
])("the filter %s holds %j", async (view, expected) => {
  expect(await names(view)).toEqual(expected);
});

test("a row says how many parcels a courier is still to bring: each has a label", async () => {
  const shop = await world.aShop("packed.myshopify.com");
  const [packed, brought, pickup] = [await shop.aDelivery(1), await shop.aDelivery(2), await shop.aDelivery(3)];
  await shop.s.updateDelivery(packed.deliveryId, { parcels: 3 });
  await shop.s.updateDelivery(brought.deliveryId, { parcels: 2, state: "delivered" });
  await shop.s.updateDelivery(pickup.deliveryId, { method: "pickup" });
  const { rows } = await screens.desk(shop.shop.id, { view: "all", term: "", offset: 0, limit: 25 });
  expect(Object.fromEntries(rows.map(({ name, labels }) => [name, labels]))).toEqual({ "#1": 3, "#2": 0, "#3": 0 });
});

test("what is to be tried again is found at once, with the day that the buyer wants", async () => {
  const shop = await world.aShop("again.myshopify.com");
  const [wanted, unsaid, out] = [await shop.aDelivery(31), await shop.aDelivery(32), await shop.aDelivery(33)];
  await shop.s.updateDelivery(wanted.deliveryId, { state: "attempt_failed", reattemptOn: "2026-11-27" });
  await shop.s.updateDelivery(unsaid.deliveryId, { state: "attempt_failed" });
  await shop.s.updateDelivery(out.deliveryId, { state: "out_for_delivery", reattemptOn: "2026-11-27" });
  const rows = async (view: DeskView) => (await screens.desk(shop.shop.id, { view, term: "", offset: 0, limit: 25 })).rows;
  expect((await rows("again")).map(({ name, reattemptOn }) => [name, reattemptOn]).sort()).toEqual([
    ["#31", "2026-11-27"],
    ["#32", null],
  ]);
  expect((await rows("out")).map(({ reattemptOn }) => reattemptOn)).toEqual([null]);
});

test("a cancelled order needs attention while something of it must be decided", async () => {
  const shop = await world.aShop("cancelled.myshopify.com");
  const cancelled = { cancelledAt: "2026-11-23T12:00:00Z" };
  const aDocument = async (number: number, deliveryState: "delivered" | "cancelled", change: object) => {
    const { orderId, deliveryId } = await shop.aDelivery(number, cancelled);
    await shop.s.updateDelivery(deliveryId, { state: deliveryState });
    const { document } = await shop.s.openInvoice({ orderId, country: "EC", currency: "USD", totalMinor: 2550 });
    await shop.s.updateDocument(document.id, change);
  };
  const waits = { attention: { code: "order_cancelled" } };
  await aDocument(21, "delivered", waits);
  await aDocument(22, "cancelled", waits);
  await aDocument(23, "cancelled", { state: "rejected", number: "001-001-000000009" });
  await aDocument(24, "delivered", { state: "authorised", number: "001-001-000000010" });
  const desk = await screens.desk(shop.shop.id, { view: "attention", term: "", offset: 0, limit: 25 });
  expect([desk.rows.map(({ name }) => name).sort(), desk.total]).toEqual([["#21", "#23"], 2]);
  expect((await screens.deskCounters(shop.shop.id, NOW, ZONE)).needAttention).toBe(2);
  expect((await screens.desk(shop.shop.id, { view: "cancelled", term: "", offset: 0, limit: 25 })).total).toBe(4);
});

test("a search forgives accents and looks at courier, zone and number too; signs of LIKE mean themselves", async () => {
  expect(await names("all", "nunez")).toEqual(["#1"]);
  expect(await names("all", "000000007")).toEqual(["#5"]);
  expect(await names("out", "luis vega quito")).toEqual(["#2"]);
  expect([await names("all", "%"), await names("all", "n_nez")]).toEqual([[], []]);
});

test("pages follow one another, and the count is of the whole", async () => {
  const page = await screens.desk(home.shop.id, { view: "all", term: "", offset: 4, limit: 2 });
  expect({ names: page.rows.map(({ name }) => name), total: page.total }).toEqual({ names: ["#1", "#4"], total: 6 });
});

test("another shop's orders are never shown nor counted, nor found by their id", async () => {
  expect((await screens.desk(other.shop.id, { view: "all", term: "nunez", offset: 0, limit: 25 })).total).toBe(1);
  const [row] = (await screens.desk(home.shop.id, { view: "all", term: "nunez", offset: 0, limit: 25 })).rows;
  expect([await screens.hasOrder(home.shop.id, row!.orderId), await screens.hasOrder(other.shop.id, row!.orderId)]).toEqual([true, false]);
});

test("today is the shop's own day", async () => {
  expect(await screens.deskCounters(home.shop.id, NOW, ZONE)).toEqual({
    toDeliver: 2,
    out: 1,
    deliveredToday: 1,
    invoicedToday: 0,
    needAttention: 2,
  });
  expect(await screens.deskCounters(home.shop.id, NOW, "UTC")).toMatchObject({ deliveredToday: 2 });
});

test("the document list knows the authority's answer and finds by number", async () => {
  const { rows, total } = await screens.documents(home.shop.id, { view: "attention", term: "007", offset: 0, limit: 50 });
  expect({ total, row: rows[0] }).toMatchObject({
    total: 1,
    row: { orderName: "#5", state: "rejected", attention: { code: "rejected" }, totalMinor: 2550 },
  });
});

test("a courier's load counts open stops, today's share, zones and the link that works", async () => {
  await home.tokenFor(home.courierId);
  await home.tokenFor(home.courierId);
  const loads = await screens.courierLoads(home.shop.id, NOW, ZONE);
  const links = await home.s.links("courier", home.courierId);
  const luis = loads.find(({ courierId }) => courierId === home.courierId)!;
  expect(luis).toMatchObject({
    openStops: 2,
    assignedToday: 4,
    zones: ["Quito"],
    link: { id: links.find(({ revokedAt }) => !revokedAt)!.id },
  });
  expect(loads.find(({ courierId }) => courierId === home.otherId)).toMatchObject({ openStops: 0, zones: [], link: null });
});

test("gateways are those that this shop's orders and their transactions name, each with the payment type of its last order", async () => {
  const transaction = {
    gid: "t",
    kind: "SALE",
    status: "SUCCESS",
    amountMinor: 1,
    parentGid: null,
    processedAt: null,
    authorizationExpiresAt: null,
  };
  await other.aDelivery(71, { placedAt: "2026-11-20T10:00:00Z", gateways: ["PayPhone"], paymentType: "other" });
  await other.aDelivery(72, {
    placedAt: "2026-11-21T10:00:00Z",
    gateways: ["PayPhone"],
    paymentType: "card",
    transactions: [
      { ...transaction, gateway: "gift_card" },
      { ...transaction, gateway: null },
    ],
  });
  expect(await screens.gatewaysSeen(other.shop.id)).toEqual([
    { gateway: "Cash on Delivery (COD)", paymentType: "cash_on_delivery" },
    { gateway: "PayPhone", paymentType: "card" },
    { gateway: "gift_card", paymentType: "card" },
  ]);
});
