import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { openQueue } from "~/adapters/jobs/queue";
import { amountDue, NOTHING_TAKEN } from "~/domain/delivery/owed";
import { DELIVERY_STATES, OPEN_STATES } from "~/domain/delivery/states";
import { formatMinor } from "~/domain/money/money";
import { entryOf } from "~/domain/settlement/entry";
import { plainZone } from "~/domain/zone/plain-zone";
import type { Courier } from "~/ports/courier-records";
import type { JobData } from "~/ports/jobs";
import type { Ports } from "~/ports/ports";
import { courierStops } from "~/queries/courier-stops";
import { courierWorld, aSale, type CourierWorld } from "~/testing/courier-world";
import { assignDelivery } from "~/workflows/delivery/assign-delivery";
import { failDelivery } from "~/workflows/delivery/fail-delivery";
import { handedOver } from "~/workflows/delivery/handed-over";
import { startDelivery } from "~/workflows/delivery/start-delivery";
import { chooseAssignment } from "~/workflows/settings/choose-assignment";
import { saveCourier } from "~/workflows/settings/save-courier";
import { sayHandOver } from "~/workflows/settlement/hand-over-cash";
import { saveZone } from "~/workflows/settings/save-zone";
import { CATALOG } from "~/workflows/catalog";
import { inProject } from "../../../scripts/root.ts";
import { freshDatabase } from "../../../tests/support/database.ts";
import { rowsOf } from "../../../tests/support/product.ts";
import { assignWaiting } from "./assign-waiting";
import { courierOutToday } from "./courier-out";
import { courierBack, undoCourierOut } from "./undo-courier-out";

let world: CourierWorld;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;
let shopId: string;
let orders = 0;
const actor = "merchant:Ana";

let url: string;

beforeAll(async () => {
  ({ url } = await freshDatabase());
});

/** Monday, ten in the morning in Quito; two couriers in the zone. */
beforeEach(async () => {
  world = await courierWorld();
  world.setNow("2026-11-23T15:00:00.000Z");
  home = await world.aShop(`tienda-${orders}.myshopify.com`);
  shopId = home.shop.id;
  const [zone] = await home.s.zones();
  const commission = { ...zone!.commission, kind: "per_attempt" as const, bonuses: [{ days: [1], from: 1080, to: 1200, amountMinor: 75 }] };
  await home.s.saveZone({ ...zone!, commission, courierIds: [home.courierId, home.otherId] });
  world.sent.length = 0;
});

const change = (id: string, terms: Partial<Courier>) =>
  home.s.couriers().then((couriers) => home.s.saveCourier({ ...couriers.find((one) => one.id === id)!, ...terms }));

async function placed(sale: Parameters<typeof aSale>[1] = {}): Promise<string> {
  const order = await home.s.insertOrder({ sale: aSale(++orders, sale), fiscalData: null, readAt: new Date(0) });
  return (await home.s.insertDelivery({ orderId: order.id, currency: "USD" })).id;
}
const assign = (deliveryId: string) => assignDelivery(world.ports, { shopId, deliveryId });
const stop = (deliveryId: string) => home.s.delivery(deliveryId);
const jobs = (name: string) => world.sent.filter((job) => job.name === name).map(({ data }) => data);

test("nobody on shift: it waits, says why and until when, is woken at that moment, and then assigned", async () => {
  const shifts = [{ days: [1, 2], from: 1080, to: 1320 }];
  await change(home.courierId, { shifts });
  await change(home.otherId, { shifts, maxGrams: 1_000 });
  const id = await placed({ totalGrams: 2_000 });
  await assign(id);
  expect(await stop(id)).toMatchObject({
    state: "unassigned",
    rateMinor: 350,
    attention: { code: "nobody_eligible", params: { zone: "Quito", limits: "off_shift:2", freeFrom: "2026-11-23T23:00:00.000Z" } },
  });
  expect(world.options.get("assign-waiting")).toEqual({ startAfterSeconds: 8 * 3600, unlessSooner: true });
  world.setNow("2026-11-23T23:00:01.000Z");
  await assignWaiting(world.ports, { shopId });
  const given = await stop(id);
  expect(given).toMatchObject({ state: "assigned", courierId: home.courierId, assignment: { code: "only_courier" } });
  expect(given.assignment?.considered.map(({ verdict, params }) => [verdict, params])).toEqual([
    ["chosen", undefined],
    ["too_heavy", { kilograms: 0, most: 1 }],
  ]);
});

