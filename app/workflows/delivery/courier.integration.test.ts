import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";
import { keyOf } from "~/workflows/order/locate-address";
import { keepDoorData } from "~/workflows/courier/take-door-data";
import { DEFAULT_PROOF } from "~/domain/proof/rules";
import type { ToldProof } from "~/domain/proof/told";
import { courierWorld, type CourierWorld } from "~/testing/courier-world";
import { freshDatabase } from "../../../tests/support/database";
import { chooseProof } from "~/workflows/settings/choose-proof";
import { confirmDelivery } from "./confirm-delivery";
import { failDelivery } from "./fail-delivery";
import { disbelieveDelivery, markSeen, releaseDelivery } from "./judge-delivery";
import { cancelDeliveries } from "./end-delivery";
import { handedOver } from "./handed-over";
import { readPhoto, type SentPhoto } from "./keep-photo";
import { proveByPhoto, proveOverdue } from "./prove-delivery";
import { reassignDelivery } from "./reassign-delivery";
import { returnDelivery } from "./return-delivery";
import { startDelivery } from "./start-delivery";
import { undoDelivery, undoReport } from "./undo-delivery";
import type { SaleOrder } from "~/domain/order/order";
import { followOrder } from "~/workflows/order/follow-order";
import { fixedCommission, type CommissionRule } from "~/domain/rate/commission";
import type { Collected } from "~/domain/settlement/collected";
import { balanceOf } from "~/domain/settlement/balance";
import { contentOf, issueSettlement, withdrawSettlement } from "~/workflows/settlement/issue-settlement";
import { adjustAccount, paySettlement } from "~/workflows/settlement/pay-settlement";
import { countHandOver } from "~/workflows/settlement/hand-over-cash";
import { sayOfMoney } from "~/workflows/settlement/say-of-money";
import { reckonAnew } from "./reckon-commission";

let world: CourierWorld;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;
let photo: SentPhoto;
let number = 1000;
beforeAll(async () => {
  await freshDatabase();
  world = await courierWorld();
  home = await world.aShop("demo.myshopify.com");
  photo = await aPicture("#2a7");
});
beforeEach(() => {
  world.setNow("2026-11-23T15:00:00Z");
  world.sent.length = 0;
});

const aPicture = async (background: string) =>
  readPhoto(
    world.ports,
    await sharp({ create: { width: 640, height: 480, channels: 3, background } })
      .jpeg()
      .toBuffer(),
  );
const mine = () => ({ shopId: home.shop.id, courierId: home.courierId });
const uuid = () => world.ports.ids.uuid();
const code = async (promise: Promise<unknown>) =>
  promise.then(
    () => "no failure",
    (error: { code?: string }) => error.code ?? error,
  );
const photosKept = async () => (await readdir(join(world.folder, home.shop.id, "photos")).catch(() => [])).length;
const report = (deliveryId: string, change: object = {}) => ({
  ...mine(),
  deliveryId,
  confirmationId: uuid(),
  receivedBy: "Ana",
  photos: [photo],
  happenedAt: new Date("2026-11-23T14:59:00Z"),
  ...change,
});

async function anOutgoing() {
  const made = await home.aDelivery(++number);
  await startDelivery(world.ports, { ...mine(), deliveryId: made.deliveryId });
  world.sent.length = 0;
  return made;
}

test("setting out changes the state once, says so, and tells Shopify", async () => {
  const { deliveryId, orderId } = await home.aDelivery(++number);
  await startDelivery(world.ports, { ...mine(), deliveryId });
  await startDelivery(world.ports, { ...mine(), deliveryId });
  expect(await home.s.delivery(deliveryId)).toMatchObject({ state: "out_for_delivery", startedAt: new Date("2026-11-23T15:00:00Z") });
  expect(world.sent).toEqual([{ name: "publish-delivery", data: { shopId: home.shop.id, deliveryId } }]);
  expect(await home.s.eventsOfOrder(orderId)).toMatchObject([
    { actor: "courier:Luis Vega", type: "delivery", from: "assigned", to: "out_for_delivery" },
  ]);
});

test("an order to be invoiced on dispatch gets its document when the courier sets out", async () => {
  await home.s.updateShop({ invoiceTriggers: { transfer: "on_dispatch" } });
  const { deliveryId, orderId } = await home.aDelivery(++number, { paymentType: "transfer" });
  await startDelivery(world.ports, { ...mine(), deliveryId });
  expect(world.sent.map(({ name }) => name)).toEqual(["publish-delivery", "issue-document"]);
  expect((await home.s.invoicesOfOrder(orderId))[0]).toMatchObject({ state: "waiting_for_data" });
});

test("what was scanned stands in the order's story; a parcel that was not there is seen by a person, at loading and at the door", async () => {
  const { deliveryId, orderId } = await home.aDelivery(++number);
  const told = { ...mine(), deliveryId };
  await startDelivery(world.ports, { ...told, parcels: { scanned: [1, 3], of: 3, because: "not_there" } });
  const params = { courier: expect.any(String) as string, numbers: "2", of: 3 };
  expect(await home.s.delivery(deliveryId)).toMatchObject({ state: "out_for_delivery", attention: { code: "set_out_short", params } });
  expect((await home.s.eventsOfOrder(orderId)).find(({ to }) => to === "out_for_delivery")?.reason).toMatchObject({
    code: "set_out_short",
  });
  await markSeen(world.ports, { shopId: home.shop.id, deliveryId, actor: "ana@shop" });

  const parcels = { scanned: [], of: 3, because: "not_there" as const };
  await confirmDelivery(world.ports, { ...report(deliveryId), parcels });
  const everyOne = { code: "handed_over_short", params: { ...params, numbers: "1, 2, 3" } };
  expect(await home.s.delivery(deliveryId)).toMatchObject({ state: "delivered", attention: everyOne });
  expect((await home.s.attemptsOf(deliveryId)).map(({ proof }) => proof?.parcels)).toEqual([parcels]);
});

test("a photo confirms: state, attempt with true and received time, event, Shopify's news, invoice", async () => {
  world.setNow("2026-11-23T12:00:00Z");
  const { deliveryId, orderId } = await anOutgoing();
  const position = { latitude: -0.18, longitude: -78.48, accuracyMetres: 12 };
  const input = report(deliveryId, { position, happenedAt: new Date("2026-11-23T13:30:00Z") });
  world.setNow("2026-11-23T16:00:00Z");
  const { attempt, repeated } = await confirmDelivery(world.ports, input);
  expect(repeated).toBe(false);
  expect(await home.s.delivery(deliveryId)).toMatchObject({
    state: "delivered",
    deliveredAt: new Date("2026-11-23T13:30:00Z"),
    provenAt: new Date("2026-11-23T16:00:00Z"),
  });
  expect(await home.s.attempt(input.confirmationId)).toMatchObject({
    outcome: "delivered",
    receivedBy: "Ana",
    happenedAt: new Date("2026-11-23T13:30:00Z"),
    receivedAt: new Date("2026-11-23T16:00:00Z"),
    latitude: -0.18,
    longitude: -78.48,
    accuracyMetres: 12,
  });
  const [shot, ...more] = await home.s.shotsOfDelivery(deliveryId);
  const size = { width: 640, height: 480, bytes: photo.byteCount };
  expect([shot, more]).toMatchObject([{ attemptId: attempt.id, ordinal: 1, link: null, ...size, sha256: shot!.storedSha256 }, []]);
  expect(shot!.key).toContain(`${home.shop.id}/photos/${input.confirmationId}`);
  expect((await world.ports.files.get(shot!.key!))!.length).toBeGreaterThan(100);
  expect((await home.s.eventsOfOrder(orderId)).find(({ to }) => to === "delivered")).toMatchObject({
    actor: "courier:Luis Vega",
    from: "out_for_delivery",
    reason: { code: "photo_confirmed" },
  });
  expect(world.sent.map(({ name }) => name)).toEqual(["publish-delivery", "issue-document"]);
});

test("the same confirmation sent again, even five times at once, is the first one", async () => {
  const { deliveryId, orderId } = await anOutgoing();
  const input = report(deliveryId);
  const results = await Promise.all(Array.from({ length: 5 }, () => confirmDelivery(world.ports, input)));
  expect(results.filter(({ repeated }) => !repeated)).toHaveLength(1);
  const later = await confirmDelivery(world.ports, {
    ...input,
    receivedBy: "somebody else",
    photos: [await aPicture("#d58")],
  });
  expect([later.repeated, later.attempt.receivedBy]).toEqual([true, "Ana"]);
  expect(world.sent).toHaveLength(2);
  expect((await home.s.eventsOfOrder(orderId)).filter(({ to }) => to === "delivered")).toHaveLength(1);
  expect(await world.ports.files.get((await home.s.shot(input.confirmationId))!.key!)).not.toBeNull();
});

