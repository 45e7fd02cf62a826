import sharp from "sharp";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { readPhoto, type SentPhoto } from "~/workflows/delivery/keep-photo";
import { countryPack } from "~/countries";
import { courierWorld, type CourierWorld } from "~/testing/courier-world";
import type { Ports } from "~/ports/ports";
import { freshDatabase } from "../../../tests/support/database";
import { confirmDelivery } from "~/workflows/delivery/confirm-delivery";
import { failDelivery } from "~/workflows/delivery/fail-delivery";
import { overrideRun, letRunGo } from "./let-run-go";
import { loadRun } from "./load-run";
import { reassignDelivery } from "~/workflows/delivery/reassign-delivery";
import { saveCourier } from "~/workflows/settings/save-courier";
import { startDelivery } from "~/workflows/delivery/start-delivery";

const TRANSPORT = { legalName: "Luis Vega Mora", idType: "cedula", idNumber: "1712345675", licence: null, plate: "PBX4821" };
let world: CourierWorld;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;
let ports: Ports;
let photo: SentPhoto;
let number = 1000;
beforeAll(async () => {
  await freshDatabase();
  world = await courierWorld();
  ports = { ...world.ports, countries: countryPack };
  const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#2a7" } })
    .jpeg()
    .toBuffer();
  photo = await readPhoto(world.ports, picture);
});
beforeEach(async () => {
  world.setNow("2026-11-23T15:00:00Z");
  home = await world.aShop(`shop-${++number}.myshopify.com`);
  for (const courier of await home.s.couriers()) await home.s.saveCourier({ ...courier, ...TRANSPORT });
  await home.s.updateShop({ guides: "on" });
  world.sent.length = 0;
});

const load = (courierId = home.courierId) => loadRun(ports, { shopId: home.shop.id, courierId });
const start = (deliveryId: string, courierId = home.courierId) => startDelivery(ports, { shopId: home.shop.id, courierId, deliveryId });
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "no failure",
    (error: { code?: string }) => error.code ?? error,
  );
const runOf = async (deliveryId: string) => (await home.s.delivery(deliveryId)).runId;
const reasonsOf = async (orderId: string) =>
  (await home.s.eventsOfOrder(orderId)).filter(({ type }) => type === "run").map(({ to, reason }) => reason?.code ?? to);
const fail = (deliveryId: string) =>
  failDelivery(ports, {
    shopId: home.shop.id,
    courierId: home.courierId,
    deliveryId,
    attemptId: ports.ids.uuid(),
    reason: "nobody_home",
    happenedAt: null,
  });
const deliver = (deliveryId: string) => {
  const report = { confirmationId: ports.ids.uuid(), receivedBy: "Ana", photos: [photo], happenedAt: null };
  return confirmDelivery(ports, { shopId: home.shop.id, courierId: home.courierId, deliveryId, ...report });
};

/** What the issue of the guide ends with. */
async function authorise(runId: string): Promise<void> {
  const guide = (await home.s.guideOfRun(runId))!;
  await home.s.updateDocument(guide.id, { state: "authorised", number: "001-001-000000009" });
  await ports.store.change(home.shop.id, async (s) => letRunGo(ports, s, await s.document(guide.id)));
}

async function aLoadedStop() {
  const made = await home.aDelivery(++number);
  await load();
  const runId = (await runOf(made.deliveryId))!;
  await authorise(runId);
  return { ...made, runId };
}

test("all that waits is loaded as one run, and one guide is asked for, however often it is pressed", async () => {
  const [one, two] = [await home.aDelivery(++number), await home.aDelivery(++number)];
  await Promise.all([load(), load()]);
  const runId = await runOf(one.deliveryId);
  expect([runId, (await home.s.openRuns(home.courierId)).map(({ id }) => id)]).toEqual([await runOf(two.deliveryId), [runId]]);
  const guide = (await home.s.guideOfRun(runId!))!;
  expect(guide).toMatchObject({ kind: "dispatch_guide", orderId: null, state: "waiting_for_data" });
  expect(world.sent).toEqual([{ name: "issue-document", data: { shopId: home.shop.id, documentId: guide.id } }]);
});

test("nothing sets out before it is loaded, nor before the guide is authorised; the first start puts the run under way", async () => {
  const { deliveryId, orderId } = await home.aDelivery(++number);
  expect(await code(start(deliveryId))).toBe("not_loaded");
  await load();
  const runId = (await runOf(deliveryId))!;
  expect(await code(start(deliveryId))).toBe("guide_awaited");
  await authorise(runId);
  await start(deliveryId);
  expect(await home.s.run(runId)).toMatchObject({ state: "under_way", startedAt: new Date("2026-11-23T15:00:00Z") });
  expect(await reasonsOf(orderId)).toEqual(["loading", "guide_authorised"]);
});

