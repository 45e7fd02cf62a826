import { createHash } from "node:crypto";
import fc from "fast-check";
import sharp from "sharp";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Day, OthersReport, Report } from "~/courier/protocol";
import { PART_BYTES, type PhoneEvent, type Receipts } from "~/domain/phone-event/event";
import type { ShiftEvent, ShiftKind } from "~/domain/shift/shift";
import { dateIn } from "~/domain/time/calendar";
import type { Ports } from "~/ports/ports";
import type { CourierWorld } from "~/testing/courier-world";
import {
  aConfirm,
  aCountersign,
  aDispute,
  aFail,
  aHandOverEvent,
  anUndo,
  aPhoto,
  aReturn,
  aShot,
  aStamp,
  aStart,
  someCash,
} from "~/testing/phone-events";
import { freshDatabase } from "../support/database.ts";
import { rowsOf } from "../support/product.ts";

type Route = { loader(args: never): Promise<unknown>; action?(args: never): Promise<unknown> };
type World = Awaited<ReturnType<typeof open>>;
let world: World;
let number = 2000;
let counter = 0;
let phoneId: string;

/** The routes themselves over the product's own composition; the job is run by hand, as a worker would. */
async function open() {
  const { url } = await freshDatabase();
  const { courierWorld } = await import("~/testing/courier-world");
  const { queue, ports, queries } = await import("~/composition.server");
  const { CATALOG } = await import("~/workflows/catalog");
  await queue(false);
  const made: CourierWorld = await courierWorld(ports);
  const home = await made.aShop("demo.myshopify.com");
  const other = await made.aShop("other.myshopify.com");
  const routes = {
    layout: (await import("~/routes/courier.$token")) as unknown as Route,
    events: (await import("~/routes/courier.$token.events")) as unknown as Route,
    photo: (await import("~/routes/courier.$token.photos.$id")) as unknown as Route,
    data: (await import("~/routes/courier.$token.data")) as unknown as Route,
  };
  const enter = async (courierId: string) => {
    const response = await call(routes.layout.loader, { token: await home.tokenFor(courierId) });
    return response.headers.get("Set-Cookie")!.split(";")[0]!;
  };
  const cookies = { mine: await enter(home.courierId), theirs: await enter(home.otherId) };
  const work = (courierId = home.courierId, given: Ports = ports) =>
    CATALOG["apply-events"].run(given, { shopId: home.shop.id, courierId });
  return { url, ports, home, other, cookies, work, orderPage: queries.orderPage, ...routes };
}