test("a second, different confirmation is refused and leaves nothing behind", async () => {
  const { deliveryId } = await anOutgoing();
  await confirmDelivery(world.ports, report(deliveryId));
  const before = await photosKept();
  expect(await code(confirmDelivery(world.ports, report(deliveryId)))).toBe("already_delivered");
  expect(await photosKept()).toBe(before);
});

test("of two different confirmations at the same moment one wins, the other is refused without a trace", async () => {
  const { deliveryId } = await anOutgoing();
  const before = await photosKept();
  const codes = await Promise.all([
    code(confirmDelivery(world.ports, report(deliveryId))),
    code(confirmDelivery(world.ports, report(deliveryId))),
  ]);
  expect(codes.sort()).toEqual(["already_delivered", "no failure"]);
  expect(await photosKept()).toBe(before + 1);
});

test("a form's photos are all kept, each with its own hash, the first under the report's id; sent again they are the same", async () => {
  const { deliveryId } = await anOutgoing();
  const before = await photosKept();
  const photos = await Promise.all(["#111", "#222", "#333", "#444", "#555", "#666"].map(aPicture));
  const input = report(deliveryId, { photos });
  await confirmDelivery(world.ports, input);
  await confirmDelivery(world.ports, input);
  const shots = (await home.s.shotsOfDelivery(deliveryId)).sort((a, b) => a.ordinal - b.ordinal);
  expect(shots.map(({ ordinal, sha256, attemptId }) => [ordinal, sha256, attemptId])).toEqual(
    photos.map(({ sha256 }, at) => [at + 1, sha256, input.confirmationId]),
  );
  expect([shots[0]!.id, new Set(shots.map(({ key }) => key)).size, await photosKept()]).toEqual([input.confirmationId, 6, before + 6]);
  expect(await code(confirmDelivery(world.ports, report(deliveryId, { photos })))).toBe("already_delivered");
  expect(await photosKept()).toBe(before + 6);
});

test("without a photo nothing changes", async () => {
  const { deliveryId } = await anOutgoing();
  const before = await photosKept();
  expect(await code(confirmDelivery(world.ports, report(deliveryId, { photos: [] })))).toBe("photo_missing");
  expect((await home.s.delivery(deliveryId)).state).toBe("out_for_delivery");
  expect([await photosKept(), await home.s.attemptsOf(deliveryId), world.sent]).toEqual([before, [], []]);
});

test("when the transaction fails, the photo goes too, and the same confirmation works later", async () => {
  const { deliveryId } = await anOutgoing();
  const before = await photosKept();
  const input = report(deliveryId);
  const broken = {
    ...world.ports,
    countries: () => {
      throw new Error("no pack");
    },
  };
  await expect(confirmDelivery(broken, input)).rejects.toThrow("no pack");
  expect([await photosKept(), (await home.s.delivery(deliveryId)).state, await home.s.attempt(input.confirmationId)]).toEqual([
    before,
    "out_for_delivery",
    null,
  ]);
  expect((await confirmDelivery(world.ports, input)).repeated).toBe(false);
});

test("another courier's, another shop's and unknown deliveries are refused alike", async () => {
  const { deliveryId } = await anOutgoing();
  const elsewhere = await world.aShop("other.myshopify.com");
  const strangers = [
    report(deliveryId, { courierId: home.otherId }),
    report(deliveryId, { shopId: elsewhere.shop.id, courierId: elsewhere.courierId }),
    report(uuid()),
  ];
  for (const stranger of strangers) {
    expect(await code(confirmDelivery(world.ports, stranger))).toBe("delivery_not_yours");
    expect(await code(startDelivery(world.ports, stranger))).toBe("delivery_not_yours");
    expect(await code(failDelivery(world.ports, { ...stranger, attemptId: uuid(), reason: "other" }))).toBe("delivery_not_yours");
  }
  expect((await home.s.delivery(deliveryId)).state).toBe("out_for_delivery");
});

test("what was delivered before it was said to set out is delivered; so is what was cancelled meanwhile, but money and document wait", async () => {
  const [early, cancelled] = [await home.aDelivery(++number), await home.aDelivery(++number)];
  await confirmDelivery(world.ports, report(early.deliveryId));
  expect((await home.s.delivery(early.deliveryId)).state).toBe("delivered");
  await home.s.updateDelivery(cancelled.deliveryId, { state: "cancelled" });
  world.sent.length = 0;
  expect(await code(startDelivery(world.ports, { ...mine(), deliveryId: cancelled.deliveryId }))).toBe("delivery_closed");
  await confirmDelivery(world.ports, report(cancelled.deliveryId));
  expect(await home.s.delivery(cancelled.deliveryId)).toMatchObject({
    state: "delivered",
    attention: { code: "delivered_after_cancel", params: { courier: "Luis Vega" } },
  });
  expect([world.sent.map(({ name }) => name), await home.s.invoicesOfOrder(cancelled.orderId)]).toEqual([["publish-delivery"], []]);
});

test("a phone a year ahead is not believed, the server's time is kept", async () => {
  const { deliveryId } = await anOutgoing();
  const { attempt } = await confirmDelivery(world.ports, report(deliveryId, { happenedAt: new Date("2027-11-23T15:00:00Z") }));
  expect(attempt.happenedAt).toEqual(new Date("2026-11-23T15:00:00Z"));
});

test("a phone whose clock is slow can't deliver before it set out", async () => {
  const [slightly, much] = [await anOutgoing(), await anOutgoing()];
  world.setNow("2026-11-23T15:20:00Z");
  const confirmed = async (deliveryId: string, at: string) =>
    (await confirmDelivery(world.ports, report(deliveryId, { happenedAt: new Date(at) }))).attempt.happenedAt.toISOString();
  expect(await confirmed(slightly.deliveryId, "2026-11-23T14:57:00Z")).toBe("2026-11-23T15:00:00.000Z");
  expect(await confirmed(much.deliveryId, "2026-11-23T14:30:00Z")).toBe("2026-11-23T15:00:00.000Z");
});

test("a failed attempt keeps the delivery with the courier, who may try again and deliver", async () => {
  const { deliveryId, orderId } = await anOutgoing();
  const failed = {
    ...mine(),
    deliveryId,
    attemptId: uuid(),
    reason: "nobody_home" as const,
    happenedAt: new Date("2026-11-23T14:58:00Z"),
    note: "timbre dañado",
  };
  expect([(await failDelivery(world.ports, failed)).repeated, (await failDelivery(world.ports, failed)).repeated]).toEqual([false, true]);
  expect(await home.s.delivery(deliveryId)).toMatchObject({ state: "attempt_failed", courierId: home.courierId });
  expect((await home.s.eventsOfOrder(orderId)).at(-1)).toMatchObject({
    to: "attempt_failed",
    reason: { code: "nobody_home" },
  });
  expect(JSON.stringify(await home.s.eventsOfOrder(orderId))).not.toContain("timbre");
  expect(await home.s.attempt(failed.attemptId)).toMatchObject({ reason: "nobody_home", note: "timbre dañado" });
  expect(world.sent.map(({ name }) => name)).toEqual(["publish-delivery"]);
  await startDelivery(world.ports, { ...mine(), deliveryId });
  await confirmDelivery(world.ports, report(deliveryId));
  expect((await home.s.attemptsOf(deliveryId)).map(({ outcome }) => outcome).sort()).toEqual(["delivered", "failed"]);
});

test("a form that says that nothing was taken is asked for a failed attempt, and leaves nothing behind", async () => {
  const { deliveryId } = await anOutgoing();
  const refused = [{ lineId: "1", quantity: 2, reason: "damaged" }];
  const before = await photosKept();
  expect(await code(confirmDelivery(world.ports, report(deliveryId, { refused })))).toBe("all_refused");
  expect([(await home.s.delivery(deliveryId)).state, await photosKept()]).toEqual(["out_for_delivery", before]);
  await confirmDelivery(world.ports, report(deliveryId, { refused: [{ ...refused[0]!, quantity: 1 }] }));
  expect(await home.s.delivery(deliveryId)).toMatchObject({ state: "delivered", owesRest: true });
});