test("without guides nothing has to be loaded, and nothing can be", async () => {
  await home.s.updateShop({ guides: "off" });
  const { deliveryId } = await home.aDelivery(++number);
  expect(await code(load())).toBe("guides_off");
  await start(deliveryId);
  expect(await home.s.delivery(deliveryId)).toMatchObject({ state: "out_for_delivery", runId: null });
});

test("a courier whose data the guide would lack can't load", async () => {
  const courier = (await home.s.couriers()).find(({ id }) => id === home.courierId)!;
  await home.s.saveCourier({ ...courier, plate: null });
  const { deliveryId } = await home.aDelivery(++number);
  expect([await code(load()), await runOf(deliveryId)]).toEqual(["carrier_data_missing", null]);
});

test("what is assigned after loading goes into the next run, under a guide of its own", async () => {
  const { runId } = await aLoadedStop();
  const late = await home.aDelivery(++number);
  expect(await code(start(late.deliveryId))).toBe("not_loaded");
  await load();
  const next = (await runOf(late.deliveryId))!;
  expect(next).not.toBe(runId);
  expect((await home.s.guideOfRun(next))!.id).not.toBe((await home.s.guideOfRun(runId))!.id);
});

test("the merchant sends a run off without its guide: with the reason on every order; a second time is refused", async () => {
  const { deliveryId, orderId } = await home.aDelivery(++number);
  await load();
  const runId = (await runOf(deliveryId))!;
  const input = { shopId: home.shop.id, runId, reason: "SRI caído", actor: "merchant:Lucía" };
  await overrideRun(ports, input);
  expect(await home.s.run(runId)).toMatchObject({ state: "ready", overrideReason: "SRI caído", overriddenBy: "merchant:Lucía" });
  await start(deliveryId);
  expect(await code(overrideRun(ports, input))).toBe("run_not_waiting");
  await authorise(runId);
  expect(await home.s.run(runId)).toMatchObject({ state: "under_way" });
  expect(await reasonsOf(orderId)).toEqual(["loading", "guide_overridden", "guide_authorised"]);
});

test("a failed stop comes back under its guide and may go out again the same day; the next day it is loaded anew", async () => {
  const { deliveryId, orderId, runId } = await aLoadedStop();
  await start(deliveryId);
  await fail(deliveryId);
  await start(deliveryId);
  await fail(deliveryId);
  expect((await reasonsOf(orderId)).slice(2)).toEqual(["guide_covers_return", "guide_covers_return"]);
  world.setNow("2026-11-24T15:00:00Z");
  expect(await code(start(deliveryId))).toBe("not_loaded");
  await load();
  expect([(await home.s.run(runId)).state, (await runOf(deliveryId)) === runId]).toEqual(["ended", false]);
});

test("a stop given to somebody else leaves the run, which ends with its last; the new courier needs a new guide", async () => {
  const { deliveryId, orderId, runId } = await aLoadedStop();
  await reassignDelivery(ports, { shopId: home.shop.id, deliveryId, courierId: home.otherId, actor: "merchant:Lucía" });
  expect([(await reasonsOf(orderId)).at(-1), await runOf(deliveryId), (await home.s.run(runId)).state]).toEqual([
    "left_guide",
    null,
    "ended",
  ]);
  expect(await code(start(deliveryId, home.otherId))).toBe("not_loaded");
  await load(home.otherId);
  expect(await home.s.run((await runOf(deliveryId))!)).toMatchObject({ courierId: home.otherId, state: "loading" });
});

test("loaded stops of a courier who is out of service leave the run, and wait for somebody else", async () => {
  const { deliveryId, orderId, runId } = await aLoadedStop();
  const courier = (await home.s.couriers()).find(({ id }) => id === home.courierId)!;
  await saveCourier(ports, { shopId: home.shop.id, actor: "merchant:Lucía", courier: { ...courier, active: false } });
  expect(await home.s.delivery(deliveryId)).toMatchObject({ state: "unassigned", courierId: null, runId: null });
  expect([(await reasonsOf(orderId)).at(-1), (await home.s.run(runId)).state]).toEqual(["left_guide", "ended"]);
});

test("a run ends with its last delivery, and keeps what it brought", async () => {
  const [one, two] = [await home.aDelivery(++number), await aLoadedStop()];
  await home.s.updateDelivery(one.deliveryId, { runId: two.runId });
  for (const { deliveryId } of [one, two]) await start(deliveryId);
  await deliver(one.deliveryId);
  expect((await home.s.run(two.runId)).state).toBe("under_way");
  await deliver(two.deliveryId);
  expect([(await home.s.run(two.runId)).state, await runOf(two.deliveryId)]).toEqual(["ended", two.runId]);
});