test("of the times at which what waits is tried again the soonest stays", async () => {
  const log = { info() {}, warn() {}, error() {} };
  const queue = await openQueue({ connectionString: url, log, works: false });
  onTestFinished(() => queue.stop());
  await queue.declare({ "assign-waiting": CATALOG["assign-waiting"].policy });
  const waits = () =>
    rowsOf<{ minutes: number }>(
      url,
      `SELECT round(extract(epoch FROM start_after - created_on) / 60)::int AS minutes FROM pgboss.job WHERE name = 'assign-waiting' AND data->>'shopId' = $1`,
      [shopId],
    );
  const tryIn = (minutes: number) => queue.send("assign-waiting", { shopId }, { startAfterSeconds: minutes * 60, unlessSooner: true });
  await tryIn(60);
  await tryIn(30);
  await tryIn(90);
  expect(await waits()).toEqual([{ minutes: 30 }]);
  await queue.send("assign-waiting", { shopId }, {});
  await tryIn(20);
  expect(await waits()).toEqual([{ minutes: 0 }]);
});

test("a shop whose geocoder doesn't answer keeps no other shop waiting, and its own deliveries are assigned as their orders came", async () => {
  const log = { info() {}, warn() {}, error() {} };
  const queue = await openQueue({ connectionString: url, log, works: true });
  onTestFinished(() => queue.stop());
  const names = ["locate-delivery", "assign-delivery"] as const;
  await queue.declare(Object.fromEntries(names.map((name) => [name, CATALOG[name].policy])));
  let answer = () => {};
  const answered = new Promise<void>((done) => (answer = done));
  const asked: string[] = [];
  const geocoder: Ports["geocoder"] = async ({ shopId: whose }) => {
    asked.push(whose);
    if (whose === shopId) await answered;
    return { state: "unasked" };
  };
  const ports = { ...world.ports, geocoder };
  const other = await world.aShop(`otra-${orders}.myshopify.com`);
  const drawn = { kind: "circle" as const, latitude: 0, longitude: 0, metres: 1 };
  for (const { s } of [home, other]) {
    const [zone] = await s.zones();
    await s.saveZone({ ...zone!, area: { ...zone!.area, include: [...zone!.area.include, drawn] } });
    await s.updateShop({ geocoder: { kind: "photon", url: "https://slow.example", keySealed: null } });
  }
  /** The deliveries in the order in which they were given, and how often the shop's geocoder had been asked by then. */
  const given: { deliveryId: string; asked: number }[] = [];
  const askedByHome = () => asked.filter((whose) => whose === shopId).length;
  const told = (name: string) =>
    world.sent.splice(0, Infinity, ...world.sent.filter((job) => job.name !== name)).filter((job) => job.name === name);
  for (const name of names)
    await queue.work(name, CATALOG[name].policy, async (data) => {
      const job = data as JobData[typeof name];
      await CATALOG[name].run(ports, job);
      if (name === "locate-delivery")
        world.sent.splice(
          world.sent.findIndex((one) => "deliveryId" in one.data && one.name === name && one.data.deliveryId === job.deliveryId),
          1,
        );
      for (const { data: next } of told("assign-delivery")) await queue.send("assign-delivery", next, {});
      for (const { data: next } of told("publish-delivery"))
        given.push({ deliveryId: (next as JobData["publish-delivery"]).deliveryId, asked: askedByHome() });
    });
  const locate = async (whose: string, deliveryId: string) => {
    world.sent.push({ name: "locate-delivery", data: { shopId: whose, deliveryId } });
    await queue.send("locate-delivery", { shopId: whose, deliveryId }, {});
  };
  const waiting: string[] = [];
  // More than there are workers, so that they would all be busy with it.
  for (let n = 0; n <= CATALOG["locate-delivery"].policy.concurrency; n++) waiting.push(await placed());
  for (const deliveryId of waiting) await locate(shopId, deliveryId);
  await expect.poll(() => asked).toEqual([shopId]);
  const order = await other.s.insertOrder({ sale: aSale(++orders), fiscalData: null, readAt: new Date(0) });
  const { id } = await other.s.insertDelivery({ orderId: order.id, currency: "USD" });
  await locate(other.shop.id, id);
  await expect.poll(async () => (await other.s.delivery(id)).state, { timeout: 4_000 }).toBe("assigned");
  expect([askedByHome(), given]).toEqual([1, [{ deliveryId: id, asked: 1 }]]);
  answer();
  await expect.poll(() => given.length, { timeout: 20_000 }).toBe(waiting.length + 1);
  const [, ...own] = given;
  // As their orders came; the first two may have been taken by two workers at the same moment.
  const ids = own.map(({ deliveryId }) => deliveryId);
  expect([ids.slice(0, 2).toSorted(), ids.slice(2)]).toEqual([waiting.slice(0, 2), waiting.slice(2)]);
  // None with another's batch, before it was asked for.
  own.forEach((one, at) => expect(one.asked).toBeGreaterThan(at));
});