test("what could not be delivered is back at the shop by a photo there, once, and pays no further attempt", async () => {
  const { deliveryId, orderId } = await anOutgoing();
  const back = {
    ...mine(),
    deliveryId,
    returnId: uuid(),
    receivedBy: "Bodega",
    photos: [photo],
    happenedAt: new Date("2026-11-23T15:40:00Z"),
  };
  await failDelivery(world.ports, { ...mine(), deliveryId, attemptId: uuid(), reason: "refused", happenedAt: null });
  const { commissionMinor } = await home.s.delivery(deliveryId);
  world.setNow("2026-11-23T16:00:00Z");
  expect(await code(returnDelivery(world.ports, { ...back, photos: [] }))).toBe("photo_missing");
  expect(await code(returnDelivery(world.ports, { ...back, courierId: uuid() }))).toBe("delivery_not_yours");
  world.sent.length = 0;
  expect([(await returnDelivery(world.ports, back)).repeated, (await returnDelivery(world.ports, back)).repeated]).toEqual([false, true]);
  expect(await home.s.delivery(deliveryId)).toMatchObject({ state: "returned", courierId: home.courierId, commissionMinor });
  expect((await home.s.eventsOfOrder(orderId)).at(-1)).toMatchObject({
    ...{ actor: "courier:Luis Vega", from: "attempt_failed", to: "returned", reason: { code: "brought_back" } },
  });
  expect(await home.s.attempt(back.returnId)).toMatchObject({ outcome: "returned", receivedBy: "Bodega", happenedAt: back.happenedAt });
  expect((await home.s.shotsOfDelivery(deliveryId)).map(({ attemptId }) => attemptId)).toEqual([back.returnId]);
  expect(world.sent.map(({ name }) => name)).toEqual(["publish-delivery"]);
  expect(await home.s.invoicesOfOrder(orderId)).toEqual([]);
});

test("that it is back at the shop the desk takes back: its courier has it again, and brings it back once more", async () => {
  const { deliveryId, orderId } = await anOutgoing();
  await failDelivery(world.ports, { ...mine(), deliveryId, attemptId: uuid(), reason: "refused", happenedAt: null });
  const back = () => ({ ...mine(), deliveryId, returnId: uuid(), receivedBy: "Bodega", photos: [photo], happenedAt: null });
  const mistake = back();
  await returnDelivery(world.ports, mistake);
  world.sent.length = 0;
  const desk = () => undoDelivery(world.ports, { shopId: home.shop.id, deliveryId, actor: "merchant:Ana" });
  await desk();
  expect(await home.s.delivery(deliveryId)).toMatchObject({ state: "attempt_failed", courierId: home.courierId });
  expect(await home.s.attempt(mistake.returnId)).toMatchObject({ stands: false, undoneAt: expect.any(Date) });
  expect(world.sent).toContainEqual({ name: "publish-delivery", data: { shopId: home.shop.id, deliveryId } });
  expect((await home.s.eventsOfOrder(orderId)).at(-1)).toMatchObject({
    actor: "merchant:Ana",
    to: "attempt_failed",
    reason: { code: "return_undone" },
  });
  await returnDelivery(world.ports, back());
  expect((await home.s.delivery(deliveryId)).state).toBe("returned");
  await desk();
  // Now it is the failed attempt that the delivery is as it is by.
  await desk();
  expect((await home.s.delivery(deliveryId)).state).toBe("out_for_delivery");
  expect(await code(desk())).toBe("nothing_to_undo");
});

test("that what was not taken is at the shop again the desk takes back too: its courier owes it still, and the delivery stays delivered", async () => {
  const { deliveryId } = await anOutgoing();
  const refused = [{ lineId: "1", quantity: 1, reason: "damaged" as const }];
  await confirmDelivery(world.ports, report(deliveryId, { refused }));
  await returnDelivery(world.ports, { ...mine(), deliveryId, returnId: uuid(), receivedBy: "Bodega", photos: [photo], happenedAt: null });
  expect(await home.s.delivery(deliveryId)).toMatchObject({ state: "delivered", owesRest: false });
  await undoDelivery(world.ports, { shopId: home.shop.id, deliveryId, actor: "merchant:Ana" });
  expect(await home.s.delivery(deliveryId)).toMatchObject({ state: "delivered", owesRest: true, attention: { code: "lines_refused" } });
});

test("once an invoice has had its number since, what is at the shop stays there", async () => {
  await home.s.updateShop({ invoiceTriggers: { transfer: "on_dispatch" } });
  const { deliveryId, orderId } = await home.aDelivery(++number, { paymentType: "transfer", outstandingMinor: 0 });
  await startDelivery(world.ports, { ...mine(), deliveryId });
  await home.s.updateShop({ invoiceTriggers: {} });
  await failDelivery(world.ports, { ...mine(), deliveryId, attemptId: uuid(), reason: "refused", happenedAt: null });
  await returnDelivery(world.ports, { ...mine(), deliveryId, returnId: uuid(), receivedBy: "Bodega", photos: [photo], happenedAt: null });
  const [invoice] = await home.s.invoicesOfOrder(orderId);
  await home.s.updateDocument(invoice!.id, { state: "signed", number: "001-001-000000777", numberedAt: world.ports.clock.now() });
  const desk = undoDelivery(world.ports, { shopId: home.shop.id, deliveryId, actor: "merchant:Ana" });
  await expect(desk).rejects.toMatchObject({ code: "document_issued", params: { number: "001-001-000000777" } });
  expect((await home.s.delivery(deliveryId)).state).toBe("returned");
});

test("of two deliveries the one that came back leaves the order's shipping to the other", async () => {
  const { deliveryId, orderId } = await anOutgoing();
  const other = await home.s.insertDelivery({ orderId, currency: "USD" });
  await home.s.updateDelivery(other.id, { state: "assigned", courierId: home.otherId, rateMinor: 300 });
  await failDelivery(world.ports, { ...mine(), deliveryId, attemptId: uuid(), reason: "refused", happenedAt: null });
  world.sent.length = 0;
  await returnDelivery(world.ports, { ...mine(), deliveryId, returnId: uuid(), receivedBy: "Bodega", photos: [photo], happenedAt: null });
  const charged = world.sent.find(({ name }) => name === "charge-shipping");
  expect(charged?.data).toEqual({ shopId: home.shop.id, deliveryId: other.id });
});

test("a reason of the merchant's is kept in their words, and the day to come back is on the delivery until it is tried again", async () => {
  const own = { code: "own_dog", label: "Perro suelto", photo: "none", next: "again", isOn: true } as const;
  await chooseProof(world.ports, { shopId: home.shop.id, actor: "merchant:1", rules: DEFAULT_PROOF, reasons: [own] });
  const { deliveryId, orderId } = await anOutgoing();
  const failed = { ...mine(), deliveryId, reason: "own_dog", happenedAt: null };
  await failDelivery(world.ports, { ...failed, attemptId: uuid(), reattemptOn: "2026-11-30" });
  expect(await home.s.attemptsOf(deliveryId)).toMatchObject([
    { reason: "own_dog", reasonLabel: "Perro suelto", reattemptOn: "2026-11-30" },
  ]);
  expect((await home.s.eventsOfOrder(orderId)).at(-1)).toMatchObject({ reason: { code: "own_dog", params: { label: "Perro suelto" } } });
  expect((await home.s.delivery(deliveryId)).reattemptOn).toBe("2026-11-30");
  await failDelivery(world.ports, { ...failed, attemptId: uuid() });
  expect((await home.s.delivery(deliveryId)).reattemptOn).toBeNull();
  await home.s.updateShop({ proofRules: null, failureReasons: null });
  expect(await home.s.shop()).toMatchObject({ proofRules: null, failureReasons: null });
});

