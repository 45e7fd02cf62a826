import { beforeAll, beforeEach, expect, test } from "vitest";
import { letters } from "~/adapters/mail/letters";
import { PermanentFailure } from "~/ports/failures";
import type { Mail } from "~/ports/mail";
import { file } from "~/queries/file";
import { aSale, courierWorld, type CourierWorld } from "~/testing/courier-world";
import { aShotRecord } from "~/testing/shots";
import { aShadowResult } from "~/testing/shadow";
import { freshDatabase } from "../../../tests/support/database";
import { closeDataRequest } from "./answer-data-request";
import { failDelivery } from "~/workflows/delivery/fail-delivery";
import { handleCompliance } from "./handle-compliance";
import { installShop } from "./install-shop";

let world: CourierWorld;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;
let other: Awaited<ReturnType<CourierWorld["aShop"]>>;
let number = 1000;
const mails: Mail[] = [];
const mail = { send: async (letter: Mail) => void mails.push(letter) };

beforeAll(async () => {
  await freshDatabase();
  world = await courierWorld();
  home = await world.aShop("demo.myshopify.com");
  other = await world.aShop("other.myshopify.com");
});
beforeEach(() => {
  mails.length = 0;
  world.setNow("2026-11-23T15:00:00Z");
});

type Told = { topic: string; payload?: object; triggeredAt?: string; to?: typeof home };
async function told({ topic, payload = {}, triggeredAt, to = home }: Told, ports: object = {}) {
  const webhookId = world.ports.ids.uuid();
  const arrival = { topic, webhookId, eventId: null, subjectGid: null, payload, triggeredAt: triggeredAt ? new Date(triggeredAt) : null };
  await to.s.insertWebhook(arrival);
  const run = (given: object = {}) =>
    handleCompliance({ ...world.ports, mail, letters, ...ports, ...given }, { shopId: to.shop.id, topic, webhookId });
  return {
    run,
    webhook: () => to.s.webhook(topic, webhookId) as Promise<{ outcome: string | null; processedAt: Date | null; payload: unknown } | null>,
  };
}

/** An order with a failed attempt, a note and a photo. */
async function aVisit(shop = home) {
  const { orderId, deliveryId } = await shop.aDelivery(++number);
  await shop.s.updateDelivery(deliveryId, { state: "out_for_delivery" });
  const attemptId = world.ports.ids.uuid();
  await failDelivery(world.ports, {
    shopId: shop.shop.id,
    courierId: shop.courierId,
    deliveryId,
    attemptId,
    reason: "refused",
    happenedAt: null,
    note: "Ana no estaba",
    position: { latitude: -0.18, longitude: -78.48, accuracyMetres: 5 },
  });
  const photoId = world.ports.ids.uuid();
  const photoKey = `${shop.shop.id}/photos/${photoId}.jpg`;
  await world.ports.files.put(photoKey, new Uint8Array([1]));
  await shop.s.insertAttempt({ ...(await shop.s.attempt(attemptId))!, id: photoId, outcome: "delivered", receivedBy: "Ana" });
  await shop.s.insertShots([aShotRecord({ id: photoId, deliveryId, attemptId: photoId, key: photoKey })]);
  return { orderId, deliveryId, attemptId, photoId, photoKey, gid: `gid://shopify/Order/${number}`, number };
}

test("who asks to be forgotten leaves the order for good: neither the next reading nor saved fiscal data bring them back", async () => {
  const { orderId, number: n, gid, attemptId, photoId, photoKey } = await aVisit();
  const { id: runId } = await home.s.openShadowRun("2026-10");
  for (const orderGid of [gid, "gid://shopify/Order/9"]) await home.s.insertShadowResult(runId, aShadowResult({ orderGid }));
  const { run, webhook } = await told({ topic: "CUSTOMERS_REDACT", payload: { orders_to_redact: [n] } });
  await run();
  expect(await home.s.judgedOrders(runId, [gid, "gid://shopify/Order/9"])).toEqual(new Set(["gid://shopify/Order/9"]));
  expect(await webhook()).toMatchObject({ outcome: "1 orders redacted, fiscal documents kept", payload: null });
  const nothing = { note: null, receivedBy: null, latitude: null, longitude: null, accuracyMetres: null };
  expect([await home.s.attempt(attemptId), await home.s.attempt(photoId)]).toMatchObject([nothing, nothing]);
  expect([await world.ports.files.get(photoKey), (await home.s.shot(photoId))!.key]).toEqual([null, null]);
  await home.s.updateOrder(orderId, { sale: aSale(n, { updatedAt: "2026-11-24T10:00:00Z", totalMinor: 2000 }), readAt: new Date() });
  await home.s.updateOrder(orderId, {
    fiscalData: {
      schemaVersion: 1,
      country: "EC",
      idType: "cedula",
      idNumber: "1710034065",
      legalName: "Ana Pérez",
      email: "ana@example.com",
    } as never,
  });
  const order = (await home.s.orderByGid(gid))!;
  expect(order).toMatchObject({
    fiscalData: null,
    sale: { totalMinor: 2000, customerName: "", email: null, shippingAddress: null, note: null },
  });
  expect(JSON.stringify([order, await home.s.eventsOfOrder(orderId)])).not.toMatch(/Ana|1710034065|Amazonas/);
  const { rows } = await searched("perez");
  expect(rows.map(({ orderId: found }) => found)).not.toContain(orderId);
});
async function searched(term: string) {
  const { forShop } = await import("~/db.server");
  const { postgresScreens } = await import("~/adapters/postgres/screens/screens");
  return postgresScreens(forShop).desk(home.shop.id, { view: "all", term, offset: 0, limit: 50 });
}