test("whatever frees somebody wakes what waits: a courier saved, a stop done, new rules", async () => {
  await change(home.courierId, { maxOpenStops: 1 });
  await change(home.otherId, { active: false });
  const [first, second] = [await placed(), await placed()];
  await assign(first);
  expect([(await stop(first)).state, (await stop(second)).state]).toEqual(["assigned", "unassigned"]);
  expect((await stop(second)).attention?.params).toMatchObject({ limits: "inactive:1,open_stops_reached:1", freeFrom: "" });
  world.sent.length = 0;
  const { id: _id, outOn: _out, ...eva } = (await home.s.couriers()).find(({ id }) => id === home.otherId)!;
  await saveCourier(world.ports, { shopId, actor, courier: { ...eva, id: home.otherId } });
  expect(jobs("assign-waiting")).toEqual([{ shopId }]);
  await chooseAssignment(world.ports, {
    ...{ shopId, actor, strategy: "manual", holidaysWorked: true, plates: { digits: [[], [], [], [], [], [], []], hours: [] } },
  });
  expect(jobs("assign-waiting")).toHaveLength(2);
  await world.ports.store.change(shopId, async (s) => {
    const done = { at: world.ports.clock.now(), actor, proof: "here" as const, reason: { code: "photo_confirmed" } };
    await handedOver({ ...world.ports, countries: () => ({ country: "EC" }) as never }, s, await s.delivery(first), done);
  });
  expect(jobs("assign-waiting")).toHaveLength(3);
  await assignWaiting(world.ports, { shopId });
  expect((await stop(second)).attention).toEqual({ code: "assign_by_hand", params: { zone: "Quito", count: 1 } });
});

test("new deliveries that come together are one batch; a zone's own rule and order hold", async () => {
  const [zone] = await home.s.zones();
  const courierIds = [home.otherId, home.courierId];
  await saveZone(world.ports, { shopId, actor, zone: { ...zone!, strategy: "round_robin", courierIds } });
  const ids = [await placed(), await placed(), await placed()];
  await assign(ids[2]!);
  const given = [];
  for (const id of ids) given.push((await stop(id)).courierId);
  expect(given).toEqual([home.otherId, home.courierId, home.otherId]);
  const next = await placed();
  await assign(next);
  expect((await stop(next)).courierId).toBe(home.courierId);
});