test("with a PIN the shopper is told as it sets out; what was typed at the door is checked here again, and only what became of it is kept", async () => {
  await home.s.updateShop({ proofRules: { ...DEFAULT_PROOF, pin: "must" } });
  const results: unknown[] = [];
  for (const typed of ["right", "12", ""]) {
    const { deliveryId } = await home.aDelivery(++number);
    world.sent.length = 0;
    await startDelivery(world.ports, { ...mine(), deliveryId });
    expect(world.sent).toContainEqual({ name: "tell-pin", data: { shopId: home.shop.id, deliveryId } });
    const pin = typed === "right" ? world.ports.links.deliveryPin(deliveryId) : typed;
    const proof = { pin, relation: "family", recipientId: "1710034065", ...(typed !== "right" && { noPin: "wrong_often" as const }) };
    const { attempt } = await confirmDelivery(world.ports, report(deliveryId, { proof }));
    results.push([attempt.pin, attempt.proof]);
  }
  const kept = { relation: "family", recipientId: "1710034065" };
  expect(results).toEqual([
    ["verified", kept],
    ["wrong", { ...kept, noPin: "wrong_often" }],
    ["none", { ...kept, noPin: "wrong_often" }],
  ]);
  await home.s.updateShop({ proofRules: null });
});

test("an id that stands for a failed attempt, or another delivery, can't confirm", async () => {
  const [one, two] = [await anOutgoing(), await anOutgoing()];
  const id = uuid();
  await failDelivery(world.ports, { ...mine(), deliveryId: one.deliveryId, attemptId: id, reason: "refused", happenedAt: null });
  expect(await code(confirmDelivery(world.ports, report(one.deliveryId, { confirmationId: id })))).toBe("report_id_taken");
  expect(await code(confirmDelivery(world.ports, report(two.deliveryId, { confirmationId: id })))).toBe("report_id_taken");
});

const cash = (minor: number, change: Partial<Collected> = {}): Collected => ({
  ...{ minor, currency: "USD", how: "cash", reference: null, because: null },
  ...change,
});
const account = async (courierId = home.courierId) => balanceOf((await home.s.courierSums("USD")).get(courierId)!);
const entriesOf = async (deliveryId: string) =>
  (await home.s.entriesSince(home.courierId, new Date(0)))
    .filter((entry) => entry.deliveryId === deliveryId)
    .map(({ kind, minor, how, key }) => ({ kind, minor, how, number: key.startsWith("earned") ? Number(key.split(":")[2]) : null }));

test("cash collected in full is in the courier's account once, with what they earned, and its order is to be marked as paid", async () => {
  const { deliveryId, orderId } = await anOutgoing();
  const said = report(deliveryId, { collected: cash(2550) });
  await Promise.all([1, 2, 3].map(() => confirmDelivery(world.ports, said)));
  expect(await entriesOf(deliveryId)).toEqual([
    { kind: "collected", minor: 2550, how: "cash", number: null },
    { kind: "earned", minor: 200, how: null, number: 1 },
  ]);
  expect(world.sent.filter(({ name }) => name === "mark-order-paid")).toEqual([
    { name: "mark-order-paid", data: { shopId: home.shop.id, orderId } },
  ]);
  expect((await home.s.delivery(deliveryId)).attention).toBeNull();
  expect((await home.s.attempt(said.confirmationId))?.collected).toEqual(cash(2550));
  expect((await home.s.eventsOfOrder(orderId)).filter(({ type }) => type === "payment")).toMatchObject([
    { to: "collected", reason: { code: "collected_at_door", params: { amount: "25.50", how: "cash" } } },
  ]);
});

test.each<[string, Collected | null, string | null, boolean]>([
  ["less, with a reason", cash(2000, { because: "no change" }), "collected_less", false],
  ["more, with a reason", cash(3000, { because: "tip" }), "collected_more", true],
  ["by transfer, with its number", cash(2550, { how: "transfer", reference: "77" }), null, true],
  ["nobody said", null, "collected_untold", false],
])("%s: what the desk reads, and whether the order is paid", async (_what, collected, attention, isPaid) => {
  const { deliveryId } = await anOutgoing();
  const before = await account();
  await confirmDelivery(world.ports, report(deliveryId, { collected }));
  expect((await home.s.delivery(deliveryId)).attention?.code ?? null).toBe(attention);
  expect(world.sent.some(({ name }) => name === "mark-order-paid")).toBe(isPaid);
  const inPocket = collected?.how === "cash" ? collected.minor : 0;
  expect((await account()).cashInHand - before.cashInHand).toBe(inPocket);
});

/** Shopify's order is so now, and we have read it. */
const becomes = (orderId: string, change: Partial<SaleOrder>) =>
  world.ports.store.change(home.shop.id, async (s) => {
    const known = await s.order(orderId);
    const sale = { ...known.sale, ...change };
    await s.updateOrder(orderId, { sale });
    await followOrder(world.ports, s, known, sale);
  });

test("of an order that was taken in part nothing is marked as paid before the rest is off it, and then once", async () => {
  const { deliveryId, orderId } = await anOutgoing();
  const marks = () => world.sent.filter(({ name }) => name === "mark-order-paid").length;
  await confirmDelivery(
    world.ports,
    report(deliveryId, { refused: [{ lineId: "1", quantity: 1, reason: "not_wanted" }], collected: cash(1450) }),
  );
  expect([marks(), (await home.s.delivery(deliveryId)).attention?.code]).toEqual([0, "lines_refused"]);
  await becomes(orderId, { tags: ["vip"] });
  expect(marks()).toBe(0);
  const [line] = (await home.s.order(orderId)).sale.lines;
  await becomes(orderId, { lines: [{ ...line!, quantity: 1, netMinor: 1100 }], totalMinor: 1450, outstandingMinor: 1450 });
  expect([marks(), (await home.s.delivery(deliveryId)).attention]).toEqual([1, null]);
  await home.s.record({
    orderId,
    actor: "system",
    type: "payment",
    to: "paid",
    reason: { code: "marked_paid", params: { amount: "14.50", currency: "USD" } },
  });
  await becomes(orderId, { totalMinor: 2000, outstandingMinor: 550, financialStatus: "PARTIALLY_PAID" });
  expect(marks()).toBe(1);
});

test("of what was taken in part and paid too little, the rest that is missing is read once the goods are off the order", async () => {
  const { deliveryId, orderId } = await anOutgoing();
  const said = { refused: [{ lineId: "1", quantity: 1, reason: "not_wanted" }], collected: cash(1000, { because: "no change" }) };
  await confirmDelivery(world.ports, report(deliveryId, said));
  const mark = async () => (await home.s.delivery(deliveryId)).attention;
  expect(await mark()).toMatchObject({ code: "lines_refused" });
  const [line] = (await home.s.order(orderId)).sale.lines;
  await becomes(orderId, { lines: [{ ...line!, quantity: 1, netMinor: 1100 }], totalMinor: 1450, outstandingMinor: 1450 });
  expect(await mark()).toMatchObject({ code: "collected_less", params: { due: "14.50", collected: "10.00" } });
  await becomes(orderId, { financialStatus: "PAID", outstandingMinor: 0 });
  expect(await mark()).toBeNull();
});

test("money of another currency is told with its name, and is no cash of the shop's", async () => {
  const { deliveryId } = await anOutgoing();
  const before = await account();
  await confirmDelivery(world.ports, report(deliveryId, { collected: cash(2550, { currency: "CLP", because: "pesos" }) }));
  expect((await home.s.delivery(deliveryId)).attention).toMatchObject({
    code: "collected_less",
    params: { due: "25.50", collected: "CLP 2550" },
  });
  expect((await account()).cashInHand).toBe(before.cashInHand);
});

test.each<[string, Collected]>([
  ["because_missing", cash(2000)],
  ["reference_missing", cash(2550, { how: "card_machine" })],
  ["cash_above_limit", cash(60_000, { because: "x" })],
])("a form is refused with %s, and nothing is written", async (problem, collected) => {
  const { deliveryId } = await anOutgoing();
  const ports = {
    ...world.ports,
    countries: () => ({ country: "EC", cashLimit: { minor: 50_000, source: "law" } }),
  } as unknown as typeof world.ports;
  expect(await code(confirmDelivery(ports, report(deliveryId, { collected })))).toBe(problem);
  expect([(await home.s.delivery(deliveryId)).state, await entriesOf(deliveryId)]).toEqual(["out_for_delivery", []]);
});