type Body = string | Uint8Array<ArrayBuffer>;
type Asked = { token: string; Cookie?: string; headers?: Record<string, string>; body?: Body };
async function call(
  run: ((args: never) => Promise<unknown>) | undefined,
  { token, Cookie = "", headers = {}, body }: Asked,
): Promise<Response> {
  const request = new Request("http://127.0.0.1:9/courier", {
    headers: { Host: "127.0.0.1:9", Cookie, ...headers },
    ...(body === undefined ? {} : { method: "POST", body }),
  });
  try {
    return (await run!({ request, params: { token }, context: { clientAddress: "192.0.2.1" } } as never)) as Response;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

beforeAll(async () => {
  world = await open();
});
beforeEach(() => {
  number++;
  phoneId = uuid();
});

const uuid = () => world.ports.ids.uuid();
const token = () => world.home.shop.publicKey;
const post = (body: unknown, Cookie = world.cookies.mine, headers = {}) =>
  call(world.events.action, {
    ...{ token: token(), Cookie, headers },
    body: typeof body === "string" || body instanceof Uint8Array ? (body as Body) : JSON.stringify(body),
  });
const send = async (events: unknown[], { Cookie = world.cookies.mine, dropped = [] as unknown[] } = {}): Promise<Receipts> =>
  (await (await post({ phoneId, events, dropped }, Cookie)).json()) as Receipts;
const results = ({ receipts }: Receipts) => receipts.map(({ result }) => result);
/** Told by a phone whose clock is right. */
const now = () => aStamp({ counter: ++counter, deviceAt: new Date().toISOString() });
const start = (deliveryId: string) => aStart({ id: uuid(), deliveryId, stamp: now() });
const confirm = (deliveryId: string) =>
  aConfirm({ id: uuid(), deliveryId, stamp: now(), photos: [aPhoto({ id: uuid(), deliveryId })], position: null });
/** By an old phone, or one that is none of ours: ours asks for a failed attempt. */
const takenByNobody = (deliveryId: string) => ({
  ...confirm(deliveryId),
  collected: null,
  refused: [{ lineId: "1", quantity: 2, reason: "damaged" }],
});
const fail = (deliveryId: string) => aFail({ id: uuid(), deliveryId, stamp: now() });
const undo = ({ id, deliveryId }: PhoneEvent) => anUndo({ id: uuid(), deliveryId: deliveryId!, undoes: id, stamp: now() });
const outcomeOf = async ({ id }: PhoneEvent, courierId = world.home.courierId) =>
  (await world.home.s.phoneEvent(courierId, id))?.outcome?.code;
/** A second delivery of the same order and courier would be another number. */
const aDelivery = () => world.home.aDelivery(number);

test("what a phone tells is taken once, however often it is sent, and delivers once", async () => {
  const { deliveryId, orderId } = await aDelivery();
  const events = [start(deliveryId), confirm(deliveryId)];
  expect(results(await send(events))).toEqual(["taken", "taken"]);
  expect(await world.home.s.openJobs("apply-events")).toContainEqual({ shopId: world.home.shop.id, courierId: world.home.courierId });
  expect(results(await send([...events, events[1]!]))).toEqual(["known", "known", "known"]);
  await Promise.all([world.work(), world.work()]);
  await world.work();
  const delivery = await world.home.s.delivery(deliveryId);
  expect([delivery.state, delivery.deliveredAt?.toISOString()]).toEqual(["delivered", events[1]!.stamp.deviceAt]);
  expect(await world.home.s.attemptsOf(deliveryId)).toMatchObject([{ id: events[1]!.id, receivedBy: "Ana", stands: true }]);
  expect(await world.home.s.shotsOfDelivery(deliveryId)).toMatchObject([
    { attemptId: events[1]!.id, receivedAt: null, ordinal: 1, phoneId },
  ]);
  const told = (await world.home.s.eventsOfOrder(orderId)).filter(({ type }) => type === "delivery").map(({ to }) => to);
  expect(told).toEqual(["out_for_delivery", "delivered"]);
});

test("in whatever order it comes, it is worked out as it happened", async () => {
  const [one, two] = [await aDelivery(), await world.home.aDelivery(number + 5000)];
  const [set, failed, again, done] = [start(one.deliveryId), fail(one.deliveryId), start(one.deliveryId), confirm(one.deliveryId)];
  await send([done, again, set, failed]);
  await world.work();
  expect(await Promise.all([set, failed, again, done].map((event) => outcomeOf(event)))).toEqual(Array(4).fill("applied"));
  const [early, late] = [start(two.deliveryId), confirm(two.deliveryId)];
  await send([late]);
  await world.work();
  await send([early]);
  await world.work();
  expect([await outcomeOf(late), await outcomeOf(early)]).toEqual(["applied", "not_needed"]);
  expect((await world.home.s.delivery(two.deliveryId)).state).toBe("delivered");
});

const inHand = async () => (await world.home.s.cashInHand()).get(world.home.courierId) ?? 0;

test("cash is in the hands of whoever took it, also where another's report stands; a second word of one's own counts no second time", async () => {
  const { deliveryId, orderId } = await aDelivery();
  await world.home.s.updateDelivery(deliveryId, { state: "out_for_delivery" });
  const before = await inHand();
  await send([confirm(deliveryId), confirm(deliveryId)]);
  await world.work();
  expect((await inHand()) - before).toBe(2550);
  await world.home.s.updateDelivery(deliveryId, { courierId: world.home.otherId });
  await send([confirm(deliveryId)]);
  await world.work();
  expect((await inHand()) - before).toBe(2 * 2550);
  expect(await world.home.s.openJobs("mark-order-paid")).toContainEqual({ shopId: world.home.shop.id, orderId });
});

test("a phone says what changed hands and countersigns, in whatever order it is sent; what can't be so any more is told", async () => {
  const { courierId } = world.home;
  const handOverId = uuid();
  const handOver = aHandOverEvent({ id: uuid(), handOverId, minor: 500, stamp: now() });
  await send([handOver, handOver]);
  await world.work();
  expect([await outcomeOf(handOver), (await world.home.s.findHandOver(handOverId))?.courierMinor]).toEqual(["applied", 500]);
  const { issueSettlement } = await import("~/workflows/settlement/issue-settlement");
  const until = dateIn(new Date(), world.home.shop.timeZone);
  const { id: settlementId } = await issueSettlement(world.ports, { shopId: world.home.shop.id, courierId, until, actor: "merchant:Ana" });
  const { sha256 } = (await world.home.s.findSettlement(settlementId))!;
  const signs = aCountersign({ id: uuid(), settlementId, sha256, stamp: now() });
  const late = aDispute({ id: uuid(), settlementId, sha256, stamp: now() });
  const foreign = aCountersign({ id: uuid(), settlementId, sha256, stamp: now() });
  await send([foreign], { Cookie: world.cookies.theirs });
  await world.work(world.home.otherId);
  await send([late, signs]);
  await world.work();
  const outcomes = [await outcomeOf(signs), await outcomeOf(late), await outcomeOf(foreign, world.home.otherId)];
  expect(outcomes).toEqual(["applied", "money_refused", "money_refused"]);
  expect(await world.home.s.findSettlement(settlementId)).toMatchObject({ state: "countersigned", dispute: null });
  const day = (await (await call(world.data.loader, { token: token(), Cookie: world.cookies.mine })).json()) as Day;
  expect(day.money.settlements[0]).toMatchObject({ id: settlementId, state: "countersigned", sha256 });
  expect(day.money.handOvers).toMatchObject([{ id: handOverId, state: "awaits_shop" }]);
  expect(day.reports.find(({ id }) => id === signs.id)).toMatchObject({ deliveryId: null, outcome: { code: "applied" } });
});

test("one that can't be read costs only itself; shots that nobody keeps close the chain, but not on another's delivery", async () => {
  const { deliveryId } = await aDelivery();
  const foreign = await world.other.aDelivery(number);
  const good = confirm(deliveryId);
  const dropped = [aShot({ id: uuid(), deliveryId }), aShot({ id: uuid(), deliveryId: foreign.deliveryId }), { id: "none" }];
  const { receipts } = await send([{ id: "x", kind: "confirm" }, good, null], { dropped });
  expect(receipts).toEqual([
    { id: good.id, result: "taken" },
    { id: "x", result: "refused", code: "unreadable" },
    { id: "", result: "refused", code: "unreadable" },
  ]);
  expect((await world.home.s.shotsOfDelivery(deliveryId)).map(({ id }) => id)).toEqual([dropped[0]!.id]);
  expect([await world.home.s.shotsOfDelivery(foreign.deliveryId), await world.other.s.shotsOfDelivery(foreign.deliveryId)]).toEqual([
    [],
    [],
  ]);
});

test("a fleet that tells at once is written down together, each as if alone: what can't be kept costs only who told it", async () => {
  const { deliveryId } = await aDelivery();
  const couriers = Array.from({ length: 60 }, uuid);
  const receivedAt = new Date();
  const told = couriers.map((courierId) => ({ courierId, phoneId: uuid(), deviceId: null, receivedAt, events: [start(deliveryId)] }));
  // The same sending twice at once, and one that no database could keep.
  const all = [...told, told[59]!, { ...told[0]!, courierId: "nobody" }];
  const kept = await Promise.allSettled(all.map((arrival) => world.ports.store.takeArrival(world.home.shop.id, arrival)));
  const fresh = kept.map((one) => (one.status === "fulfilled" ? one.value.size : "failed"));
  expect(fresh.slice(0, 59)).toEqual(Array(59).fill(1));
  expect([fresh.slice(59, 61).sort(), fresh[61]]).toEqual([[0, 1], "failed"]);
  const rows = await rowsOf(world.url, `SELECT "shopId" FROM "PhoneEvent" WHERE "courierId"::text = ANY($1)`, [couriers]);
  expect(rows).toEqual(Array(60).fill({ shopId: world.home.shop.id }));
  const asked = (await world.home.s.openJobs("apply-events")).map(({ courierId }) => courierId);
  expect(couriers.filter((courierId) => !asked.includes(courierId))).toEqual([]);
  for (const courierId of couriers) await world.work(courierId);
});

type Meanwhile = (deliveryId: string) => Promise<unknown>;
const given: Meanwhile = (id) => world.home.s.updateDelivery(id, { courierId: world.home.otherId, state: "assigned" });
const cancelled: Meanwhile = (id) => world.home.s.updateDelivery(id, { state: "cancelled" });
const nothing: Meanwhile = () => Promise.resolve();
const isOut: Meanwhile = (id) => world.home.s.updateDelivery(id, { state: "out_for_delivery" });
const broughtByOther: Meanwhile = async (id) => {
  await given(id);
  await send([confirm(id)], { Cookie: world.cookies.theirs });
  await world.work(world.home.otherId);
};
const isUnguided: Meanwhile = () => world.home.s.updateShop({ guides: "on" });

test.each<[what: string, outcome: string, (id: string) => PhoneEvent, Meanwhile, state: string, marked: string | null]>([
  ["delivered, nothing meanwhile", "applied", confirm, isOut, "delivered", null],
  ["delivered, given to another", "taken_over", confirm, given, "delivered", null],
  ["delivered, cancelled", "delivered_after_cancel", confirm, cancelled, "delivered", "delivered_after_cancel"],
  ["delivered, another had before", "kept_delivered_before", confirm, broughtByOther, "delivered", "delivered_twice"],
  ["delivered, never loaded", "set_out_without_guide", confirm, isUnguided, "delivered", "set_out_without_guide"],
  ["failed, nothing meanwhile", "applied", fail, isOut, "attempt_failed", null],
  ["delivered, but nothing was taken", "applied", takenByNobody, isOut, "attempt_failed", null],
  ["nothing was taken, given to another", "kept_given_to_another", takenByNobody, given, "assigned", null],
  ["nothing was taken, cancelled", "kept_cancelled", takenByNobody, cancelled, "cancelled", null],
  ["failed, given to another", "kept_given_to_another", fail, given, "assigned", null],
  ["failed, cancelled", "kept_cancelled", fail, cancelled, "cancelled", null],
  ["failed, another delivered", "kept_delivered_before", fail, broughtByOther, "delivered", null],
  ["set out, nothing hinders", "applied", start, nothing, "out_for_delivery", null],
  ["set out, not loaded", "hindered", start, isUnguided, "assigned", null],
  ["set out, given to another", "kept_given_to_another", start, given, "assigned", null],
])("%s: %s", async (_what, outcome, told, meanwhile, state, marked) => {
  const { deliveryId, orderId } = await aDelivery();
  const event = told(deliveryId);
  await meanwhile(deliveryId);
  await send([event]);
  await world.work();
  await world.home.s.updateShop({ guides: "off" });
  const delivery = await world.home.s.delivery(deliveryId);
  expect([await outcomeOf(event), delivery.state, delivery.attention?.code ?? null]).toEqual([outcome, state, marked]);
  const attempt = await world.home.s.attempt(event.id);
  expect(attempt === null).toBe(event.kind === "start");
  if (attempt) expect(attempt.stands).toBe(!outcome.startsWith("kept_"));
  if (told === takenByNobody) expect(attempt).toMatchObject({ outcome: "failed", reason: "refused", receivedBy: null });
  // Its photo is still to come, and the invoice with it; what was cancelled waits for a person instead.
  const held = { delivered_after_cancel: "person" }[outcome] ?? (delivery.state === "delivered" ? "photo" : null);
  expect([await world.home.s.invoicesOfOrder(orderId), delivery.provenAt, delivery.heldFor]).toEqual([[], null, held]);
});

const byOther: Meanwhile = (id) => world.home.s.updateDelivery(id, { courierId: world.home.otherId, state: "out_for_delivery" });
const isReturned: Meanwhile = (id) => world.home.s.updateDelivery(id, { state: "returned" });

test.each<[what: string, (id: string) => PhoneEvent, Meanwhile, outcome: string, state: string]>([
  ["delivered", confirm, isOut, "applied", "out_for_delivery"],
  ["delivered, never set out as far as we knew", confirm, nothing, "applied", "out_for_delivery"],
  ["failed", fail, isOut, "applied", "out_for_delivery"],
  ["delivered, given to another meanwhile", confirm, byOther, "applied", "out_for_delivery"],
  ["delivered after cancelling", confirm, cancelled, "applied", "cancelled"],
  ["delivered after it was brought back", confirm, isReturned, "applied", "returned"],
  ["delivered, another had before", confirm, broughtByOther, "not_needed", "delivered"],
  ["the goods of a return fetched", confirm, (id) => isFetching(id), "applied", "out_for_delivery"],
])(
  "%s, and taken back: its report stands no more, and the delivery is where its courier has it",
  async (_what, told, meanwhile, outcome, state) => {
    const { deliveryId } = await aDelivery();
    const event = told(deliveryId);
    await meanwhile(deliveryId);
    const cash = (await world.home.s.cashInHand()).get(world.home.courierId) ?? 0;
    await send([event]);
    await world.work();
    const mistake = undo(event);
    await send([mistake]);
    await world.work();
    expect([await outcomeOf(mistake), (await world.home.s.delivery(deliveryId)).state]).toEqual([outcome, state]);
    if (outcome !== "applied") return;
    expect(await world.home.s.attempt(event.id)).toMatchObject({ stands: false, undoneAt: expect.any(Date) });
    const open = { deliveredAt: null, heldFor: null, owesRest: false, courierId: world.home.courierId };
    expect(await world.home.s.delivery(deliveryId)).toMatchObject(open);
    expect((await world.home.s.cashInHand()).get(world.home.courierId) ?? 0).toBe(cash);
  },
);

test("in whatever order confirmation, taking back and the next confirmation come, it is delivered once, by the last", async () => {
  const { deliveryId, orderId } = await aDelivery();
  const first = confirm(deliveryId);
  const [mistake, second] = [undo(first), confirm(deliveryId)];
  const before = await inHand();
  await send([mistake]);
  await world.work();
  await send([first]);
  await world.work();
  expect([await outcomeOf(mistake), await outcomeOf(first), (await world.home.s.delivery(deliveryId)).state]).toEqual([
    "not_needed",
    "kept_undone",
    "assigned",
  ]);
  expect([await inHand(), await world.home.s.attempt(first.id)]).toMatchObject([before, { stands: false, undoneAt: expect.any(Date) }]);
  await send([second]);
  await world.work();
  const standing = (await world.home.s.attemptsOf(deliveryId)).filter(({ stands }) => stands);
  expect([await outcomeOf(second), standing.map(({ id }) => id)]).toEqual(["applied", [second.id]]);
  const delivered = (await world.home.s.eventsOfOrder(orderId)).filter(({ from, to }) => from !== to && to === "delivered");
  expect(delivered).toHaveLength(1);
});

test("a taking back that comes after a later confirmation of the same phone is not needed: it is delivered", async () => {
  const { deliveryId } = await aDelivery();
  const first = confirm(deliveryId);
  const [late, second] = [undo(first), confirm(deliveryId)];
  await send([first, second]);
  await world.work();
  await send([late]);
  await world.work();
  expect([await outcomeOf(late), (await world.home.s.delivery(deliveryId)).state]).toEqual(["not_needed", "delivered"]);
});

test("the day says what may be taken back; a photo of what was taken back comes in and proves nothing", async () => {
  const { deliveryId, orderId } = await aDelivery();
  await isOut(deliveryId);
  const event = confirm(deliveryId);
  const undoOf = async () => {
    const { pending, done } = await dayNow();
    return [...pending, ...done].find((stop) => stop.deliveryId === deliveryId)?.undo ?? null;
  };
  expect(await undoOf()).toBeNull();
  await send([event]);
  await world.work();
  expect(await undoOf()).toMatchObject({ reportId: event.id, collected: { minor: 2550, how: "cash" } });
  await send([undo(event)]);
  await world.work();
  expect(await undoOf()).toBeNull();
  const { proveByPhoto } = await import("~/workflows/delivery/prove-delivery");
  await world.ports.store.change(world.home.shop.id, (s) => proveByPhoto(world.ports, s, deliveryId));
  expect([await world.home.s.invoicesOfOrder(orderId), (await world.home.s.delivery(deliveryId)).provenAt]).toEqual([[], null]);
});

test("a taking back waits for an invoice that is just taking its number, and is too late then", async () => {
  const { deliveryId, orderId } = await aDelivery();
  await isOut(deliveryId);
  const event = confirm(deliveryId);
  await send([event]);
  await world.work();
  const { proveByPhoto } = await import("~/workflows/delivery/prove-delivery");
  const shopId = world.home.shop.id;
  await world.ports.store.change(shopId, (s) => proveByPhoto(world.ports, s, deliveryId));
  const [invoice] = await world.home.s.invoicesOfOrder(orderId);
  const input = { kind: "invoice", buyer: { idType: "cedula" } } as unknown as NonNullable<typeof invoice>["input"];
  const [isNumbered, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const numbering = world.ports.store.change(shopId, async (s) => {
    await s.lock(`document:${invoice!.id}`);
    await s.updateDocument(invoice!.id, { state: "numbered", number: "001-001-000000099", input });
    isNumbered.resolve();
    await mayCommit.promise;
  });
  await isNumbered.promise;
  const mistake = undo(event);
  await send([mistake]);
  const working = world.work();
  const waiting = `SELECT count(*)::int AS many FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
  await expect.poll(async () => (await rowsOf<{ many: number }>(world.url, waiting))[0]!.many).toBe(1);
  mayCommit.resolve();
  await Promise.all([numbering, working]);
  expect([await outcomeOf(mistake), (await world.home.s.delivery(deliveryId)).state]).toEqual(["undo_too_late", "delivered"]);
  expect(await world.home.s.document(invoice!.id)).toMatchObject({ state: "numbered", number: "001-001-000000099" });
});

test("the run that ended with it goes on, as long as its guide's day lasts", async () => {
  const { s } = world.home;
  const { deliveryId } = await aDelivery();
  const { id: runId } = await s.insertRun({ courierId: world.home.courierId, locationId: null });
  await s.updateRun(runId, { state: "under_way", startedAt: new Date() });
  await s.updateDelivery(deliveryId, { runId, state: "out_for_delivery" });
  const event = confirm(deliveryId);
  await send([event]);
  await world.work();
  expect((await s.run(runId)).state).toBe("ended");
  await send([undo(event)]);
  await world.work();
  expect(await s.run(runId)).toMatchObject({ state: "under_way", endedAt: null });
});

test("who paid although nothing was taken is told to the desk, and the cash is in the courier's account", async () => {
  const { deliveryId } = await aDelivery();
  await isOut(deliveryId);
  const before = await inHand();
  await send([{ ...takenByNobody(deliveryId), collected: someCash({ minor: 350, because: "envío" }) }]);
  await world.work();
  expect(await world.home.s.delivery(deliveryId)).toMatchObject({
    ...{ state: "attempt_failed", refused: [], owesRest: false, provenAt: null },
    attention: { code: "collected_more", params: { due: "0.00", collected: "3.50", because: "envío" } },
  });
  expect((await inHand()) - before).toBe(350);
});

test("what a phone leaves out of what the shop demands holds nobody up, and is held against its confirmation", async () => {
  const { DEFAULT_PROOF } = await import("~/domain/proof/rules");
  const signals = async (proof: object | undefined, signed: boolean) => {
    const { deliveryId } = await world.home.aDelivery((number += 10_000));
    await isOut(deliveryId);
    const event = confirm(deliveryId);
    const signature = {
      ...aPhoto({ id: uuid(), deliveryId, sha256: createHash("sha256").update(uuid()).digest("hex") }),
      role: "signature",
    };
    await send([{ ...event, proof, photos: signed ? [...event.photos, signature] : event.photos }]);
    await world.work();
    const delivery = await world.home.s.delivery(deliveryId);
    expect(delivery.state).toBe("delivered");
    return delivery.doubt?.signals ?? [];
  };
  await world.home.s.updateShop({ proofRules: { ...DEFAULT_PROOF, relation: "must", signature: "must", pin: "must" } });
  const demanded = ["no_pin", "proof_incomplete"];
  expect(await signals(undefined, false)).toEqual(expect.arrayContaining(demanded));
  expect(await signals({ relation: "buyer", pin: "0000x" }, false)).toEqual(expect.arrayContaining(demanded));
  expect(await signals({ relation: "buyer", noPin: "did_not_get" }, true)).not.toContain("proof_incomplete");
  expect(await signals({ relation: "buyer", unsigned: "would_not" }, false)).not.toContain("proof_incomplete");
  await world.home.s.updateShop({ proofRules: null });
});

const unphotographed = (event: PhoneEvent, change: object = {}) => ({ ...event, photos: [], ...change }) as PhoneEvent;
const broughtBack = (deliveryId: string) => aReturn({ id: uuid(), deliveryId, stamp: now(), photos: [] });
const isFailed: Meanwhile = (id) => world.home.s.updateDelivery(id, { state: "attempt_failed" });
const isFetching: Meanwhile = (id) =>
  world.home.s.updateDelivery(id, { state: "out_for_delivery", returnGid: `gid://shopify/Return/${id}` });
const damaged = (id: string) => unphotographed(fail(id), { reason: "damaged" });
const signedOnly = (id: string) =>
  unphotographed(fail(id), { reason: "damaged", photos: [{ ...aPhoto({ id: uuid(), deliveryId: id }), role: "signature" }] });
const shown = (id: string) => ({ ...fail(id), reason: "damaged", photos: [aPhoto({ id: uuid(), deliveryId: id })] });

test.each<[string, (id: string) => PhoneEvent, Meanwhile, string, string | null]>([
  ["a failed attempt whose reason demands one", damaged, isOut, "attempt_failed", "attempt_unphotographed"],
  ["that attempt with nothing but a signature", signedOnly, isOut, "attempt_failed", "attempt_unphotographed"],
  ["that attempt, of what is another's by now", damaged, given, "assigned", "attempt_unphotographed"],
  ["back at the shop", broughtBack, isFailed, "returned", "return_unphotographed"],
  ["back at the shop, of what is another's by now", broughtBack, given, "assigned", "return_unphotographed"],
  ["the goods of a return fetched", (id) => unphotographed(confirm(id)), isFetching, "delivered", "fetched_unphotographed"],
  ["that attempt with its photo", shown, isOut, "attempt_failed", null],
  ["a failed attempt whose reason demands none", fail, isOut, "attempt_failed", null],
])(
  "told without a photo, %s: it counts as it was told, and the desk reads what is missing",
  async (_what, told, meanwhile, state, mark) => {
    const { deliveryId, orderId } = await aDelivery();
    await meanwhile(deliveryId);
    const event = told(deliveryId);
    await send([event]);
    await world.work();
    const delivery = await world.home.s.delivery(deliveryId);
    expect([delivery.state, delivery.attention]).toEqual([state, mark && { code: mark, params: { courier: "Luis Vega" } }]);
    expect((await world.home.s.attempt(event.id))!.proof?.isPhotoOwed ?? false).toBe(mark !== null);
    expect((await world.home.s.eventsOfOrder(orderId)).some(({ reason }) => reason?.code === mark)).toBe(mark !== null);
  },
);

test("a confirmation that names no photo at all is delivered, and that is held against it", async () => {
  const { deliveryId } = await world.home.aDelivery((number += 10_000));
  await isOut(deliveryId);
  const event = unphotographed(confirm(deliveryId));
  await send([event]);
  await world.work();
  expect(await world.home.s.delivery(deliveryId)).toMatchObject({
    state: "delivered",
    heldFor: "photo",
    doubt: { signals: ["proof_incomplete"] },
  });
  expect(await world.home.s.attempt(event.id)).toMatchObject({ proof: { isPhotoOwed: true } });
});

test("a photo goes its own way: named by the event, sent after it, and the chain of the day is whole", async () => {
  const { deliveryId, orderId } = await aDelivery();
  const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: { r: number % 256, g: 120, b: 90 } } });
  const bytes = new Uint8Array(await picture.jpeg().toBuffer());
  const named = { id: uuid(), deliveryId, sha256: createHash("sha256").update(bytes).digest("hex") };
  const event = { ...confirm(deliveryId), photos: [{ ...aPhoto(named), bytes: bytes.length }] };
  const sendPhoto = () => {
    const headers = { Host: "127.0.0.1:9", Cookie: world.cookies.mine, "Upload-Offset": "0" };
    const request = new Request("http://127.0.0.1:9/courier", { method: "PUT", headers, body: bytes });
    return world.photo.action!({ request, params: { token: token(), id: named.id }, context: {} } as never) as Promise<Response>;
  };
  await send([event]);
  expect((await sendPhoto()).headers.get("X-Problem")).toBe("photo_unknown");
  await world.work();
  expect([(await sendPhoto()).status, (await sendPhoto()).status]).toEqual([204, 204]);
  expect((await world.home.s.invoicesOfOrder(orderId)).length).toBe(1);
  const page = (await world.orderPage({ shop: world.home.shop, orderId }))!;
  expect(page.deliveries[0]!.attempts).toMatchObject([
    { id: event.id, chain: { intact: 1, of: 1, breaks: [] }, photos: [{ id: named.id, state: "here", isWrittenAnew: false }] },
  ]);
});

const day = async (Cookie: string, headers = {}) => call(world.data.loader, { token: token(), Cookie, headers });

test("both couriers read what became of it, and the desk too", async () => {
  const { deliveryId, orderId } = await aDelivery();
  await given(deliveryId);
  const event = confirm(deliveryId);
  await send([event]);
  const before = (await (await day(world.cookies.theirs)).json()) as { pending: { deliveryId: string }[] };
  expect(before.pending.map((stop) => stop.deliveryId)).toContain(deliveryId);
  await world.work();
  const [mine, theirs] = [(await (await day(world.cookies.mine)).json()) as Read, (await (await day(world.cookies.theirs)).json()) as Read];
  expect(mine.reports.find(({ id }) => id === event.id)).toEqual({
    ...{ id: event.id, deliveryId, outcome: { code: "taken_over" }, photosReceived: 0, photosExpected: 1 },
  });
  expect(theirs.pending.map((stop) => stop.deliveryId)).not.toContain(deliveryId);
  expect(theirs.others[0]).toMatchObject({ deliveryId, orderName: `#${number}`, code: "taken_over", courier: "Luis Vega" });
  const atTheDesk = (await world.home.s.eventsOfOrder(orderId)).find(({ to }) => to === "delivered");
  expect(atTheDesk?.reason).toEqual({ code: "delivered_by_first_holder", params: { courier: "Luis Vega", from: "Eva Mora" } });
  await send([undo(event)]);
  await world.work();
  const after = (await (await day(world.cookies.theirs)).json()) as Read;
  expect(after.others.filter((one) => one.deliveryId === deliveryId)).toEqual([]);
});
type Read = { pending: { deliveryId: string }[]; reports: Report[]; others: OthersReport[] };

test("a day that the phone has already is answered by nothing", async () => {
  await aDelivery();
  const first = await day(world.cookies.mine);
  const ETag = first.headers.get("ETag")!;
  expect([first.status, first.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
  expect((await day(world.cookies.mine, { "If-None-Match": `W/${ETag}` })).status).toBe(304);
  expect((await day(world.cookies.theirs, { "If-None-Match": ETag })).status).toBe(200);
  await world.home.aDelivery(number + 5000);
  expect((await day(world.cookies.mine, { "If-None-Match": ETag })).status).toBe(200);
});

const SEEN = { latitude: -0.21, longitude: -78.49, accuracyMetres: 8 };
const dayNow = async (Cookie = world.cookies.mine) => (await (await call(world.data.loader, { token: token(), Cookie })).json()) as Day;
const ofShift = (shiftId: string, kind: ShiftKind, sharesPosition = true): ShiftEvent => ({
  ...{ id: uuid(), kind, shiftId, sharesPosition, stamp: now() },
});
const tellShift = async (shift: ShiftEvent[], at?: string, Cookie = world.cookies.mine) => {
  const position = at === undefined ? null : { kind: "position", shiftId: at, position: SEEN, stamp: now() };
  return (await (await post({ phoneId, events: [], dropped: [], shift, position }, Cookie)).json()) as Receipts;
};

test("a shift is on from its start to its end, told as often as one likes, and the desk sees where its courier is only while it is on", async () => {
  const { s, courierId } = world.home;
  const shiftId = uuid();
  const started = ofShift(shiftId, "shift_start");
  expect(await tellShift([started], shiftId)).toMatchObject({ receipts: [{ id: started.id, result: "taken" }] });
  await tellShift([started], shiftId);
  expect((await dayNow()).shift).toMatchObject({ id: shiftId, state: "on", since: started.stamp.deviceAt, sharesPosition: true });
  expect((await dayNow(world.cookies.theirs)).shift).toBeNull();
  expect(await s.lastPosition(courierId)).toMatchObject({ position: SEEN });
  // Another courier's phone can't end it, nor say where this one is.
  await tellShift([ofShift(shiftId, "shift_end")], shiftId, world.cookies.theirs);
  await tellShift([ofShift(shiftId, "shift_pause")], shiftId);
  expect([(await dayNow()).shift?.state, await s.lastPosition(courierId)]).toEqual(["paused", null]);
  await tellShift([ofShift(shiftId, "shift_start")], shiftId);
  expect(await s.lastPosition(courierId)).not.toBeNull();
  await tellShift([ofShift(shiftId, "shift_end")], shiftId);
  expect([(await dayNow()).shift, await s.lastPosition(courierId)]).toEqual([null, null]);
  await tellShift([ofShift(shiftId, "shift_start")], shiftId);
  expect((await dayNow()).shift).toBeNull();
  const rows = await rowsOf(world.url, `SELECT latitude, "positionAt" FROM "CourierShift" WHERE id = $1`, [shiftId]);
  expect(rows).toEqual([{ latitude: null, positionAt: null }]);
});

test("without the courier's consent no position is kept; a shift begun on another phone ends the one before", async () => {
  const { s, courierId } = world.home;
  const [first, second] = [uuid(), uuid()];
  await tellShift([ofShift(first, "shift_start", false)], first);
  expect([(await dayNow()).shift?.id, await s.lastPosition(courierId)]).toEqual([first, null]);
  phoneId = uuid();
  await tellShift([ofShift(second, "shift_start", false)]);
  expect([(await dayNow()).shift?.id, (await s.shift(courierId, first))?.endedAt]).toEqual([second, expect.any(Date)]);
  await tellShift([ofShift(second, "shift_end")]);
});

test("what never was theirs, another shop's and what there is none of, are told alike and changed by nothing", async () => {
  const [own, foreign] = [await aDelivery(), await world.other.aDelivery(number)];
  const events = [own.deliveryId, foreign.deliveryId, uuid()].map(confirm);
  await send(events, { Cookie: world.cookies.theirs });
  await world.work(world.home.otherId);
  for (const event of events) expect(await outcomeOf(event, world.home.otherId)).toBe("not_yours");
  expect([(await world.home.s.delivery(own.deliveryId)).state, (await world.other.s.delivery(foreign.deliveryId)).state]).toEqual([
    "assigned",
    "assigned",
  ]);
  expect([await world.home.s.attemptsOf(own.deliveryId), await world.other.s.attemptsOf(foreign.deliveryId)]).toEqual([[], []]);
});

test("two couriers whose phones came upon the same id lose nothing by it", async () => {
  const { deliveryId } = await aDelivery();
  await isOut(deliveryId);
  const theirs = await world.home.aDelivery(number + 5000);
  await given(theirs.deliveryId);
  const [one, two] = [fail(deliveryId), fail(theirs.deliveryId)];
  await send([one]);
  await send([{ ...two, id: one.id }], { Cookie: world.cookies.theirs });
  await Promise.all([world.work(), world.work(world.home.otherId)]);
  for (const id of [deliveryId, theirs.deliveryId]) expect(await world.home.s.attemptsOf(id)).toHaveLength(1);
});

test("one that can't be worked out is seen as hindered and holds up no other; with the next try it is through", async () => {
  const [broken, whole] = [await aDelivery(), await world.home.aDelivery(number + 5000)];
  const poison = { ...confirm(broken.deliveryId), position: { latitude: -0.18, longitude: -78.48, accuracyMetres: 5 } };
  const fine = confirm(whole.deliveryId);
  await send([poison, fine]);
  const logged: string[] = [];
  const log = { ...world.ports.log, error: (event: string) => void logged.push(event) };
  const addressKey = () => {
    throw new Error("a bug");
  };
  await expect(world.work(undefined, { ...world.ports, log, addressKey })).rejects.toThrow("a bug");
  expect([await outcomeOf(poison), await outcomeOf(fine), logged]).toEqual(["hindered", "applied", ["phone_event.failed"]]);
  expect([(await world.home.s.delivery(broken.deliveryId)).state, await world.home.s.attempt(poison.id)]).toEqual(["assigned", null]);
  await world.work();
  expect(await outcomeOf(poison)).toBe("applied");
});

test("one that can't be worked out however often is said on its order, and no more once it is through", async () => {
  const { deliveryId, orderId } = await aDelivery();
  const poison = { ...confirm(deliveryId), position: { latitude: -0.18, longitude: -78.48, accuracyMetres: 5 } };
  await send([poison]);
  const addressKey = () => {
    throw new Error("a bug");
  };
  const log = { ...world.ports.log, error: () => undefined };
  const fails = () => expect(world.work(undefined, { ...world.ports, log, addressKey })).rejects.toThrow("a bug");
  const attention = async () => (await world.home.s.delivery(deliveryId)).attention?.code ?? null;
  for (let tries = 1; tries < 8; tries++) await fails();
  expect(await attention()).toBeNull();
  await fails();
  expect(await attention()).toBe("report_hindered");
  for (let tries = 9; tries <= 16; tries++) await fails();
  const told = (await world.home.s.eventsOfOrder(orderId)).filter(({ reason }) => reason?.code === "report_hindered");
  expect(told).toMatchObject([{ reason: { params: { courier: "Luis Vega" } } }]);
  expect(await world.home.s.couriersWithReportsLeft(new Date())).toContain(world.home.courierId);
  await world.work();
  expect([await outcomeOf(poison), await attention()]).toEqual(["applied", null]);
  expect(await world.home.s.couriersWithReportsLeft(new Date())).toEqual([]);
});

test("what a courier says about money and can't be counted is shown at the desk with its courier, until it is through", async () => {
  const { queries } = await import("~/composition.server");
  const left = () => queries.moneyReportsLeft({ shop: world.home.shop });
  const told = aHandOverEvent({ id: uuid(), handOverId: uuid(), minor: 1250, stamp: now() });
  await send([told]);
  const log = { ...world.ports.log, error: () => undefined };
  // Its bookkeeping goes on; only what it says can't be worked out.
  let isBroken = false;
  const clock = { now: () => (isBroken ? broken() : world.ports.clock.now()) };
  const broken = (): never => {
    throw new Error("a bug");
  };
  const fails = async () => {
    isBroken = true;
    await expect(world.work(undefined, { ...world.ports, log, clock })).rejects.toThrow("a bug");
    isBroken = false;
  };
  for (let tries = 1; tries < 8; tries++) await fails();
  expect(await left()).toEqual([]);
  await fails();
  const params = { courier: "Luis Vega", amount: "USD 12.50", date: expect.any(String) as string };
  expect(await left()).toEqual([{ courierId: world.home.courierId, worded: { code: "hand_over_hindered", params } }]);
  expect(await queries.moneyReportsLeft({ shop: world.other.shop })).toEqual([]);
  await world.work();
  expect([await outcomeOf(told), await left()]).toEqual(["applied", []]);
});

test("three times are kept of each: the phone's, its counter's and what is believed", async () => {
  const { deliveryId } = await aDelivery();
  const serverAt = new Date().toISOString();
  const ahead = new Date(Date.now() + 3_600_000).toISOString();
  const event = { ...confirm(deliveryId), stamp: { deviceAt: ahead, counter: 7, serverAt, deviceAtServer: ahead, elapsedMs: null } };
  await send([event]);
  await world.work();
  const columns = `counter, "timeBy", "skewMs"::int, "isTimeDoubtful", "happenedAt" <= "receivedAt" AS "isPast"`;
  expect(await rowsOf(world.url, `SELECT ${columns} FROM "PhoneEvent" WHERE id = $1`, [event.id])).toEqual([
    { counter: 7, timeBy: "clock", skewMs: expect.closeTo(3_600_000, -3), isTimeDoubtful: false, isPast: true },
  ]);
});

test("the order says of a wrong clock by how much it was set right, and of one that was changed what it said", async () => {
  const [wrong, changed] = [await aDelivery(), await world.home.aDelivery(number + 8000)];
  const serverAt = new Date().toISOString();
  const ahead = new Date(Date.now() + 3_600_000).toISOString();
  const stamp = { counter: 8, serverAt, elapsedMs: null };
  await send([
    { ...confirm(wrong.deliveryId), stamp: { ...stamp, deviceAt: ahead, deviceAtServer: ahead } },
    { ...confirm(changed.deliveryId), stamp: { ...stamp, counter: 9, deviceAt: ahead, deviceAtServer: serverAt } },
  ]);
  await world.work();
  const clockOf = async (orderId: string) =>
    (await world.orderPage({ shop: world.home.shop, orderId }))!.deliveries.flatMap(({ attempts }) => attempts.map(({ clock }) => clock));
  expect(await clockOf(wrong.orderId)).toEqual([{ kind: "ahead", minutes: 60 }]);
  expect(await clockOf(changed.orderId)).toEqual([{ kind: "changed", saidAt: ahead }]);
});

test("what a courier leaves for the next delivery at an address is there with it, photo and all, until the buyer is forgotten", async () => {
  const { s } = world.home;
  const [first, next] = [await aDelivery(), await world.home.aDelivery(number + 7000)];
  const doorOfNext = async () => (await dayNow()).pending.find(({ deliveryId }) => deliveryId === next.deliveryId)!;
  expect((await doorOfNext()).doorNote).toBeUndefined();
  const told = confirm(first.deliveryId);
  const [gate] = told.photos;
  await send([{ ...told, doorNote: "Portón verde, timbre 2", gatePhotoId: gate!.id }]);
  await world.work();
  // The words come at once, the picture once it is here.
  expect(await doorOfNext()).toMatchObject({ doorNote: "Portón verde, timbre 2", gatePhotoUrl: null });
  await s.endShotParts(gate!.id, { key: "photo", receivedAt: new Date() });
  expect((await doorOfNext()).gatePhotoUrl).toMatch(/\/files\//);
  // An old phone says nothing of it, and takes nothing away.
  const another = await world.home.aDelivery(number + 8000);
  await send([confirm(another.deliveryId)]);
  await world.work();
  expect((await doorOfNext()).doorNote).toBe("Portón verde, timbre 2");
  const { redactBuyers } = await import("~/workflows/shop/redact");
  await redactBuyers(world.ports, s, [(await s.order(first.orderId)).sale.gid]);
  expect((await doorOfNext()).doorNote).toBeUndefined();
  const bodies = await rowsOf(world.url, `SELECT body FROM "PhoneEvent" WHERE id = $1`, [told.id]);
  expect(JSON.stringify(bodies)).not.toContain("verde");
});

test("forgetting a buyer forgets what phones told of them", async () => {
  const { deliveryId } = await aDelivery();
  const event = { ...confirm(deliveryId), position: { latitude: -0.18, longitude: -78.48, accuracyMetres: 5 } };
  await send([event, fail(deliveryId)]);
  await world.work();
  await world.home.s.redactOrder(`gid://shopify/Order/${number}`);
  // Another phone was without signal until then.
  const late = { ...event, id: uuid(), stamp: now(), photos: [aPhoto({ id: uuid(), deliveryId })] };
  await send([late]);
  await world.work();
  const told = JSON.stringify(await rowsOf(world.url, `SELECT body FROM "PhoneEvent" WHERE "deliveryId" = $1`, [deliveryId]));
  for (const { id } of [event, late]) expect(told).toContain(id);
  expect(told).not.toMatch(/Ana|timbre|latitude/);
  for (const { receivedBy, latitude } of await world.home.s.attemptsOf(deliveryId)) expect([receivedBy, latitude]).toEqual([null, null]);
  expect((await world.home.s.shot(late.photos[0]!.id))?.problem).toEqual({ code: "photo_not_wanted" });
});

test.each<[string, number, string, () => Promise<Response>]>([
  ["no cookie", 404, "session_missing", () => post({}, "")],
  ["another site", 403, "foreign_origin", () => post({}, undefined, { "Sec-Fetch-Site": "cross-site" })],
  ["no JSON", 400, "form_unreadable", () => post("{")],
  ["no batch", 400, "form_unreadable", () => post([1])],
  ["a hundred and one", 413, "batch_too_large", () => post({ phoneId, events: Array(101).fill(null) })],
  ["more than 256 KB", 413, "batch_too_large", () => post("x".repeat(262_145))],
  ["asked for", 405, "form_unreadable", () => call(world.events.loader, { token: token(), Cookie: world.cookies.mine })],
])("%s is a %i", async (_what, status, problem, ask) => {
  const response = await ask();
  expect([response.status, response.headers.get("X-Problem"), response.headers.get("Cache-Control")]).toEqual([
    status,
    problem,
    "no-store",
  ]);
});

/** In bytes that are no text, or in numbers that are no JSON of ours, as a broken or a hostile phone sends them. */
const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
test.each<[string, (valid: string) => string | Buffer, object?]>([
  ["bytes that are no UTF-8 stand in the name", (valid) => Buffer.from(valid.replace("Ana", "An\xff\xfe\xc3"), "latin1")],
  ["it comes as something else", (valid) => valid, { "Content-Type": "multipart/form-data; boundary=x" }],
  ["it comes as compressed, and is not", (valid) => valid, { "Content-Type": "image/jpeg", "Content-Encoding": "identity" }],
  [
    "its proof, buyer and money are nested forty thousand deep",
    (valid) => valid.replace('"photos"', `"proof":${nested(20_000)},"fiscalData":${nested(20_000)},"photos"`),
  ],
  ["what stands beside it is nested a hundred thousand deep", (valid) => valid.replace('"events":[', `"events":[${nested(100_000)},`)],
  [
    "numbers beside it are beyond all numbers",
    (valid) => valid.replace('"events":[', `"events":[{"kind":"start","stamp":{"counter":1e999}},${"9".repeat(5_000)},-1e-999,`),
  ],
  [
    "its position and its buyer's purse are beyond all numbers",
    (valid) =>
      valid
        .replace('"position":null', '"position":{"latitude":1e999,"longitude":-1e400}')
        .replace('"collected":null', `"collected":{"minor":${"9".repeat(400)}}`),
  ],
  [
    "what is told of the shift is nonsense",
    (valid) => valid.replace('"events"', '"shift":[1e999,null,{"kind":"pause"}],"position":{"latitude":"x"},"events"'),
  ],
  ["it names what JavaScript inherits", (valid) => valid.replace('"events"', '"__proto__":{"events":[]},"constructor":null,"events"')],
])("a valid event is taken though %s", async (_what, change, headers = {}) => {
  const { deliveryId } = await aDelivery();
  const event = { ...confirm(deliveryId), collected: null };
  const body = change(JSON.stringify({ phoneId, events: [event], dropped: [] }));
  const response = await post(typeof body === "string" ? body : new Uint8Array(body), undefined, headers as Record<string, string>);
  expect(response.status).toBe(200);
  const { receipts } = (await response.json()) as Receipts;
  expect(receipts.filter(({ id }) => id === event.id)).toEqual([{ id: event.id, result: "taken" }]);
  await world.work();
  expect([await outcomeOf(event), (await world.home.s.delivery(deliveryId)).state]).toEqual(["applied", "delivered"]);
});

test("ten megabytes that say nothing of their length are read no further than a batch may be long", async () => {
  let read = 0;
  const body = new ReadableStream({
    pull(controller) {
      read += 65_536;
      if (read > 10 * 2 ** 20) controller.close();
      else controller.enqueue(new Uint8Array(65_536).fill(91));
    },
  });
  const headers = { Host: "127.0.0.1:9", Cookie: world.cookies.mine };
  const request = new Request("http://127.0.0.1:9/courier", { method: "POST", headers, body, duplex: "half" } as RequestInit);
  const response = (await world.events.action!({ request, params: { token: token() }, context: {} } as never)) as Response;
  expect([response.status, response.headers.get("X-Problem")]).toEqual([413, "batch_too_large"]);
  expect(read).toBeLessThan(2 ** 20);
});

test("three hundred batches of anything: never an error, never another's delivery, never a valid event lost", async () => {
  const [mine, gone, foreign] = [await aDelivery(), await world.home.aDelivery(number + 5000), await world.other.aDelivery(number)];
  await given(gone.deliveryId);
  const fetched = await aReturnToFetch();
  const delivery = fc.oneof(fc.constantFrom(mine.deliveryId, fetched, gone.deliveryId, foreign.deliveryId), fc.uuid());
  const instant = fc.date({ min: new Date(0), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true }).map((at) => at.toISOString());
  const stamp = fc.record({
    deviceAt: instant,
    counter: fc.integer({ min: 1, max: 40 }),
    serverAt: fc.option(instant),
    deviceAtServer: fc.option(instant),
    elapsedMs: fc.option(fc.double({ min: 0, max: 1e12, noNaN: true })),
  });
  const words = fc.string({ unit: "binary", maxLength: 30 });
  const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
  const most = 2 ** 31 - 1;
  /** Of which some were named before, by this courier, the other and another shop's. */
  const shotId = fc.oneof(fc.constantFrom(...(await shotsOfOthers(foreign.deliveryId))), fc.uuid());
  const photoOf = (deliveryId: string) =>
    fc.record({
      ...{ id: shotId, sha256: hash, takenAt: instant, deliveryId: fc.constant(deliveryId), bytes: fc.integer({ min: 1, max: most }) },
      ...{ width: fc.integer({ min: 1, max: 100_000 }), height: fc.integer({ min: 1, max: 100_000 }), overridden: fc.jsonValue() },
      link: fc.record({
        ...{ day: fc.constantFrom("2026-11-26", "0000-00-00", "9999-99-99"), number: fc.integer({ min: 1, max: most }) },
        ...{ prev: fc.option(hash), hash },
      }),
    });
  const photosOf = (deliveryId: string) => fc.array(photoOf(deliveryId), { maxLength: 2 });
  const anything = fc.oneof(fc.jsonValue(), fc.constant(undefined));
  const buyer = fc.record({
    schemaVersion: fc.constant(1),
    country: words,
    idType: words,
    idNumber: words,
    legalName: words,
    email: words,
  });
  const money = fc.record({
    minor: fc.nat(),
    currency: fc.constantFrom("USD", "XXX"),
    how: fc.constant("cash"),
    reference: words,
    because: words,
  });
  /** What a confirmation may tell along, readable or not: it never costs the delivery. */
  const along = fc.record({
    ...{ collected: fc.oneof(anything, money), fiscalData: fc.oneof(anything, buyer), proof: anything },
    ...{ doorNote: fc.oneof(anything, words), gatePhotoId: fc.oneof(anything, fc.uuid()), refused: fc.oneof(anything, fc.array(anything)) },
  });
  const parcels = fc.oneof(anything, fc.record({ scanned: fc.array(fc.nat(9)), of: fc.integer({ min: 1, max: 9 }), because: anything }));
  const refusedLines = fc.array(fc.record({ lineId: fc.constantFrom("1", "2"), quantity: fc.integer({ min: 1, max: 3 }), reason: words }));
  const position = fc.oneof(anything, fc.record({ latitude: fc.double(), longitude: fc.double(), accuracyMetres: anything }));
  const pool = Array.from({ length: 6 }, uuid);
  const id = fc.oneof(fc.uuid(), fc.constantFrom(...pool));
  const valid = fc.record({ id, deliveryId: delivery, stamp, position }).chain((common) =>
    fc.oneof(
      parcels.map((told) => ({ kind: "start", ...common, parcels: told })),
      fc.constantFrom(...pool).map((undoes) => ({ kind: "undo", ...common, undoes })),
      fc
        .record({ receivedBy: words, photos: photosOf(common.deliveryId), told: along, parcels })
        .map(({ told, ...said }) => ({ ...told, kind: "confirm", ...common, ...said })),
      refusedLines.map((refused) => ({ ...aConfirm({ ...common, position: null, photos: [] }), refused })),
      fc
        .record({ reason: words, note: fc.option(words), photos: photosOf(common.deliveryId), reattemptOn: anything })
        .map((said) => ({ kind: "fail", ...common, ...said })),
      fc.record({ receivedBy: words, photos: photosOf(common.deliveryId) }).map((said) => ({ kind: "return", ...common, ...said })),
    ),
  );
  const ofMoney = fc.record({ id, stamp, deliveryId: fc.constant(null), position: fc.constant(null) }).chain((common) =>
    fc.oneof(
      fc
        .record({ handOverId: id, minor: fc.nat(1e9), currency: fc.constantFrom("USD", "XXX") })
        .map((said) => ({ kind: "hand_over", ...common, ...said })),
      fc.record({ settlementId: fc.uuid(), sha256: hash }).map((said) => ({ kind: "countersign", ...common, ...said })),
      fc.record({ settlementId: fc.uuid(), sha256: hash, words }).map((said) => ({ kind: "dispute", ...common, ...said })),
    ),
  );
  const ofShift = fc.record({
    id,
    kind: fc.constantFrom("shift_start", "shift_pause", "shift_end"),
    shiftId: id,
    stamp,
    sharesPosition: fc.boolean(),
  });
  const batch = fc.record({
    phoneId: fc.constantFrom(uuid(), uuid()),
    events: fc.array(
      fc.oneof({ weight: 3, arbitrary: valid }, { weight: 1, arbitrary: ofMoney }, { weight: 1, arbitrary: fc.jsonValue() }),
      { maxLength: 4 },
    ),
    dropped: fc.oneof(fc.constant([]), fc.jsonValue()),
    ...{ shift: fc.oneof(anything, fc.array(ofShift, { maxLength: 2 })), position: anything },
  });
  const sent = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.oneof({ weight: 9, arbitrary: batch }, { weight: 1, arbitrary: fc.jsonValue() }), async (body) => {
      const response = await post(body);
      expect([200, 400]).toContain(response.status);
      const events = typeof body === "object" && body !== null && "events" in body && Array.isArray(body.events) ? body.events : [];
      const told = (events as ({ kind?: string; stamp?: unknown; id: string } | null)[]).filter(
        (one) => one !== null && typeof one === "object",
      );
      const ids = new Set(told.map(({ id }) => id));
      if (response.status !== 200) return;
      for (const { id, result } of ((await response.json()) as Receipts).receipts) if (result !== "refused" && ids.has(id)) sent.add(id);
      for (const one of told) if (one.stamp && one.kind) expect(sent).toContain(one.id);
    }),
    { numRuns: 300 },
  );
  await world.work();
  const rows = await rowsOf(world.url, `SELECT id, outcome->>'code' AS code FROM "PhoneEvent" WHERE id::text = ANY($1)`, [[...sent]]);
  expect(rows).toHaveLength(sent.size);
  expect(rows.filter(({ code }) => code === null || code === "hindered")).toEqual([]);
  expect(await world.other.s.attemptsOf(foreign.deliveryId)).toEqual([]);
  expect((await world.other.s.delivery(foreign.deliveryId)).state).toBe("assigned");
  expect(await Promise.all([world.home.s, world.other.s].map((s) => s.shotsOfDelivery(foreign.deliveryId)))).toMatchObject([
    [],
    [{ courierId: world.other.courierId, receivedBytes: 0 }],
  ]);
});

/** One photo that another shop's courier told of, and one that the other courier did. */
async function shotsOfOthers(foreignDelivery: string): Promise<[string, string]> {
  const [foreign, theirs] = [
    aPhoto({ id: uuid(), deliveryId: foreignDelivery }),
    await world.home.aDelivery(number + 6000).then(({ deliveryId }) => confirm(deliveryId)),
  ];
  const { NOT_HERE_YET } = await import("~/workflows/courier/keep-attempt");
  const { width: _width, height: _height, ...shot } = foreign;
  const whose = { courierId: world.other.courierId, phoneId: null, attemptId: null, ordinal: 1 };
  await world.other.s.insertShots([{ ...shot, ...whose, ...NOT_HERE_YET }]);
  await given(theirs.deliveryId);
  await send([theirs], { Cookie: world.cookies.theirs });
  await world.work(world.home.otherId);
  return [foreign.id, theirs.photos[0]!.id];
}

/** Of a return that this courier is to fetch from its buyer. */
async function aReturnToFetch(): Promise<string> {
  const { orderId } = await world.home.aDelivery(number + 7000);
  const returnGid = `gid://shopify/Return/${number}`;
  const { id } = await world.home.s.insertDelivery({ orderId, currency: "USD", returnGid, lines: [{ lineId: "1", quantity: 2 }] });
  await world.home.s.updateDelivery(id, { courierId: world.home.courierId, state: "out_for_delivery" });
  return id;
}

/** What a courier may tell of one delivery; an undoing takes back what it is told after. */
const TOLD = ["start", "confirm", "partly", "none", "fail", "return", "undo"] as const;
function toldOf(deliveryId: string, script: readonly (typeof TOLD)[number][]): PhoneEvent[] {
  return script.reduce<PhoneEvent[]>((told, kind) => {
    const last = told.findLast((event) => event.kind === "confirm" || event.kind === "fail");
    const event = {
      start: () => start(deliveryId),
      confirm: () => confirm(deliveryId),
      partly: () => ({ ...confirm(deliveryId), collected: null, refused: [{ lineId: "1", quantity: 1, reason: "damaged" }] }),
      none: () => takenByNobody(deliveryId),
      fail: () => fail(deliveryId),
      return: () => aReturn({ id: uuid(), deliveryId, stamp: now(), photos: [aPhoto({ id: uuid(), deliveryId })] }),
      undo: () => undo(last ?? confirm(deliveryId)),
    }[kind]();
    return [...told, event];
  }, []);
}

test("whatever a day's reports are, sent in disorder, in parts and more than once they come to the same as one after the other", async () => {
  const { s, courierId } = world.home;
  const cameTo = async (deliveryId: string, told: PhoneEvent[]) => {
    const { state, attention, refused } = await s.delivery(deliveryId);
    const attempts = (await s.attemptsOf(deliveryId)).map(({ id, outcome, stands }) => [
      told.findIndex((event) => event.id === id),
      outcome,
      stands,
    ]);
    const outcomes = await Promise.all(told.map((event) => outcomeOf(event)));
    return { state, attention: attention?.code ?? null, refused, attempts: attempts.sort(), outcomes };
  };
  const script = fc.array(fc.constantFrom(...TOLD), { minLength: 1, maxLength: 6 });
  const disorder = fc.record({
    by: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
    again: fc.array(fc.nat(5), { maxLength: 4 }),
    cut: fc.nat(6),
  });
  await fc.assert(
    fc.asyncProperty(script, disorder, async (kinds, { by, again, cut }) => {
      const [one, other] = [await world.home.aDelivery((number += 10_000)), await world.home.aDelivery((number += 10_000))];
      const [straight, mixed] = [toldOf(one.deliveryId, kinds), toldOf(other.deliveryId, kinds)];
      await send(straight);
      await world.work();
      const disordered = mixed.map((event, at) => ({ event, by: by[at]! })).sort((a, b) => a.by - b.by);
      const sent = [...disordered.map(({ event }) => event), ...again.map((at) => mixed[at % mixed.length]!)];
      expect(results(await send(sent.slice(0, cut))).every((result) => result !== "refused")).toBe(true);
      expect(results(await send(sent.slice(cut))).every((result) => result !== "refused")).toBe(true);
      await world.work();
      expect(await cameTo(other.deliveryId, mixed)).toEqual(await cameTo(one.deliveryId, straight));
      const kept = await rowsOf(world.url, `SELECT id FROM "PhoneEvent" WHERE "courierId" = $1 AND "deliveryId" = $2`, [
        courierId,
        other.deliveryId,
      ]);
      expect(kept).toHaveLength(mixed.length);
    }),
    { numRuns: 8 },
  );
});

test("whatever comes for a photo, wrong place, empty, huge, by drops or another's, is no error, and the photo itself still gets through", async () => {
  const noise = { type: "gaussian" as const, mean: 100, sigma: 40 };
  const picture = sharp({ create: { width: 330, height: 330, channels: 3, background: "#777", noise } }).jpeg({ quality: 95 });
  const bytes = new Uint8Array(await picture.toBuffer());
  expect(bytes.length).toBeGreaterThan(PART_BYTES);
  const put = (id: string, { offset, body, Cookie = world.cookies.mine, type = "application/octet-stream" }: Piece) => {
    const headers = { Host: "127.0.0.1:9", Cookie, "Upload-Offset": offset, "Content-Type": type };
    const request = new Request("http://127.0.0.1:9/courier", { method: "PUT", headers, body, duplex: "half" } as RequestInit);
    return world.photo.action!({ request, params: { token: token(), id }, context: {} } as never).catch(answered) as Promise<Response>;
  };
  const offsetOf = (response: Response) => Number(response.headers.get("Upload-Offset"));
  const piece = fc.record({
    offset: fc.oneof(fc.constantFrom("0", "65536", "-1", "1e3", "999999999", "9999999999", "x"), fc.nat(bytes.length).map(String)),
    // Never the whole of what is missing: what is whole and wrong is asked for twice more only.
    body: fc.oneof(
      fc.constantFrom(
        new Uint8Array(0),
        new Uint8Array(PART_BYTES + 1),
        new Uint8Array(PART_BYTES),
        bytes.slice(0, 999),
        bytes.slice(PART_BYTES, -1),
      ),
      fc.uint8Array({ maxLength: 40 }).map((drop) => new Uint8Array(drop)),
    ),
    isSlow: fc.boolean(),
    type: fc.constantFrom("image/jpeg", "text/html", "multipart/form-data; boundary=x", "application/octet-stream"),
    whose: fc.constantFrom("mine", "theirs", "nobody's", "another photo"),
  });
  const event = { ...confirm((await aDelivery()).deliveryId) };
  const named = event.photos.map((one) => ({ ...one, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") }));
  await send([{ ...event, photos: named }]);
  await world.work();
  const shotId = named[0]!.id;
  await fc.assert(
    fc.asyncProperty(piece, async ({ whose, isSlow, body, ...one }) => {
      const Cookie = whose === "theirs" ? world.cookies.theirs : whose === "nobody's" ? "" : world.cookies.mine;
      const response = await put(whose === "another photo" ? uuid() : shotId, { ...one, Cookie, body: isSlow ? byDrops(body) : body });
      expect([204, 400, 404, 409, 413]).toContain(response.status);
      if (whose !== "mine") expect([response.ok, response.headers.get("Upload-Offset")]).toEqual([false, null]);
    }),
    { numRuns: 60 },
  );
  // As the phone does: from where the server has it; wrong bytes that came before are found out at the end, and it begins anew.
  let offset = offsetOf(await put(shotId, { offset: "999999999", body: bytes.slice(0, 1) }));
  for (let asked = 0; offset < bytes.length; asked++) {
    expect(asked).toBeLessThan(10);
    offset = offsetOf(await put(shotId, { offset: String(offset), body: bytes.slice(offset, offset + PART_BYTES) }));
  }
  expect(await world.home.s.shot(shotId)).toMatchObject({ receivedAt: expect.any(Date), problem: null });
});

type Piece = { offset: string; body: Uint8Array<ArrayBuffer> | ReadableStream; Cookie?: string; type?: string };
/** A refusal is thrown by what stands before a route. */
const answered = (thrown: unknown): Response => {
  if (thrown instanceof Response) return thrown;
  throw thrown;
};
/** A body that comes in five goes, each in a turn of its own. */
const byDrops = (bytes: Uint8Array): ReadableStream => {
  const size = Math.max(1, Math.ceil(bytes.length / 5));
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      await new Promise((done) => setImmediate(done));
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, (at += size)));
    },
  });
};