test("cash that was collected counts until the shop has it, whether its order is marked as paid or not", async () => {
  await change(home.courierId, { cashLimitMinor: 4_000 });
  await change(home.otherId, { active: false });
  const first = await placed();
  await assign(first);
  await home.s.updateDelivery(first, { state: "delivered", deliveredAt: world.ports.clock.now() });
  const cash = entryOf({ key: "collected:1", kind: "collected", how: "cash", minor: 2_550, currency: "USD", deliveryId: first });
  await home.s.insertEntries([{ ...cash, courierId: home.courierId, actor: "courier:Luis Vega" }]);
  const second = await placed();
  await assign(second);
  expect((await stop(second)).attention?.params).toMatchObject({ limits: "cash_limit:1,inactive:1" });
  const prepaid = await placed({ paymentType: "card", outstandingMinor: 0 });
  await assign(prepaid);
  expect((await stop(prepaid)).courierId).toBe(home.courierId);
  const { orderId } = await stop(first);
  const { sale } = await home.s.order(orderId);
  await home.s.updateOrder(orderId, { sale: { ...sale, outstandingMinor: 0, financialStatus: "PAID" } });
  await assignWaiting(world.ports, { shopId });
  expect((await stop(second)).courierId).toBeNull();
  const counted = {
    ...{ courierId: home.courierId, handOverId: world.ports.ids.uuid(), minor: 2_550, currency: "USD" },
    at: world.ports.clock.now(),
  };
  await world.ports.store.change(shopId, (s) => sayHandOver(s, { ...counted, side: "shop", actor }));
  await assignWaiting(world.ports, { shopId });
  expect((await stop(second)).courierId).toBeNull();
  world.sent.length = 0;
  await world.ports.store.change(shopId, (s) => sayHandOver(s, { ...counted, side: "courier", actor: "courier:Luis Vega" }));
  expect(jobs("assign-waiting")).toEqual([{ shopId }]);
  await assignWaiting(world.ports, { shopId });
  expect((await stop(second)).courierId).toBe(home.courierId);
});

test("what was delivered before accounts were kept: its commission is earned, and cash that is still owed is in hand", async () => {
  const [owed, paid, tried, open] = [await placed(), await placed(), await placed(), await placed()];
  for (const id of [owed, paid, tried, open]) await assign(id);
  await home.s.updateDelivery(owed, { courierId: home.courierId, state: "delivered", commissionMinor: 200 });
  await home.s.updateDelivery(paid, { courierId: home.courierId, state: "delivered", commissionMinor: 150 });
  const { sale } = await home.s.order((await stop(paid)).orderId);
  await home.s.updateOrder((await stop(paid)).orderId, { sale: { ...sale, outstandingMinor: 0, financialStatus: "PAID" } });
  const { commissionBasis } = await stop(tried);
  const basis = { ...commissionBasis!, isDelivered: false };
  await home.s.updateDelivery(tried, { courierId: home.courierId, state: "attempt_failed", commissionMinor: 75, commissionBasis: basis });
  const migration = readFileSync(inProject("prisma", "migrations", "20261127050000_couriers_accounts", "migration.sql"), "utf8");
  const backfill = migration.match(/^INSERT INTO "CourierEntry"[^;]*;/gm) ?? [];
  expect(backfill).toHaveLength(2);
  for (const sql of backfill) await rowsOf(url, sql.replace(/;$/, " ON CONFLICT DO NOTHING"));
  expect((await home.s.courierSums("USD")).get(home.courierId)).toMatchObject({ earned: 425, collectedCash: 2_550, handedOver: 0 });
  const { minor, basis: kept } = (await home.s.earnedEntries(home.courierId, tried))[0]!;
  expect([minor, kept]).toEqual([75, basis]);
});