test("attempts earn where the rule pays attempts; what is reckoned again is put right by one more line, and none is edited", async () => {
  const { deliveryId, orderId } = await home.aDelivery(++number, { paymentType: "card", outstandingMinor: 0 });
  const rule: CommissionRule = { ...fixedCommission(150), kind: "per_attempt" };
  const basis = { rule, shippingMinor: 350, orderMinor: 2550, attempts: 1, at: { weekday: 1, minute: 600 } };
  await home.s.updateDelivery(deliveryId, { commissionBasis: basis, commissionMinor: 150 });
  await startDelivery(world.ports, { ...mine(), deliveryId });
  await failDelivery(world.ports, { ...mine(), deliveryId, attemptId: uuid(), reason: "nobody_home", happenedAt: null });
  await startDelivery(world.ports, { ...mine(), deliveryId });
  await confirmDelivery(world.ports, report(deliveryId, { happenedAt: null }));
  const { commissionMinor, commissionBasis } = await home.s.delivery(deliveryId);
  expect([commissionMinor, commissionBasis?.isDelivered]).toEqual([300, true]);
  expect(await entriesOf(deliveryId)).toEqual([
    { kind: "earned", minor: 150, how: null, number: 2 },
    { kind: "earned", minor: 150, how: null, number: 1 },
  ]);
  await home.s.updateDelivery(deliveryId, { commissionBasis: { ...commissionBasis!, rule: { ...rule, maxMinor: 250 } } });
  const { sale } = await home.s.order(orderId);
  const anew = async () =>
    world.ports.store.change(home.shop.id, async (s) => reckonAnew(s, { ...sale, totalMinor: 2000 }, await s.deliveriesOfOrder(orderId)));
  await anew();
  await anew();
  expect((await entriesOf(deliveryId)).reduce((sum, { minor }) => sum + minor, 0)).toBe(
    (await home.s.delivery(deliveryId)).commissionMinor,
  );
});

/** A delivery whose attempts are paid, 1.50 each, that Luis has set out with; then a minute passes with each step. */
async function aPaidPerAttempt() {
  const { deliveryId, orderId } = await home.aDelivery(++number, { paymentType: "card", outstandingMinor: 0 });
  const rule: CommissionRule = { ...fixedCommission(150), kind: "per_attempt" };
  const basis = { rule, shippingMinor: 350, orderMinor: 2550, attempts: 1, at: { weekday: 1, minute: 600 } };
  await home.s.updateDelivery(deliveryId, { commissionBasis: basis, commissionMinor: 150 });
  let minutes = 0;
  const step = async (done: Promise<unknown>) => {
    await done;
    world.setNow(new Date(Date.parse("2026-11-23T15:00:00Z") + ++minutes * 60_000).toISOString());
  };
  const fails = () =>
    step(failDelivery(world.ports, { ...mine(), deliveryId, attemptId: uuid(), reason: "nobody_home", happenedAt: null }));
  const goes = () => step(startDelivery(world.ports, { ...mine(), deliveryId }));
  const isGivenTo = (courierId: string) =>
    step(reassignDelivery(world.ports, { shopId: home.shop.id, deliveryId, courierId, actor: "merchant:Ana" }));
  const earned = async () => (await entriesOf(deliveryId)).map(({ minor }) => minor);
  await goes();
  return { deliveryId, orderId, step, fails, goes, isGivenTo, earned };
}

test.each<[string, string[]]>([
  ["by way of another courier", ["other", "mine"]],
  ["by hand, to try again", ["mine"]],
])("a courier who tried, and was given it anew %s, is paid for both tries", async (_what, holders) => {
  const { deliveryId, fails, goes, isGivenTo, earned } = await aPaidPerAttempt();
  await fails();
  for (const holder of holders) await isGivenTo(holder === "mine" ? home.courierId : home.otherId);
  await goes();
  await confirmDelivery(world.ports, report(deliveryId, { happenedAt: null }));
  expect(await earned()).toEqual([150, 150]);
});

test("a try at what was somebody else's by then is paid once, however often it is reported", async () => {
  const { fails, isGivenTo, earned } = await aPaidPerAttempt();
  await isGivenTo(home.otherId);
  for (let times = 0; times < 3; times++) await fails();
  expect(await earned()).toEqual([150]);
});

test("a try at what was cancelled meanwhile was paid work too", async () => {
  const { orderId, step, fails, earned } = await aPaidPerAttempt();
  await step(world.ports.store.change(home.shop.id, (s) => cancelDeliveries(s, orderId, world.ports.clock.now())));
  await fails();
  await fails();
  expect(await earned()).toEqual([150]);
});

test("cash counts as handed over once both sides say the same", async () => {
  const handOverId = uuid();
  const before = await account();
  const says = (minor: number) => sayOfMoney(world.ports, { ...mine(), said: { kind: "hand_over", handOverId, minor, currency: "USD" } });
  const counts = (minor: number) => countHandOver(world.ports, { ...mine(), handOverId, minor, currency: "USD", actor: "merchant:Ana" });
  await says(2000);
  await counts(1900);
  expect(await account()).toEqual(before);
  expect((await home.s.handOvers(home.courierId, new Date(0)))[0]).toMatchObject({ courierMinor: 2000, shopMinor: 1900, agreedAt: null });
  await says(1900);
  await says(1900);
  await counts(5);
  expect(await account()).toEqual({ ...before, cashInHand: before.cashInHand - 1900 });
  expect(
    await code(
      sayOfMoney(world.ports, {
        shopId: home.shop.id,
        courierId: home.otherId,
        said: { kind: "hand_over", handOverId, minor: 1, currency: "USD" },
      }),
    ),
  ).toBe("hand_over_unknown");
});

test("a statement is frozen, countersigned by its hash, paid; the next one opens where it closed, and nothing stands in two", async () => {
  const open = await account();
  const { id } = await issueSettlement(world.ports, { ...mine(), until: "2026-11-23", actor: "merchant:Ana" });
  const issued = (await home.s.findSettlement(id))!;
  expect(contentOf(issued)).toMatchObject({ number: 1, courier: "Luis Vega", period: { from: null, until: "2026-11-23" }, closing: open });
  expect(issued.sha256).toBe(createHash("sha256").update(issued.content).digest("hex"));
  const answer = (change: object) => ({
    ...mine(),
    said: { kind: "countersign", settlementId: id, sha256: issued.sha256, ...change } as const,
  });
  expect(await code(sayOfMoney(world.ports, answer({ sha256: "0".repeat(64) })))).toBe("settlement_differs");
  expect(await code(sayOfMoney(world.ports, { ...answer({}), courierId: home.otherId }))).toBe("settlement_unknown");
  expect(await code(paySettlement(world.ports, { shopId: home.shop.id, settlementId: id, minor: 100, actor: "merchant:Ana" }))).toBe(
    "settlement_not_countersigned",
  );
  await sayOfMoney(world.ports, answer({ kind: "dispute", words: "falta una" } as object));
  expect(await home.s.findSettlement(id)).toMatchObject({ state: "disputed", dispute: "falta una" });
  await sayOfMoney(world.ports, answer({}));
  await sayOfMoney(world.ports, answer({}));
  expect(await code(withdrawSettlement(world.ports, { shopId: home.shop.id, settlementId: id, actor: "merchant:Ana" }))).toBe(
    "settlement_is_final",
  );
  await paySettlement(world.ports, { shopId: home.shop.id, settlementId: id, minor: open.owed, actor: "merchant:Ana" });
  expect((await account()).owed).toBe(0);
  const adjusted = { ...mine(), adjustmentId: uuid(), minor: -50, reason: "uniforme", actor: "merchant:Ana" };
  await adjustAccount(world.ports, adjusted);
  await adjustAccount(world.ports, adjusted);
  const next = await issueSettlement(world.ports, { ...mine(), until: "2026-11-23", actor: "merchant:Ana" });
  const second = contentOf((await home.s.findSettlement(next.id))!);
  expect(second).toMatchObject({
    number: 2,
    period: { from: "2026-11-23", until: "2026-11-23" },
    opening: open,
    sums: { paid: open.owed, adjusted: -50, earned: 0 },
  });
  expect(second.closing).toEqual(await account());
  expect(second.lines.map(({ kind }) => kind).sort()).toEqual(["adjusted", "paid"]);
  expect(await code(issueSettlement(world.ports, { ...mine(), until: "2026-11-23", actor: "merchant:Ana" }))).toBe("nothing_to_settle");
  await withdrawSettlement(world.ports, { shopId: home.shop.id, settlementId: next.id, actor: "merchant:Ana" });
  await issueSettlement(world.ports, { ...mine(), until: "2026-11-23", actor: "merchant:Ana" });
  expect((await home.s.settlements(home.courierId, 9)).map(({ number: each, state }) => [each, state])).toEqual([
    [3, "issued"],
    [2, "withdrawn"],
    [1, "paid"],
  ]);
  expect(await code(issueSettlement(world.ports, { ...mine(), until: "2026-11-24", actor: "merchant:Ana" }))).toBe("period_not_over");
});