test("when the photos can't be deleted, the request isn't done; the next try deletes them", async () => {
  const { number: n, photoId, photoKey } = await aVisit();
  const { run, webhook } = await told({ topic: "CUSTOMERS_REDACT", payload: { orders_to_redact: [n] } });
  const broken = { ...world.ports.files, delete: () => Promise.reject(new Error("the bucket is down")) };
  await expect(run({ files: broken })).rejects.toThrow("the bucket is down");
  expect([(await webhook())!.processedAt, (await home.s.shot(photoId))!.key]).toEqual([null, photoKey]);
  await run();
  expect([await world.ports.files.get(photoKey), (await home.s.shot(photoId))!.key]).toEqual([null, null]);
  expect((await webhook())!.processedAt).not.toBeNull();
});

test("a shop's farewell goes batch by batch, and on from where it was broken off; other shops keep everything", async () => {
  const theirs = await aVisit(other);
  const shop = await world.aShop("leaving.myshopify.com");
  for (let n = 0; n < 130; n++) await shop.aDelivery(++number);
  const { photoKey } = await aVisit(shop);
  await shop.s.insertShadowResult((await shop.s.openShadowRun("2026-10")).id, aShadowResult());
  const { run } = await told({ topic: "SHOP_REDACT", to: shop });
  let batches = 0;
  const store = {
    ...world.ports.store,
    change: ((shopId, work) =>
      ++batches === 2 ? Promise.reject(new Error("killed")) : world.ports.store.change(shopId, work)) as typeof world.ports.store.change,
  };
  await expect(run({ store })).rejects.toThrow("killed");
  expect(await shop.s.redactOrders(0)).toBe(0);
  await run();
  expect([await shop.s.redactOrders(1), await shop.s.shadowRuns()]).toEqual([0, []]);
  expect(await world.ports.files.get(photoKey)).toBeNull();
  expect((await shop.s.couriers()).map(({ name, active }) => [name, active])).toEqual([
    ["", false],
    ["", false],
  ]);
  expect(await other.s.orderByGid(theirs.gid)).toMatchObject({ sale: { customerName: "Ana Pérez" } });
  expect(await world.ports.files.get(theirs.photoKey)).not.toBeNull();
});

test("a farewell from before the shop was last seen installed is not meant for it", async () => {
  const shop = await world.aShop("returning.myshopify.com");
  await shop.s.updateShop({ carrierService: "active" });
  world.setNow("2026-11-23T16:00:00Z");
  await installShop(world.ports, { domain: "returning.myshopify.com" });
  const late = await told({ topic: "APP_UNINSTALLED", triggeredAt: "2026-11-23T15:59:59Z", to: shop });
  await late.run();
  expect([(await shop.s.shop()).uninstalledAt, (await late.webhook())!.outcome]).toEqual([null, "of an earlier installation"]);
  const meant = await told({ topic: "APP_UNINSTALLED", triggeredAt: "2026-11-23T16:00:01Z", to: shop });
  await meant.run();
  expect((await shop.s.shop()).uninstalledAt).toEqual(new Date("2026-11-23T16:00:00Z"));
});

test("a request for data is mailed to the merchant with a link to all that is held, and noted at the order until it is done", async () => {
  await home.s.updateShop({ email: "tienda@example.com" });
  const { orderId, number: n, gid, photoId } = await aVisit();
  const { run, webhook } = await told({ topic: "CUSTOMERS_DATA_REQUEST", payload: { orders_requested: [n, 404] } });
  await run();
  await run();
  expect((await webhook())!.outcome).toBe("data request for 1 orders recorded for the merchant, mailed");
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ to: "tienda@example.com", subject: "Un comprador pidió sus datos personales" });
  const token = /files\/(\S+)/.exec(mails[0]!.text)![1]!;
  const served = (await file(world.ports, { token }))!;
  expect([served.contentType, served.inline]).toEqual(["application/json; charset=utf-8", false]);
  const held = JSON.parse(new TextDecoder().decode(served.bytes)) as Record<string, unknown>;
  expect(held).toMatchObject({
    order: { name: `#${n}`, asReadFromShopify: { gid, customerName: "Ana Pérez", email: "ana@example.com" } },
    deliveries: [{ orderId }],
    attempts: [{ note: "Ana no estaba" }, { id: photoId, receivedBy: "Ana", photos: [{ url: expect.stringContaining("/files/") }] }],
    documents: [],
  });
  expect((await home.s.eventsOfOrder(orderId)).at(-1)).toMatchObject({ type: "privacy", to: "data_requested" });
  await closeDataRequest(world.ports, { shopId: home.shop.id, orderId, actor: "merchant:Lucía" });
  expect((await home.s.eventsOfOrder(orderId)).at(-1)).toMatchObject({ type: "privacy", to: "data_given" });
  world.setNow("2026-12-24T15:00:00Z");
  expect(await file(world.ports, { token })).toBeNull();
});

test("where the shop's address takes no mail, the order's note must do", async () => {
  await home.s.updateShop({ email: "nobody@example.com" });
  const { orderId, number: n } = await aVisit();
  const { run, webhook } = await told(
    { topic: "CUSTOMERS_DATA_REQUEST", payload: { orders_requested: [n] } },
    { mail: { send: () => Promise.reject(new PermanentFailure("mail_refused", { reason: "550" })) } },
  );
  await run();
  expect((await webhook())!.outcome).toBe("data request for 1 orders recorded for the merchant");
  expect((await home.s.eventsOfOrder(orderId)).at(-1)).toMatchObject({ to: "data_requested" });
});