test("an order's cash that is still to be collected counts with the one of its deliveries that collects it", async () => {
  await change(home.courierId, { cashLimitMinor: 2_600 });
  await change(home.otherId, { active: false });
  const first = await placed();
  const { orderId } = await stop(first);
  const { id: second } = await home.s.insertDelivery({ orderId, currency: "USD" });
  await assign(second);
  expect([(await stop(first)).state, (await stop(second)).state]).toEqual(["assigned", "assigned"]);
  const since = { day: new Date(0), week: new Date(0) };
  const toCollect = async () => (await home.s.workloads(since)).get(home.courierId)?.toCollectMinor ?? 0;
  expect(await toCollect()).toBe(2_550);
  await home.s.updateDelivery(first, { state: "returned" });
  expect(await toCollect()).toBe(2_550);
  await home.s.updateDelivery(second, { state: "cancelled" });
  expect(await toCollect()).toBe(0);
});

/** An order with some deliveries, as they may be; of some money was collected, of some of it Shopify was told. */
const way = fc.record({
  state: fc.constantFrom(...DELIVERY_STATES),
  method: fc.constantFrom("courier" as const, "courier" as const, "pickup" as const, "carrier" as const),
  isOthers: fc.boolean(),
  collected: fc.option(fc.integer({ min: 1, max: 3_000 }), { freq: 3 }),
  isRefused: fc.boolean(),
});
const ways = fc.record({
  outstandingMinor: fc.constantFrom(0, 500, 2_550),
  marked: fc.option(fc.integer({ min: 1, max: 2_550 })),
  all: fc.array(way, { minLength: 1, maxLength: 4 }),
});

test("cash that is to be collected is the same by statement and by rule, whatever an order's deliveries have become", async () => {
  const due = new Map<string, number>();
  for (const { outstandingMinor, marked, all } of fc.sample(ways, { numRuns: 60, seed: 27 })) {
    const order = await home.s.insertOrder({ sale: aSale(++orders, { outstandingMinor }), fiscalData: null, readAt: new Date(0) });
    const reason = { code: "marked_paid", params: { amount: formatMinor(marked ?? 0, "USD"), currency: "USD" } };
    if (marked !== null) await home.s.record({ orderId: order.id, actor: "system", type: "payment", to: "paid", reason });
    for (const { state, method, isOthers, collected, isRefused } of all) {
      const lines = [{ lineId: "1", quantity: 1 }];
      const { id } = await home.s.insertDelivery({ orderId: order.id, currency: "USD", method, lines });
      const courierId = isOthers ? home.otherId : home.courierId;
      const refused = isRefused && state === "delivered" ? [{ lineId: "1", quantity: 1, carried: 1, reason: "other" as const }] : [];
      const deliveredAt = state === "delivered" ? world.ports.clock.now() : null;
      await home.s.updateDelivery(id, { state, deliveredAt, refused, courierId: state === "unassigned" ? null : courierId });
      const entry = { kind: "collected", how: "cash", currency: "USD", deliveryId: id } as const;
      const minor = collected ?? 0;
      if (minor > 0) await home.s.insertEntries([{ ...entryOf({ ...entry, key: `collected:${id}`, minor }), courierId, actor }]);
    }
    const [siblings, taken] = [await home.s.deliveriesOfOrder(order.id), (await home.s.takenFor([order.id])).get(order.id)];
    const sum = all.reduce((minor, one) => minor + (one.collected ?? 0), 0);
    expect(taken?.minor ?? null).toBe(sum === 0 ? null : sum - (marked ?? 0));
    for (const { id, state, courierId } of siblings) {
      const minor = amountDue(order.sale, id, { siblings, taken: taken ?? NOTHING_TAKEN });
      if (courierId && OPEN_STATES.includes(state)) due.set(courierId, (due.get(courierId) ?? 0) + minor);
    }
  }
  const loads = await home.s.workloads({ day: new Date(0), week: new Date(0) });
  expect([...due.values()].every((minor) => minor > 0)).toBe(true);
  for (const [courierId, minor] of due) expect(loads.get(courierId)?.toCollectMinor).toBe(minor);
});