const RESERVED = { paymentType: "card_authorized", financialStatus: "AUTHORIZED" } as const;

/** Delivered by what a phone told, its photo still on the phone. */
async function anUnproven(proof: "awaited" | "held" = "awaited", at = world.ports.clock.now()) {
  const { deliveryId, orderId } = await home.aDelivery(++number, RESERVED);
  await home.s.updateDelivery(deliveryId, { state: "out_for_delivery" });
  world.sent.length = 0;
  const said = { at, actor: "courier:Luis", reason: { code: "photo_confirmed" }, proof };
  await world.ports.store.change(home.shop.id, async (s) => handedOver(world.ports, s, await s.delivery(deliveryId), said));
  const prove = () => proveOverdue(world.ports, { shopId: home.shop.id, deliveryId });
  const arrives = () => world.ports.store.change(home.shop.id, (s) => proveByPhoto(world.ports, s, deliveryId));
  const sent = () => world.sent.map(({ name }) => name);
  const invoices = async () => (await home.s.invoicesOfOrder(orderId)).length;
  return { deliveryId, prove, arrives, sent, invoices, delivery: () => home.s.delivery(deliveryId) };
}

test("a reserved card and the invoice wait for the photo twelve hours and no longer; one that comes later takes the notice away", async () => {
  const { prove, arrives, sent, invoices, delivery } = await anUnproven();
  expect([sent(), await invoices()]).toEqual([["publish-delivery"], 0]);
  world.setNow("2026-11-24T02:59:59Z");
  await prove();
  expect([(await delivery()).provenAt, await invoices()]).toEqual([null, 0]);
  world.setNow("2026-11-24T03:00:00Z");
  await prove();
  await prove();
  expect(await delivery()).toMatchObject({ provenAt: new Date("2026-11-24T03:00:00Z"), attention: { code: "photo_missing" } });
  expect([sent(), await invoices()]).toEqual([["publish-delivery", "capture-payment"], 1]);
  await arrives();
  expect([(await delivery()).attention, sent(), await invoices()]).toEqual([null, ["publish-delivery", "capture-payment"], 1]);
});

test("the first photo captures the reserved card and asks for the invoice, the second nothing more", async () => {
  const { arrives, sent, invoices } = await anUnproven();
  await arrives();
  await arrives();
  expect([sent(), await invoices()]).toEqual([["publish-delivery", "capture-payment"], 1]);
});

test("a photo is waited for from when we learnt of the delivery, not from when it happened", async () => {
  const { prove, invoices, delivery } = await anUnproven("awaited", new Date("2026-11-22T20:00:00Z"));
  await prove();
  expect([(await delivery()).provenAt, await invoices()]).toEqual([null, 0]);
});

test("what was delivered after cancelling is released neither by its photo nor by time, but by a person", async () => {
  const { deliveryId, prove, arrives, sent, invoices, delivery } = await anUnproven("held");
  await arrives();
  world.setNow("2026-11-24T03:00:00Z");
  await prove();
  expect([sent(), await invoices()]).toEqual([["publish-delivery"], 0]);
  await releaseDelivery(world.ports, { shopId: home.shop.id, deliveryId, actor: "ana@shop" });
  expect([sent(), await invoices()]).toEqual([["publish-delivery", "capture-payment"], 1]);
  expect(await delivery()).toMatchObject({ provenAt: world.ports.clock.now(), heldFor: null });
  expect(await code(releaseDelivery(world.ports, { shopId: home.shop.id, deliveryId, actor: "ana@shop" }))).toBe("delivery_not_held");
});

/** A courier who confirms far from the address, with the photo of another delivery. */
async function aDoubted({ sale = RESERVED as Partial<SaleOrder>, said = {} } = {}) {
  const [first, second] = [await anOutgoing(), await home.aDelivery(++number, sale)];
  const position = { latitude: -0.2, longitude: -78.5, accuracyMetres: 10 };
  await confirmDelivery(world.ports, report(first.deliveryId, { position }));
  await startDelivery(world.ports, { ...mine(), deliveryId: second.deliveryId });
  world.sent.length = 0;
  world.setNow("2026-11-23T15:01:00Z");
  const elsewhere = { position: { ...position, latitude: -0.5 }, happenedAt: new Date("2026-11-23T15:01:00Z") };
  await confirmDelivery(world.ports, report(second.deliveryId, { ...elsewhere, ...said }));
  return {
    whose: { shopId: home.shop.id, deliveryId: second.deliveryId, actor: "ana@shop" },
    delivery: () => home.s.delivery(second.deliveryId),
    sent: () => world.sent.map(({ name }) => name),
    invoices: async () => (await home.s.invoicesOfOrder(second.orderId)).length,
    told: async () => (await home.s.eventsOfOrder(second.orderId)).flatMap(({ reason }) => reason?.code ?? []),
  };
}

test("two signals hold capture and invoice, not the courier, until a person says that it is right", async () => {
  const { whose, delivery, sent, invoices } = await aDoubted();
  expect(await delivery()).toMatchObject({
    ...{ state: "delivered", provenAt: null, heldFor: "doubt", heldUntil: new Date("2026-11-24T04:30:00Z") },
    doubt: { signals: ["far", "repeated_photo", "impossible_speed"], metres: expect.any(Number), kmh: expect.any(Number) },
    attention: { code: "delivery_doubted" },
  });
  expect([sent(), await invoices()]).toEqual([["publish-delivery"], 0]);
  await releaseDelivery(world.ports, whose);
  expect(await delivery()).toMatchObject({ provenAt: expect.any(Date), heldFor: null, attention: null });
  expect([sent(), await invoices()]).toEqual([["publish-delivery", "capture-payment"], 1]);
});

test("what was weightier than money that is missing gives way to it again", async () => {
  const short = { sale: {}, said: { collected: cash(2000, { because: "no change" }) } };
  const missing = { code: "collected_less", params: { due: "25.50", collected: "20.00", because: "no change" } };
  const [released, overdue] = [await aDoubted(short), await aDoubted(short)];
  await releaseDelivery(world.ports, released.whose);
  world.setNow("2026-11-24T04:30:00Z");
  await proveOverdue(world.ports, overdue.whose);
  expect([(await released.delivery()).attention, (await overdue.delivery()).attention]).toEqual([missing, missing]);
});

test("what is doubted and nobody looks at goes on half an hour before the law wants it, and says so", async () => {
  const { whose, delivery, sent, invoices, told } = await aDoubted();
  world.setNow("2026-11-24T04:29:59Z");
  await proveOverdue(world.ports, whose);
  expect(await invoices()).toBe(0);
  world.setNow("2026-11-24T04:30:00Z");
  await proveOverdue(world.ports, whose);
  expect([sent(), await invoices(), (await delivery()).attention]).toEqual([["publish-delivery", "capture-payment"], 1, null]);
  expect(await told()).toContain("doubt_not_looked_at");
});

test("what a person does not believe stays delivered and is issued by no time, only by a person", async () => {
  const { whose, delivery, invoices } = await aDoubted();
  await disbelieveDelivery(world.ports, { ...whose, reason: "foto de otra puerta" });
  world.setNow("2026-11-25T04:30:00Z");
  await proveOverdue(world.ports, whose);
  expect(await delivery()).toMatchObject({
    ...{ state: "delivered", heldFor: "person", heldUntil: null },
    attention: { code: "delivery_not_believed", params: { why: "foto de otra puerta" } },
  });
  expect(await invoices()).toBe(0);
  await releaseDelivery(world.ports, whose);
  expect([(await delivery()).attention, await invoices()]).toEqual([null, 1]);
});

test("a notice goes when somebody has seen it; what must be done is not seen away", async () => {
  const { deliveryId } = await home.aDelivery(++number);
  const seen = () => markSeen(world.ports, { shopId: home.shop.id, deliveryId, actor: "ana@shop" });
  await home.s.updateDelivery(deliveryId, { attention: { code: "delivered_twice", params: { courier: "Luis", first: "Eva" } } });
  await seen();
  expect((await home.s.delivery(deliveryId)).attention).toBeNull();
  await home.s.updateDelivery(deliveryId, { attention: { code: "capture_failed" } });
  expect(await code(seen())).toBe("nothing_to_see");
});

const ANA: FiscalData = { schemaVersion: 1, country: "EC", idType: "cedula", idNumber: "1714307103", legalName: "Ana Ñuñez" };

