import { beforeAll, beforeEach, expect, test } from "vitest";
import type { SaleOrder } from "~/domain/order/order";
import type { JobName } from "~/ports/jobs";
import type { Ports } from "~/ports/ports";
import type { ShopifyAdmin } from "~/ports/shopify-admin";
import type { DocumentRecord } from "~/ports/document-records";
import { courierWorld, type CourierWorld } from "~/testing/courier-world";
import { entryOf } from "~/domain/settlement/entry";
import { aStart } from "~/testing/phone-events";
import { freshDatabase } from "../../../tests/support/database";
import { sweepOrders } from "./sweep-orders";

let world: CourierWorld;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;
let ports: Ports;
let count = 0;

beforeAll(async () => {
  await freshDatabase();
  world = await courierWorld();
  ports = { ...world.ports, admin: () => ({ ordersUpdatedSince: async () => ({ orders: [], next: null }) }) as unknown as ShopifyAdmin };
});
beforeEach(async () => {
  home = await world.aShop(`shop${(count += 1)}.myshopify.com`);
  world.sent.length = 0;
});

async function aDocument(patch: Partial<DocumentRecord>, sale: Partial<SaleOrder> = {}) {
  const { orderId, deliveryId } = await home.aDelivery(count, sale);
  const { document } = await home.s.openInvoice({ orderId, country: "EC", currency: "USD", totalMinor: 2550 });
  const number = { number: "001-001-000000123" };
  await home.s.updateDocument(document.id, { ...(patch.state === "waiting_for_data" ? {} : number), ...patch });
  return { documentId: document.id, orderId, deliveryId };
}
/** What a sweep adds for this test's shop. */
async function swept() {
  const before = world.sent.length;
  await sweepOrders(ports);
  return world.sent.slice(before).filter(({ data }) => (data as { shopId: string }).shopId === home.shop.id);
}
const at = new Date("2026-11-23T14:00:00Z");
const isDone = { authorisedAt: at, writtenBackAt: at };
const refused = { code: "mail_refused", params: { reason: "550" } };
const card: Partial<SaleOrder> = { paymentType: "card_authorized", financialStatus: "AUTHORIZED" };

test.each<[what: string, patch: Partial<DocumentRecord>, job: JobName]>([
  ["waits although nothing is asked of anybody", { state: "waiting_for_data" }, "issue-document"],
  ["is on its way", { state: "sent", sentAt: at, attention: { code: "authority_in_process" } }, "issue-document"],
  ["was never mailed", { state: "authorised", ...isDone }, "mail-document"],
  ["could not be mailed for days", { state: "authorised", ...isDone, attention: { code: "mail_delayed" } }, "mail-document"],
  ["was asked for again by mail", { state: "delivered_to_buyer", ...isDone, mailsAsked: [{ id: "1", to: null }] }, "mail-document"],
  ["its order does not know of", { state: "delivered_to_buyer", authorisedAt: at }, "write-back-document"],
])("a document that %s and has no job gets one, once", async (_what, patch, name) => {
  const { documentId } = await aDocument(patch);
  expect(await swept()).toEqual([{ name, data: { shopId: home.shop.id, documentId } }]);
  expect(await swept()).toEqual([]);
});

test.each<[what: string, patch: Partial<DocumentRecord>]>([
  ["waits for a person", { state: "waiting_for_data", attention: { code: "fiscal_data_missing" } }],
  ["was refused by the buyer's mail server", { state: "authorised", ...isDone, attention: refused }],
  ["was rejected", { state: "rejected" }],
  ["is done", { state: "delivered_to_buyer", ...isDone }],
])("a document that %s is left alone", async (_what, patch) => {
  await aDocument(patch);
  expect(await swept()).toEqual([]);
});

test("a card whose capture lost its job is captured, before its invoice where one waits", async () => {
  const { orderId, deliveryId } = await aDocument({ state: "waiting_for_data" }, card);
  await home.s.updateDelivery(deliveryId, { state: "delivered", provenAt: new Date() });
  expect(await swept()).toEqual([{ name: "capture-payment", data: { shopId: home.shop.id, orderId } }]);
  expect(await swept()).toEqual([]);
});

test.each([
  ["is captured although no invoice waits for it", { state: "delivered", provenAt: new Date() }, 1],
  ["waits for the delivery", { state: "out_for_delivery" }, 0],
  ["waits for the photo", { state: "delivered" }, 0],
  ["that failed waits for a person", { state: "delivered", provenAt: new Date(), attention: { code: "capture_failed" } }, 0],
] as const)("a reserved card %s", async (_what, patch, captures) => {
  const { deliveryId } = await home.aDelivery(count, card);
  await home.s.updateDelivery(deliveryId, patch);
  expect((await swept()).map(({ name }) => name)).toEqual(Array.from({ length: captures }, () => "capture-payment"));
});