test("what a dearer exchange leaves to pay counts with who brings it, once what was collected is counted", async () => {
  await change(home.courierId, { cashLimitMinor: 3_000 });
  await change(home.otherId, { active: false });
  const first = await placed();
  await assign(first);
  const { orderId } = await stop(first);
  await home.s.updateDelivery(first, { state: "delivered", deliveredAt: world.ports.clock.now() });
  const cash = entryOf({ key: "collected:x", kind: "collected", how: "cash", minor: 2_550, currency: "USD", deliveryId: first });
  await home.s.insertEntries([{ ...cash, courierId: home.courierId, actor }]);
  const { sale } = await home.s.order(orderId);
  await home.s.updateOrder(orderId, { sale: { ...sale, outstandingMinor: 3_150 } });
  const { id: exchange } = await home.s.insertDelivery({ orderId, currency: "USD" });
  await assign(exchange);
  expect((await stop(exchange)).attention?.params, "25.50 in hand and 6.00 to come").toMatchObject({ limits: "cash_limit:1,inactive:1" });
  await change(home.courierId, { cashLimitMinor: 3_150 });
  await assignWaiting(world.ports, { shopId });
  expect((await stop(exchange)).courierId).toBe(home.courierId);
  const { pending } = await courierStops(world.ports, { shop: home.shop, courierId: home.courierId });
  expect(pending).toMatchObject([{ deliveryId: exchange, payment: "collect", collect: { minor: 600 } }]);
});

test("out today: every open stop goes to others, once; undone within ten minutes all is as it was, but what was touched", async () => {
  const ids = [];
  for (let n = 0; n < 6; n++) ids.push(await placed());
  await assign(ids[0]!);
  const mine = [];
  for (const id of ids) if ((await stop(id)).courierId === home.courierId) mine.push(id);
  expect(mine).toHaveLength(3);
  const [kept, out, touched] = mine as [string, string, string];
  await startDelivery(world.ports, { shopId, courierId: home.courierId, deliveryId: out });
  const run = await home.s.insertRun({ courierId: home.courierId, locationId: null });
  await home.s.updateRun(run.id, { state: "under_way" });
  await home.s.updateDelivery(out, { runId: run.id });
  const before = await Promise.all(mine.map(stop));
  world.sent.length = 0;
  await courierOutToday(world.ports, { shopId, courierId: home.courierId, actor });
  await courierOutToday(world.ports, { shopId, courierId: home.courierId, actor });
  for (const id of mine) expect(await stop(id)).toMatchObject({ state: "assigned", courierId: home.otherId });
  expect((await stop(out)).attention).toEqual({ code: "parcel_with_other", params: { from: "Luis Vega", courier: "Eva Mora" } });
  expect([(await stop(out)).runId, (await home.s.run(run.id)).state]).toEqual([null, "ended"]);
  expect(jobs("tell-courier")).toHaveLength(2);
  expect(jobs("tell-shopper")).toMatchObject([{ deliveryId: out }]);
  const fresh = await placed();
  await assign(fresh);
  expect((await stop(fresh)).assignment?.considered).toContainEqual(expect.objectContaining({ name: "Luis Vega", verdict: "out_today" }));
  await startDelivery(world.ports, { shopId, courierId: home.otherId, deliveryId: touched });
  world.setNow("2026-11-23T15:09:59.000Z");
  await undoCourierOut(world.ports, { shopId, courierId: home.courierId, actor });
  await undoCourierOut(world.ports, { shopId, courierId: home.courierId, actor });
  expect(await stop(kept)).toEqual(before[0]);
  expect(await stop(out)).toEqual(before[1]);
  expect(await home.s.run(run.id)).toMatchObject({ state: "under_way", endedAt: null });
  expect(await stop(touched)).toMatchObject({ state: "out_for_delivery", courierId: home.otherId });
  const absence = await home.s.lastAbsence(home.courierId, { day: "2026-11-23", since: new Date("2100-01-01") });
  expect(absence?.kept).toEqual([{ deliveryId: touched, why: "under_way" }]);
  const told = (await home.s.eventsOfOrder((await stop(out)).orderId)).map(({ reason }) => reason?.code);
  expect(told.slice(-3)).toEqual(["moved_courier_out", "left_run", "moved_back"]);
});