test("what the courier asked at the door names the buyer before the invoice is requested; Shopify is told by a job", async () => {
  const { deliveryId, orderId } = await anOutgoing();
  const input = report(deliveryId, { fiscalData: ANA });
  await confirmDelivery(world.ports, input);
  expect((await home.s.order(orderId)).fiscalData).toEqual(ANA);
  expect(world.sent.map(({ name }) => name)).toEqual(["keep-door-data", "publish-delivery", "issue-document"]);
  expect(JSON.stringify(world.sent)).not.toContain(ANA.idNumber);
  expect((await home.s.eventsOfOrder(orderId)).find(({ type }) => type === "fiscal_data")).toMatchObject({
    actor: "courier:Luis Vega",
    to: "cedula",
  });
  const told: unknown[] = [];
  const admin = () => ({ setOrderMetafield: async (...said: unknown[]) => void told.push(said) });
  const ports = { ...world.ports, admin: admin as unknown as typeof world.ports.admin };
  await keepDoorData(ports, { ...mine(), eventId: input.confirmationId });
  expect(told).toEqual([[(await home.s.order(orderId)).gid, "fiscal_data", ANA]]);
});

test("what the buyer gave is not overwritten at the door, and a wrong number is not taken", async () => {
  const [given, wrong] = [await anOutgoing(), await anOutgoing()];
  await home.s.updateOrder(given.orderId, { fiscalData: { ...ANA, legalName: "Ana la compradora" } });
  await confirmDelivery(world.ports, report(given.deliveryId, { fiscalData: ANA }));
  await confirmDelivery(world.ports, report(wrong.deliveryId, { fiscalData: { ...ANA, idNumber: "1714307104" } }));
  expect((await home.s.order(given.orderId)).fiscalData?.legalName).toBe("Ana la compradora");
  expect((await home.s.order(wrong.orderId)).fiscalData).toBeNull();
  expect(world.sent.map(({ name }) => name)).not.toContain("keep-door-data");
});

test("where a shop leaves time for mistakes, capture and invoice wait for its end and then go on", async () => {
  await home.s.updateShop({ proofRules: { ...DEFAULT_PROOF, undoSeconds: 120 } });
  const { deliveryId, orderId } = await anOutgoing();
  await confirmDelivery(world.ports, report(deliveryId));
  await home.s.updateShop({ proofRules: null });
  expect(await home.s.delivery(deliveryId)).toMatchObject({
    ...{ state: "delivered", provenAt: null, heldFor: "undo", heldUntil: new Date("2026-11-23T15:02:00Z") },
  });
  expect(world.sent.map(({ name }) => name)).toEqual(["publish-delivery", "prove-delivery"]);
  world.setNow("2026-11-23T15:02:00Z");
  await proveOverdue(world.ports, { shopId: home.shop.id, deliveryId });
  expect([(await home.s.delivery(deliveryId)).heldFor, (await home.s.invoicesOfOrder(orderId)).length]).toEqual([null, 1]);
});

test("a PIN that the shop wants and the courier has not is a signal; alone it holds nothing", async () => {
  await home.s.updateShop({ proofRules: { ...DEFAULT_PROOF, pin: "must" } });
  const { deliveryId } = await anOutgoing();
  const own = await aPicture("#148");
  await confirmDelivery(world.ports, report(deliveryId, { photos: [own], proof: { noPin: "did_not_get" } }));
  await home.s.updateShop({ proofRules: null });
  expect(await home.s.delivery(deliveryId)).toMatchObject({ heldFor: null, provenAt: expect.any(Date), doubt: { signals: ["no_pin"] } });
});

const take = (deliveryId: string, reportId: string) => undoReport(world.ports, { ...mine(), deliveryId, undoId: uuid(), reportId });
/** Delivered with cash in hand, and what its courier had before. */
async function aMistake(change: object = {}) {
  const made = await anOutgoing();
  const before = await account();
  const said = report(made.deliveryId, { collected: cash(2550), ...change });
  await confirmDelivery(world.ports, said);
  return { ...made, before, reportId: said.confirmationId };
}

test("a confirmation taken back before its invoice: on its way again, no invoice, the account as it was with both lines, and then delivered once", async () => {
  const { deliveryId, orderId, before, reportId } = await aMistake({ refused: [] });
  const [waiting] = await home.s.invoicesOfOrder(orderId);
  world.setNow("2026-11-23T15:05:00Z");
  await take(deliveryId, reportId);
  expect(await home.s.delivery(deliveryId)).toMatchObject({
    ...{ state: "out_for_delivery", deliveredAt: null, provenAt: null, heldFor: null, attention: null, doubt: null },
  });
  expect(await home.s.attempt(reportId)).toMatchObject({ stands: false, undoneAt: new Date("2026-11-23T15:05:00Z") });
  expect(await home.s.invoicesOfOrder(orderId)).toEqual([]);
  expect(await home.s.document(waiting!.id)).toMatchObject({ state: "voided", number: null, attention: null });
  expect(await account()).toEqual(before);
  expect(await entriesOf(deliveryId)).toEqual([
    { kind: "earned", minor: -200, how: null, number: 2 },
    { kind: "collected", minor: -2550, how: "cash", number: null },
    { kind: "collected", minor: 2550, how: "cash", number: null },
    { kind: "earned", minor: 200, how: null, number: 1 },
  ]);
  expect(await home.s.collectedForOrder(orderId)).toEqual([]);
  expect((await home.s.shotsOfDelivery(deliveryId)).map(({ key }) => key !== null)).toEqual([true]);
  expect((await home.s.eventsOfOrder(orderId)).at(-1)).toMatchObject({
    ...{ actor: "courier:Luis Vega", from: "delivered", to: "out_for_delivery", reason: { code: "confirmation_undone" } },
  });
  const again = report(deliveryId, { collected: cash(2550, { how: "transfer", reference: "77" }) });
  await confirmDelivery(world.ports, again);
  expect(await home.s.delivery(deliveryId)).toMatchObject({ state: "delivered", provenAt: expect.any(Date), attention: null });
  expect((await home.s.invoicesOfOrder(orderId)).map(({ state }) => state)).toEqual(["waiting_for_data"]);
  expect(await account()).toEqual({ owed: before.owed + 200, cashInHand: before.cashInHand });
  expect((await home.s.collectedForOrder(orderId)).map(({ how }) => how)).toEqual(["transfer"]);
});

test("taken back twice, or by another courier, or what is none of a report: nothing more happens", async () => {
  const { deliveryId, before, reportId } = await aMistake();
  const other = { shopId: home.shop.id, courierId: home.otherId, deliveryId, undoId: uuid(), reportId };
  expect(await code(undoReport(world.ports, other))).toBe("delivery_not_yours");
  expect(await code(take(deliveryId, uuid()))).toBe("nothing_to_undo");
  const same = { ...mine(), deliveryId, undoId: uuid(), reportId };
  await Promise.all([1, 2, 3].map(() => undoReport(world.ports, same)));
  expect(await code(take(deliveryId, reportId))).toBe("nothing_to_undo");
  expect([await account(), (await entriesOf(deliveryId)).length]).toEqual([before, 4]);
});

/** Its invoice has its number, to this buyer. */
async function issued(orderId: string, idType: string): Promise<void> {
  const [invoice] = await home.s.invoicesOfOrder(orderId);
  const input = { kind: "invoice", buyer: { idType }, totals: { lines: [] } } as unknown as NonNullable<typeof invoice>["input"];
  await home.s.updateDocument(invoice!.id, { state: "authorised", number: "001-001-000000007", input });
}

test.each([
  ["cedula", "undo_after_invoice"],
  ["final_consumer", "undo_of_final_consumer"],
])("after the invoice to a %s it is too late: it stays delivered, and the desk reads what the law leaves", async (idType, attention) => {
  const { deliveryId, orderId, reportId } = await aMistake();
  await issued(orderId, idType);
  const accounted = await account();
  expect(await code(take(deliveryId, reportId))).toBe("undo_too_late");
  expect(await home.s.delivery(deliveryId)).toMatchObject({
    ...{ state: "delivered", attention: { code: attention, params: { courier: "Luis Vega", number: "001-001-000000007" } } },
  });
  expect([await account(), (await home.s.invoicesOfOrder(orderId)).length]).toEqual([accounted, 1]);
  const desk = { shopId: home.shop.id, deliveryId, actor: "ana@shop" };
  expect(await code(undoDelivery(world.ports, desk))).toBe("document_issued");
});