test("a delivery that is held for as long as it may be goes on", async () => {
  const { deliveryId } = await home.aDelivery(count);
  const now = world.ports.clock.now().getTime();
  await home.s.updateDelivery(deliveryId, { state: "delivered", heldFor: "photo", heldUntil: new Date(now + 1_000) });
  expect(await swept()).toEqual([]);
  await home.s.updateDelivery(deliveryId, { heldUntil: new Date(now) });
  expect(await swept()).toEqual([{ name: "prove-delivery", data: { shopId: home.shop.id, deliveryId } }]);
});

test.each<[what: string, minor: number, sale: Partial<SaleOrder>, attention: string | null, marks: number]>([
  ["lost its job is marked as paid", 2550, {}, null, 1],
  ["is not enough is left alone", 2549, {}, null, 0],
  ["a person was told of is left alone", 2550, {}, "mark_paid_failed", 0],
  ["is known as paid is left alone", 2550, { financialStatus: "PAID", outstandingMinor: 0 }, null, 0],
])("an order whose cash %s", async (_what, minor, sale, attention, marks) => {
  const { s, courierId } = home;
  const { orderId, deliveryId } = await home.aDelivery(count, sale);
  await s.updateDelivery(deliveryId, { state: "delivered", provenAt: at, attention: attention === null ? null : { code: attention } });
  const entry = entryOf({ key: "collected:1", kind: "collected", minor, currency: "USD", deliveryId, how: "cash" });
  await s.insertEntries([{ ...entry, courierId, actor: "courier:Luis" }]);
  expect(await swept()).toEqual(
    Array.from({ length: marks }, () => ({ name: "mark-order-paid", data: { shopId: home.shop.id, orderId } })),
  );
  expect(await swept()).toEqual([]);
});

test("a delivery whose news Shopify refused is told again", async () => {
  const { deliveryId } = await home.aDelivery(count);
  await home.s.updateDelivery(deliveryId, { attention: { code: "shopify_refused", params: { reason: "no" } } });
  expect(await swept()).toEqual([{ name: "publish-delivery", data: { shopId: home.shop.id, deliveryId } }]);
});

test("a shift that nobody ended ends after sixteen hours, and its place is forgotten; after thirty days all of it goes", async () => {
  const { s, courierId } = home;
  const hoursAgo = (hours: number) => new Date(world.ports.clock.now().getTime() - hours * 3_600_000);
  const begun = (id: string, startedAt: Date, endedAt: Date | null = null) =>
    s.saveShift(courierId, {
      id,
      startedAt,
      endedAt,
      pausedAt: null,
      sharesPosition: true,
      changedAt: startedAt,
      phoneId: null,
      counter: 0,
    });
  const [forgotten, old, recent] = [world.ports.ids.uuid(), world.ports.ids.uuid(), world.ports.ids.uuid()];
  await begun(old, hoursAgo(30 * 24 + 1), hoursAgo(30 * 24));
  await begun(recent, hoursAgo(30 * 24 - 1), hoursAgo(29 * 24));
  await begun(forgotten, hoursAgo(15.9));
  await s.notePosition(courierId, forgotten, { position: { latitude: 0, longitude: 0, accuracyMetres: null }, at: hoursAgo(15) });
  await swept();
  expect([(await s.shift(courierId, old)) === null, (await s.shift(courierId, recent)) === null]).toEqual([true, false]);
  expect(await s.lastPosition(courierId)).not.toBeNull();
  await s.saveShift(courierId, { ...(await s.shift(courierId, forgotten))!, startedAt: hoursAgo(16.1) });
  await swept();
  expect([await s.shiftOn(courierId), await s.lastPosition(courierId)]).toEqual([null, null]);
});

test("what a phone told and nobody worked out gets a job again, once; what has just come has one", async () => {
  const { deliveryId } = await home.aDelivery(count);
  const tell = (receivedAt: Date) => {
    const event = aStart({ id: ports.ids.uuid(), deliveryId });
    return home.s.insertPhoneEvents({ courierId: home.courierId, phoneId: null, deviceId: null, receivedAt, events: [event] });
  };
  const now = ports.clock.now();
  await tell(now);
  expect(await swept()).toEqual([]);
  await tell(new Date(now.getTime() - 120_000));
  expect(await swept()).toEqual([{ name: "apply-events", data: { shopId: home.shop.id, courierId: home.courierId } }]);
  expect(await swept()).toEqual([]);
});