test("out today with nobody else: what is at the shop waits until tomorrow, what is out stays with its parcel; after ten minutes there is no way back", async () => {
  await change(home.otherId, { active: false });
  const [atShop, out] = [await placed(), await placed()];
  await assign(atShop);
  await startDelivery(world.ports, { shopId, courierId: home.courierId, deliveryId: out });
  await courierOutToday(world.ports, { shopId, courierId: home.courierId, actor });
  expect(await stop(atShop)).toMatchObject({ state: "unassigned", courierId: null, attention: { code: "nobody_eligible" } });
  expect((await stop(atShop)).attention?.params?.freeFrom).toBe("2026-11-24T05:00:00.000Z");
  expect(await stop(out)).toMatchObject({ state: "out_for_delivery", attention: { code: "courier_out_with_parcel" } });
  world.setNow("2026-11-23T15:10:01.000Z");
  const undo = undoCourierOut(world.ports, { shopId, courierId: home.courierId, actor });
  await expect(undo).rejects.toMatchObject({ code: "undo_over", params: { minutes: 10 } });
  await courierBack(world.ports, { shopId, courierId: home.courierId, actor });
  await assignWaiting(world.ports, { shopId });
  expect((await stop(atShop)).courierId).toBe(home.courierId);
});

test("ten minutes to take it back are ten minutes over midnight too", async () => {
  // 23:58 in Guayaquil, and four minutes later.
  world.setNow("2026-11-24T04:58:00.000Z");
  const id = await placed();
  await assign(id);
  const { courierId } = await stop(id);
  await courierOutToday(world.ports, { shopId, courierId: courierId!, actor });
  world.setNow("2026-11-24T05:02:00.000Z");
  await undoCourierOut(world.ports, { shopId, courierId: courierId!, actor });
  expect((await stop(id)).courierId).toBe(courierId);
  expect((await home.s.couriers()).find((one) => one.id === courierId)?.outOn).toBeNull();
});

test("the commission is reckoned anew by attempts and the true hour, by the rule that stood at the assignment", async () => {
  const id = await placed();
  await assign(id);
  const { courierId } = await stop(id);
  expect(await stop(id)).toMatchObject({ commissionMinor: 200, commissionBasis: { attempts: 1 } });
  const [zone] = await home.s.zones();
  await home.s.saveZone({ ...zone!, ...plainZone({ places: ["Quito"], rateMinor: 1, commissionMinor: 1 }) });
  const whose = { shopId, courierId: courierId!, deliveryId: id };
  const fail = () => failDelivery(world.ports, { ...whose, attemptId: world.ports.ids.uuid(), reason: "nobody_home", happenedAt: null });
  for (const hour of ["16", "17"]) {
    world.setNow(`2026-11-23T${hour}:00:00.000Z`);
    await startDelivery(world.ports, whose);
    await fail();
  }
  // Reported again without going again: nothing more is earned.
  await fail();
  expect(await stop(id)).toMatchObject({ commissionMinor: 400, commissionBasis: { attempts: 2, isDelivered: false } });
  await world.ports.store.change(shopId, async (s) => {
    const at = new Date("2026-11-23T23:30:00.000Z");
    const ports = { ...world.ports, countries: () => ({ country: "EC" }) as never };
    await handedOver(ports, s, await s.delivery(id), { at, actor, proof: "here", reason: { code: "photo_confirmed" } });
  });
  expect(await stop(id)).toMatchObject({ commissionMinor: 475, commissionBasis: { attempts: 2, isDelivered: true } });
});