test("the desk takes it back by the same rule, once", async () => {
  const { deliveryId, orderId, before } = await aMistake();
  const desk = { shopId: home.shop.id, deliveryId, actor: "merchant:Ana" };
  await undoDelivery(world.ports, desk);
  expect([(await home.s.delivery(deliveryId)).state, await home.s.invoicesOfOrder(orderId), await account()]).toEqual([
    "out_for_delivery",
    [],
    before,
  ]);
  expect((await home.s.eventsOfOrder(orderId)).at(-1)?.actor).toBe("merchant:Ana");
  expect(await code(undoDelivery(world.ports, desk))).toBe("nothing_to_undo");
});

test("an invoice that another rule or person asked for does not keep a confirmation from being taken back, nor goes with it", async () => {
  await home.s.updateShop({ invoiceTriggers: { transfer: "on_dispatch" } });
  const { deliveryId, orderId } = await home.aDelivery(++number, { paymentType: "transfer", outstandingMinor: 0 });
  await startDelivery(world.ports, { ...mine(), deliveryId });
  await issued(orderId, "cedula");
  const said = report(deliveryId);
  await confirmDelivery(world.ports, said);
  await take(deliveryId, said.confirmationId);
  await home.s.updateShop({ invoiceTriggers: {} });
  expect([(await home.s.delivery(deliveryId)).state, (await home.s.invoicesOfOrder(orderId)).map(({ state }) => state)]).toEqual([
    "out_for_delivery",
    ["authorised"],
  ]);
});

test("money that Shopify was told of stays there: a person reads of it", async () => {
  const { deliveryId, orderId, reportId } = await aMistake();
  await home.s.record({ orderId, actor: "system", type: "payment", from: "PENDING", to: "paid", reason: { code: "marked_paid" } });
  await take(deliveryId, reportId);
  expect(await home.s.delivery(deliveryId)).toMatchObject({
    ...{ state: "out_for_delivery", attention: { code: "undone_after_payment", params: { courier: "Luis Vega" } } },
  });
});

test("where it was pressed by mistake teaches nothing of the address", async () => {
  const { deliveryId, orderId } = await anOutgoing();
  const { shippingAddress } = (await home.s.order(orderId)).sale;
  const key = keyOf(world.ports, home.shop.id, shippingAddress!)!;
  const known = (await home.s.rememberedPosition(key))?.confirmed ?? [];
  const own = await aPicture("#a41");
  const place = { latitude: -0.1812, longitude: -78.4812, accuracyMetres: 12 };
  const said = report(deliveryId, { position: place, doorNote: "timbre 9", photos: [own] });
  await confirmDelivery(world.ports, said);
  expect((await home.s.rememberedPosition(key))?.confirmed.length).toBe(Math.min(9, known.length + 1));
  await take(deliveryId, said.confirmationId);
  expect((await home.s.rememberedPosition(key))?.confirmed ?? []).not.toContainEqual({
    latitude: -0.1812,
    longitude: -78.4812,
    metres: 12,
  });
  expect((await home.s.doorNotes([key])).get(key)?.note ?? null).not.toBe("timbre 9");
});

test("a failed attempt by mistake is taken back, and is not paid for", async () => {
  const perAttempt: CommissionRule = { ...fixedCommission(0), kind: "per_attempt", amountMinor: 120 };
  const { deliveryId } = await anOutgoing();
  const basis = (await home.s.delivery(deliveryId)).commissionBasis!;
  await home.s.updateDelivery(deliveryId, { commissionBasis: { ...basis, rule: perAttempt } });
  const before = await account();
  const fail = { ...mine(), deliveryId, reason: "nobody_home", happenedAt: null };
  const first = uuid();
  await failDelivery(world.ports, { ...fail, attemptId: first });
  expect((await account()).owed - before.owed).toBe(120);
  await take(deliveryId, first);
  expect([(await home.s.delivery(deliveryId)).state, await account()]).toEqual(["out_for_delivery", before]);
  await confirmDelivery(world.ports, report(deliveryId, { collected: cash(2550, { how: "transfer", reference: "77" }) }));
  expect((await account()).owed - before.owed).toBe(120);
});

test("in the time that a shop leaves for mistakes neither Shopify nor the buyer is told; taken back, its end issues nothing", async () => {
  await home.s.updateShop({ proofRules: { ...DEFAULT_PROOF, undoSeconds: 120 } });
  const { deliveryId, orderId, reportId } = await aMistake();
  expect([world.options.get("publish-delivery"), world.options.get("mark-order-paid")]).toEqual([
    { startAfterSeconds: 120 },
    { startAfterSeconds: 120 },
  ]);
  await take(deliveryId, reportId);
  await home.s.updateShop({ proofRules: null });
  world.setNow("2026-11-23T15:02:00Z");
  await proveOverdue(world.ports, { shopId: home.shop.id, deliveryId });
  expect([(await home.s.delivery(deliveryId)).state, await home.s.invoicesOfOrder(orderId)]).toEqual(["out_for_delivery", []]);
});

test("a form is asked for all that the shop demands, and leaves nothing behind until it says it, or says why not", async () => {
  await home.s.updateShop({ proofRules: { ...DEFAULT_PROOF, relation: "must", recipientId: "must", signature: "must", pin: "must" } });
  const { deliveryId } = await anOutgoing();
  const before = await photosKept();
  const refusal = async (proof: ToldProof) =>
    confirmDelivery(world.ports, report(deliveryId, { proof })).then(
      () => "none",
      (error: { code: string; params: { why?: string } }) => [error.code, error.params.why],
    );
  const told: ToldProof = { relation: "buyer", recipientId: "1710034065", unsigned: "phone_fails" };
  expect(await refusal({})).toEqual(["proof_missing", "relation"]);
  expect(await refusal({ relation: "buyer" })).toEqual(["proof_missing", "recipientId"]);
  expect(await refusal({ ...told, unsigned: undefined })).toEqual(["proof_missing", "signature"]);
  expect(await refusal(told)).toEqual(["proof_missing", "pin"]);
  expect([(await home.s.delivery(deliveryId)).state, await photosKept()]).toEqual(["out_for_delivery", before]);
  expect(await refusal({ ...told, pin: world.ports.links.deliveryPin(deliveryId) })).toBe("none");
  await home.s.updateShop({ proofRules: null });
  const { state, doubt } = await home.s.delivery(deliveryId);
  expect([state, doubt?.signals ?? []]).toEqual(["delivered", expect.not.arrayContaining(["no_pin", "proof_incomplete"])]);
});

test("by form a PIN has five tries, which the desk sees; then only why there is none is taken", async () => {
  await home.s.updateShop({ proofRules: { ...DEFAULT_PROOF, pin: "must" } });
  const { deliveryId, orderId } = await anOutgoing();
  const wrong = world.ports.links.deliveryPin(deliveryId) === "1111" ? "2222" : "1111";
  const tried = [];
  for (let at = 0; at < 6; at++) tried.push(await code(confirmDelivery(world.ports, report(deliveryId, { proof: { pin: wrong } }))));
  expect(tried).toEqual(["pin_wrong", "pin_wrong", "pin_wrong", "pin_wrong", "pin_over", "pin_over"]);
  expect((await home.s.eventsOfOrder(orderId)).filter(({ reason }) => reason?.code === "pin_wrong")).toHaveLength(5);
  const { attempt } = await confirmDelivery(world.ports, report(deliveryId, { proof: { pin: wrong, noPin: "wrong_often" } }));
  await home.s.updateShop({ proofRules: null });
  expect([attempt.pin, (await home.s.delivery(deliveryId)).doubt?.signals]).toEqual(["wrong", expect.arrayContaining(["no_pin"])]);
});

test("a reason that wants a photo has it by form too", async () => {
  const { deliveryId } = await anOutgoing();
  const failed = { ...mine(), deliveryId, reason: "damaged", happenedAt: null };
  expect(await code(failDelivery(world.ports, { ...failed, attemptId: uuid() }))).toBe("photo_missing");
  expect((await home.s.delivery(deliveryId)).state).toBe("out_for_delivery");
  const attemptId = uuid();
  await failDelivery(world.ports, { ...failed, attemptId, photos: [photo] });
  await failDelivery(world.ports, { ...failed, attemptId, photos: [photo] });
  expect((await home.s.shotsOfDelivery(deliveryId)).map(({ attemptId: of }) => of)).toEqual([attemptId]);
});
