import { beforeAll, expect, test } from "vitest";
import { entryOf } from "~/domain/settlement/entry";
import type { HandOverRecord, SettlementRecord } from "~/ports/settlement";
import { courierWorld, type CourierWorld } from "~/testing/courier-world";
import { aShotRecord } from "~/testing/shots";
import { aConfirm, anUndo } from "~/testing/phone-events";
import { aShadowResult } from "~/testing/shadow";
import { freshDatabase } from "../support/database.ts";
import { rowsOf } from "../support/product.ts";

let url: string;
let world: CourierWorld;
let mine: Awaited<ReturnType<CourierWorld["aShop"]>>;
let other: Awaited<ReturnType<CourierWorld["aShop"]>>;
let theirs: Awaited<ReturnType<typeof idsOfEverything>>;
let forShop: (typeof import("~/db.server"))["forShop"];

beforeAll(async () => {
  ({ url } = await freshDatabase());
  world = await courierWorld();
  ({ forShop } = await import("~/db.server"));
  mine = await world.aShop("demo.myshopify.com");
  other = await world.aShop("otra.myshopify.com");
  theirs = await idsOfEverything(other);
});

const LOCATION = {
  name: "Bodega",
  active: true,
  address1: "Calle 1",
  address2: null,
  city: "Quito",
  province: null,
  zip: null,
  countryCode: "EC",
};

/** One row of every kind in a shop. */
async function idsOfEverything({ s, aDelivery, courierId, tokenFor }: typeof other) {
  const { orderId, deliveryId } = await aDelivery(1001, { paymentType: "card_authorized" });
  const uuid = () => world.ports.ids.uuid();
  const [issuerId, seriesId, certificateId, attemptId, eventId] = [uuid(), uuid(), uuid(), uuid(), uuid()];
  const [shotId, deviceId] = [uuid(), uuid()];
  const now = world.ports.clock.now();
  await tokenFor(courierId);
  await s.saveIssuer({
    id: issuerId,
    country: "EC",
    taxId: "1792060346001",
    legalName: "OTRA S.A.",
    tradeName: null,
    mainAddress: "Quito",
    establishmentAddress: null,
    keepsAccounts: false,
    specialTaxpayer: null,
    withholdingAgent: null,
    rimpe: "none",
    environment: "test",
  });
  await s.saveSeries({
    id: seriesId,
    issuerId,
    documentType: "invoice",
    establishment: "001",
    emissionPoint: "001",
    environment: "test",
    firstNumber: 1,
    isDefault: true,
    nextNumber: 1,
  });
  await s.saveCertificate({
    id: certificateId,
    issuerId,
    keyEncrypted: "sealed",
    certificateDer: new Uint8Array([1]),
    subject: "CN=OTRA",
    issuedBy: "CN=OTRA",
    chain: [],
    serial: "1",
    taxId: null,
    notBefore: now,
    notAfter: now,
    uploadedAt: now,
  });
  await s.saveEstablishment({ issuerId, code: "001", address: "Quito", tradeName: null });
  await s.keepLocations([{ ...LOCATION, gid: "gid://shopify/Location/1" }]);
  await s.keepNativeRates({ ...(await s.nativeRates()), state: "written", countries: [orderId] });
  const [location] = await s.locations();
  await s.saveProductTaxCategories([{ productId: "gid://shopify/Product/1", category: "exempt" }]);
  const { document } = await s.openInvoice({ orderId, country: "EC", currency: "USD", totalMinor: 2550 });
  const { id: runId } = await s.insertRun({ courierId, locationId: location!.id });
  await s.updateDelivery(deliveryId, { runId });
  await s.openDocument({
    kind: "dispatch_guide",
    subject: runId,
    orderId: null,
    originalId: null,
    country: "EC",
    currency: "USD",
    totalMinor: 0,
  });
  await s.insertAttempt({
    id: attemptId,
    deliveryId,
    courierId,
    outcome: "failed",
    reason: "nobody_home",
    note: null,
    receivedBy: null,
    happenedAt: now,
    receivedAt: now,
    latitude: null,
    longitude: null,
    accuracyMetres: null,
  });
  const events = [aConfirm({ id: eventId, deliveryId }), anUndo({ id: uuid(), deliveryId, undoes: eventId })];
  await s.insertPhoneEvents({ courierId, phoneId: null, deviceId: null, receivedAt: now, events });
  await s.insertWebhook({
    topic: "CUSTOMERS_REDACT",
    webhookId: "w-1",
    eventId: "e-1",
    subjectGid: "gid://shopify/Order/1001",
    triggeredAt: null,
    payload: { customer: "Ana" },
  });
  await s.finishWebhook("CUSTOMERS_REDACT", "w-1", "done");
  await s.record({ orderId, deliveryId, documentId: document.id, actor: "system", type: "order", to: "received" });
  const opened = { type: "document", to: "waiting_for_data", reason: { code: "on_delivery" } };
  await s.record({ orderId, deliveryId, documentId: document.id, actor: "system", ...opened });
  const { id: shadowRunId } = await s.openShadowRun("2026-10");
  await s.insertShadowResult(shadowRunId, aShadowResult());
  await s.keepStopOrder(courierId, [deliveryId]);
  await s.keepDoorNote("home", { note: "timbre 2", notedAt: now });
  const shiftId = uuid();
  await s.saveShift(courierId, {
    ...{ id: shiftId, startedAt: now, pausedAt: null, endedAt: null, sharesPosition: true, changedAt: now, phoneId: null, counter: 0 },
  });
  await s.notePosition(courierId, shiftId, { position: { latitude: -0.2, longitude: -78.5, accuracyMetres: 9 }, at: now });
  await s.rememberPosition("home", {
    ...{ source: "shopify", point: { latitude: -0.2, longitude: -78.5 }, metres: 200, confirmed: [], updatedAt: now },
  });
  const [link] = await s.links("courier", courierId);
  const [zone] = await s.zones();
  await s.insertShots([
    aShotRecord({ id: shotId, deliveryId, attemptId, courierId, bytes: 9, receivedBytes: 0, receivedAt: null, key: "photo" }),
  ]);
  await s.addShotPart({ shotId, courierId, offset: 0, bytes: new Uint8Array([1]) });
  await s.insertDevice({
    ...{ id: deviceId, courierId, linkId: link!.id, name: "", secretHash: "device", createdAt: now, lastSeenAt: now },
  });
  await s.setPin(courierId, "hash");
  await s.updateDelivery(deliveryId, { state: "delivered", deliveredAt: now });
  const absenceId = uuid();
  await s.insertAbsence({ id: absenceId, courierId, day: "2026-11-23", declaredAt: now, actor: "merchant", moves: [], runs: [] });
  const entry = entryOf({ key: "collected:1", kind: "collected", how: "cash", minor: 2550, currency: "USD", deliveryId });
  await s.insertEntries([{ ...entry, courierId, actor: "courier:Luis Vega" }]);
  const [kept] = await s.collectedForOrder(orderId);
  const [handOverId, settlementId] = [uuid(), uuid()];
  await s.insertHandOver(aHandOver({ id: handOverId, courierId, saidAt: now }));
  await s.insertSettlement(aSettlement({ id: settlementId, courierId, issuedAt: now }), [kept!.id]);
  return {
    entryId: kept!.id,
    handOverId,
    settlementId,
    orderId,
    deliveryId,
    documentId: document.id,
    issuerId,
    seriesId,
    certificateId,
    attemptId,
    eventId,
    courierId,
    runId,
    shadowRunId,
    locationId: location!.id,
    absenceId,
    shiftId,
    link: link!,
    zone: zone!,
    shotId,
    deviceId,
    now,
  };
}

const aHandOver = (change: Pick<HandOverRecord, "id" | "courierId" | "saidAt">): HandOverRecord => ({
  ...{ currency: "USD", courierMinor: 2550, shopMinor: null, saidBy: "courier", agreedAt: null },
  ...change,
});
const aSettlement = (change: Pick<SettlementRecord, "id" | "courierId" | "issuedAt">): SettlementRecord => ({
  ...{ number: 1, currency: "USD", until: "2026-11-23", state: "issued", content: "{}", sha256: "0", issuedBy: "merchant" },
  ...{ answeredAt: null, dispute: null, paidAt: null, paidMinor: null },
  ...change,
});

const TABLES = [
  "CourierEntry",
  "CashHandOver",
  "Settlement",
  "SettlementEntry",
  "Order",
  "Delivery",
  "DeliveryHolder",
  "DeliveryAttempt",
  "PhoneEvent",
  "FiscalDocument",
  "Event",
  "Zone",
  "Courier",
  "Run",
  "ZoneCourier",
  "CourierAbsence",
  "AccessLink",
  "CourierDevice",
  "Shot",
  "ShotPart",
  "Issuer",
  "Certificate",
  "Establishment",
  "Location",
  "RememberedPosition",
  "StopOrder",
  "DoorNote",
  "CourierShift",
  "ProductTaxCategory",
  "Series",
  "ShadowRun",
  "ShadowResult",
  "WebhookDelivery",
];
const theirRows = () =>
  Promise.all(
    TABLES.map(
      async (table) =>
        [table, await rowsOf(url, `SELECT * FROM "${table}" WHERE "shopId" = $1 ORDER BY 1, 2, 3`, [other.shop.id])] as const,
    ),
  );

const settled = async (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => (error instanceof Error ? "refused" : Promise.reject(error)));

test("whatever one shop asks its store with another's ids, it reads nothing and changes nothing of the other", async () => {
  const before = await theirRows();
  for (const [table, rows] of before) expect(rows, table).not.toEqual([]);
  const { s } = mine;
  const {
    orderId,
    deliveryId,
    documentId,
    issuerId,
    seriesId,
    certificateId,
    attemptId,
    eventId,
    courierId,
    runId,
    shadowRunId,
    locationId,
    link,
    zone,
    shotId,
    deviceId,
    now,
  } = theirs;
  const gid = "gid://shopify/Order/1001";
  const reads: Record<string, [() => Promise<unknown>, unknown]> = {
    order: [() => s.order(orderId), "refused"],
    findOrder: [() => s.findOrder(orderId), null],
    orderByGid: [() => s.orderByGid(gid), null],
    delivery: [() => s.delivery(deliveryId), "refused"],
    findDelivery: [() => s.findDelivery(deliveryId), null],
    deliveriesOfOrder: [() => s.deliveriesOfOrder(orderId), []],
    reverseDeliveriesOfOrder: [() => s.reverseDeliveriesOfOrder(orderId), []],
    ordersToCapture: [async () => (await s.ordersToCapture()).filter(({ id }) => id === orderId), []],
    deliveriesUnder: [async () => (await s.deliveriesUnder(["no_zone"])).filter(({ id }) => id === deliveryId), []],
    productTaxCategories: [() => s.productTaxCategories(["gid://shopify/Product/1"]), new Map()],
    deliveriesOfCourier: [() => s.deliveriesOfCourier(courierId), []],
    stopsOfCourier: [() => s.stopsOfCourier(courierId, new Date(0)), []],
    run: [() => s.run(runId), "refused"],
    findRun: [() => s.findRun(runId), null],
    openRuns: [() => s.openRuns(courierId), []],
    zone: [() => s.zone(zone.id), null],
    stopsOfRun: [() => s.stopsOfRun(runId), []],
    guidesToSettle: [() => s.guidesToSettle(courierId), []],
    guideOfRun: [() => s.guideOfRun(runId), null],
    shadowRun: [() => s.shadowRun(shadowRunId), null],
    shadowRunOf: [() => s.shadowRunOf("2026-10"), null],
    shadowRuns: [() => s.shadowRuns(), []],
    judgedOrders: [() => s.judgedOrders(shadowRunId, [gid]), new Set()],
    attempt: [() => s.attempt(attemptId), null],
    attemptsOf: [() => s.attemptsOf(deliveryId), []],
    invoicesOfProof: [() => s.invoicesOfProof(deliveryId), []],
    undoableReports: [() => s.undoableReports(courierId, new Date(0)), new Map()],
    isUndoTold: [() => s.isUndoTold({ courierId, deliveryId, id: eventId }), false],
    document: [() => s.document(documentId), "refused"],
    documentsOfOrder: [() => s.documentsOfOrder(orderId), []],
    invoicesOfOrder: [() => s.invoicesOfOrder(orderId), []],
    documentsIn: [() => s.documentsIn(["waiting_for_data"], 10), []],
    markedDocuments: [() => s.markedDocuments(["waiting_for_data"], 10), []],
    linkHolder: [() => s.linkHolder(link.secretHash), null],
    deviceHolder: [() => s.deviceHolder("device"), null],
    devices: [() => s.devices(courierId), []],
    hasPin: [() => s.hasPin(courierId), false],
    pinState: [() => s.pinState(link.id), "refused"],
    shot: [() => s.shot(shotId), null],
    shotParts: [() => s.shotParts(shotId), []],
    shotsOfDelivery: [() => s.shotsOfDelivery(deliveryId), []],
    shotsOfChain: [() => s.shotsOfChain({ courierId, phoneId: null, day: "2026-11-23" }), []],
    ordersWithSamePhoto: [() => s.ordersWithSamePhoto(deliveryId), new Map()],
    addShotPart: [() => s.addShotPart({ shotId, courierId, offset: 1, bytes: new Uint8Array([2]) }), null],
    unmarkedOrders: [() => s.unmarkedOrders(9), []],
    deliveriesHeldTooLong: [() => s.deliveriesHeldTooLong(new Date("2100-01-01T00:00:00Z"), 9), []],
    couriersWithReportsLeft: [() => s.couriersWithReportsLeft(new Date("2100-01-01T00:00:00Z")), []],
    placedBefore: [() => s.placedBefore({ courierId, at: now, attemptId: eventId }), null],
    phoneEvent: [() => s.phoneEvent(courierId, eventId), null],
    phoneEventsToApply: [() => s.phoneEventsToApply(courierId), []],
    clocksOf: [() => s.clocksOf(deliveryId), new Map()],
    heldSince: [() => s.heldSince(deliveryId, courierId), null],
    everHeld: [() => s.everHeld(courierId, [deliveryId]), new Set()],
    reportsOfCourier: [() => s.reportsOfCourier(courierId, new Date(0)), []],
    moneyReportsLeft: [() => s.moneyReportsLeft(0), []],
    othersReports: [() => s.othersReports(courierId, new Date(0)), []],
    besidePhoneEvent: [async () => (await s.besidePhoneEvent((await other.s.phoneEvent(courierId, eventId))!)).before, null],
    invoicesOfOrders: [() => s.invoicesOfOrders([orderId]), []],
    links: [() => s.links("courier", courierId), []],
    issuer: [() => s.issuer(), null],
    activeCertificate: [() => s.activeCertificate(issuerId), null],
    series: [() => s.series(issuerId), []],
    webhook: [() => s.webhook("CUSTOMERS_REDACT", "w-1"), null],
    isReadSince: [() => s.isReadSince(gid, { topic: "CUSTOMERS_REDACT", webhookId: "w-1" }), false],
    isEventProcessed: [() => s.isEventProcessed("CUSTOMERS_REDACT", "e-1"), false],
    eventsOfOrder: [() => s.eventsOfOrder(orderId), []],
    unassigned: [() => s.unassignedDeliveries(), []],
    newDeliveries: [() => s.newDeliveries(9), []],
    isAnyWaiting: [() => s.isAnyWaiting(), false],
    workloads: [async () => (await s.workloads({ day: new Date(0), week: new Date(0) })).get(courierId), undefined],
    cashInHand: [async () => (await s.cashInHand()).get(courierId), undefined],
    courierSums: [() => s.courierSums("USD"), new Map()],
    earnedEntries: [() => s.earnedEntries(courierId, deliveryId), []],
    collectedForOrder: [() => s.collectedForOrder(orderId), []],
    takenFor: [() => s.takenFor([orderId]), new Map()],
    entriesSince: [() => s.entriesSince(courierId, new Date(0)), []],
    openEntries: [() => s.openEntries(courierId, { currency: "USD", before: new Date("2100-01-01") }), []],
    findHandOver: [() => s.findHandOver(theirs.handOverId), null],
    handOvers: [() => s.handOvers(courierId, new Date(0)), []],
    findSettlement: [() => s.findSettlement(theirs.settlementId), null],
    standingSettlement: [() => s.standingSettlement(courierId, "USD"), null],
    settlements: [() => s.settlements(courierId, 9), []],
    openAddresses: [() => s.openAddresses(), []],
    lastGiven: [() => s.lastGiven(), []],
    absence: [() => s.absence(theirs.absenceId), null],
    lastAbsence: [() => s.lastAbsence(courierId, { day: "2026-11-23", since: new Date(0) }), null],
    zones: [async () => (await s.zones()).filter(({ id }) => id === zone.id), []],
    nativeRates: [async () => (await s.nativeRates()).countries, []],
    locations: [() => s.locations(), []],
    locationByGid: [() => s.locationByGid("gid://shopify/Location/1"), null],
    openDepartures: [() => s.openDepartures(), []],
    rememberedPositions: [() => s.rememberedPositions(["home"]), new Map()],
    doorNotes: [() => s.doorNotes(["home"]), new Map()],
    stopOrder: [() => s.stopOrder(courierId), []],
    shift: [() => s.shift(courierId, theirs.shiftId), null],
    shiftOn: [() => s.shiftOn(courierId), null],
    lastPosition: [() => s.lastPosition(courierId), null],
    rememberedPosition: [() => s.rememberedPosition("home"), null],
    establishments: [() => s.establishments(issuerId), []],
    courierName: [() => s.courierName(courierId), null],
    couriers: [async () => (await s.couriers()).filter(({ id }) => id === courierId), []],
  };
  for (const [name, [read, expected]] of Object.entries(reads)) expect(await settled(read()), name).toEqual(expected);
  const anAttempt = (await other.s.attempt(attemptId))!;
  const writes: Record<string, () => Promise<unknown>> = {
    updateOrder: () => s.updateOrder(orderId, { fiscalData: null }),
    updateDelivery: () => s.updateDelivery(deliveryId, { state: "cancelled" }),
    insertAbsence: () =>
      s.insertAbsence({
        ...{ id: world.ports.ids.uuid(), courierId, day: "2026-11-23", declaredAt: new Date(0), actor: "merchant", moves: [], runs: [] },
      }),
    endAbsence: () => s.endAbsence(theirs.absenceId, { endedAt: new Date(0), kept: [] }),
    insertEntries: () =>
      s.insertEntries([
        { ...entryOf({ key: "earned:1:1", kind: "earned", minor: 1, currency: "USD", deliveryId }), courierId, actor: "system" },
      ]),
    insertEntryOfDelivery: () =>
      s.insertEntries([
        {
          ...entryOf({ key: "earned:1:1", kind: "earned", minor: 1, currency: "USD", deliveryId }),
          courierId: mine.courierId,
          actor: "system",
        },
      ]),
    insertHandOver: () => s.insertHandOver(aHandOver({ id: world.ports.ids.uuid(), courierId, saidAt: new Date(0) })),
    updateHandOver: () => s.updateHandOver(theirs.handOverId, { shopMinor: 1 }),
    insertSettlement: () => s.insertSettlement(aSettlement({ id: world.ports.ids.uuid(), courierId, issuedAt: new Date(0) }), []),
    settleTheirEntry: () =>
      world.ports.store.change(mine.shop.id, (change) =>
        change.insertSettlement(aSettlement({ id: world.ports.ids.uuid(), courierId: mine.courierId, issuedAt: new Date(0) }), [
          theirs.entryId,
        ]),
      ),
    updateSettlement: () => s.updateSettlement(theirs.settlementId, { state: "paid" }),
    insertRun: () => s.insertRun({ courierId, locationId: null }),
    loadAtLocation: () => s.insertRun({ courierId: mine.courierId, locationId }),
    linkLocation: () => s.linkLocation(locationId, { establishment: "001", emissionPoint: "001", originAddress: null }),
    saveEstablishment: () => s.saveEstablishment({ issuerId, code: "001", address: null, tradeName: null }),
    updateRun: () => s.updateRun(runId, { state: "ended" }),
    updateDocument: () => s.updateDocument(documentId, { state: "authorised" }),
    updateShadowRun: () => s.updateShadowRun(shadowRunId, { state: "stopped" }),
    insertShadowResult: () => s.insertShadowResult(shadowRunId, aShadowResult({ orderGid: "gid://shopify/Order/1002" })),
    markCertificateWarned: () => s.markCertificateWarned(certificateId, 5),
    takeNumber: () => s.takeNumber(seriesId),
    revokeLink: () => s.revokeLink(link.id),
    updateDevice: () => s.updateDevice(deviceId, { linkId: link.id }),
    setPin: () => s.setPin(courierId, "pin"),
    notePinTry: () => s.notePinTry(link.id, { pinTries: 9, pinLockedUntil: null }),
    endShotParts: () => s.endShotParts(shotId, { key: "another" }),
    insertShots: () => s.insertShots([aShotRecord({ id: world.ports.ids.uuid(), deliveryId, attemptId })]),
    touchLink: () => s.touchLink(link.id),
    finishWebhook: () => s.finishWebhook("CUSTOMERS_REDACT", "w-1", "x"),
    insertDelivery: () => s.insertDelivery({ orderId, currency: "USD" }),
    openInvoice: () => s.openInvoice({ orderId, country: "EC", currency: "USD", totalMinor: 1 }),
    settlePhoneEvent: () => s.settlePhoneEvent(courierId, eventId, { outcome: { code: "applied" }, appliedAt: new Date(0), time: null }),
    undoAttempt: () => s.undoAttempt(attemptId, now),
    insertAttempt: () => s.insertAttempt({ ...anAttempt, id: world.ports.ids.uuid() }),
    saveSeries: () =>
      s.saveSeries({
        id: world.ports.ids.uuid(),
        issuerId,
        documentType: "invoice",
        establishment: "001",
        emissionPoint: "002",
        environment: "test",
        firstNumber: 1,
        isDefault: true,
        nextNumber: 1,
      }),
    saveZone: () => world.ports.store.change(mine.shop.id, (change) => change.saveZone({ ...zone, id: world.ports.ids.uuid() })),
    saveShift: async () => s.saveShift(courierId, { ...(await other.s.shift(courierId, theirs.shiftId))!, id: world.ports.ids.uuid() }),
    moveShop: () => s.updateShop({ id: other.shop.id } as never),
  };
  for (const [name, write] of Object.entries(writes)) expect(await settled(write()), name).toBe("refused");
  expect([await s.redactOrder(gid), await s.redactOrders(10), await s.photosToDelete(10)]).toEqual([false, 0, []]);
  await s.freeEntries(theirs.settlementId);
  await s.keepForgotten(orderId);
  await s.forgetPhotos([shotId]);
  await s.noteDeviceSeen(deviceId, new Date(8e12));
  await s.forgetPosition("home");
  await s.forgetPositions();
  await s.forgetDoorNote("home");
  await s.forgetDoorNotes();
  await s.notePosition(courierId, theirs.shiftId, { position: { latitude: 0, longitude: 0, accuracyMetres: null }, at: new Date(8e12) });
  await s.endForgottenShifts({ startedBefore: new Date(8e12), now });
  await s.forgetShifts();
  await s.redactPeople();
  await s.forgetShadowResults([gid]);
  await s.forgetShadowMonths();
  await s.keepLocations([]);
  expect(await theirRows()).toEqual(before);
});

test("relations are read within the shop; a filter that names another finds nothing", async () => {
  const db = forShop(mine.shop.id);
  expect(await db.order.findMany({ where: { shopId: other.shop.id }, include: { deliveries: true } })).toEqual([]);
  expect(await db.delivery.findMany({ where: { order: { shopId: other.shop.id } } })).toEqual([]);
  expect(await db.order.findUnique({ where: { shopId_id: { shopId: other.shop.id, id: theirs.orderId } } })).toBeNull();
  expect(await db.shop.findUnique({ where: { domain: "otra.myshopify.com" } })).toBeNull();
  expect(await db.shop.count()).toBe(1);
});

test("no client that a shop gets runs SQL without the shop, however it is written", async () => {
  const db = forShop(mine.shop.id);
  await expect(db.$queryRawUnsafe(`SELECT * FROM "Order"`)).rejects.toThrow("without its shop");
  await expect(db.$executeRawUnsafe(`DELETE FROM "Order"`)).rejects.toThrow("without its shop");
  await expect(db.$queryRaw`SELECT * FROM "Order"`).rejects.toThrow("without its shop");
  await expect(db.$executeRaw`UPDATE "Order" SET name = ${"x"}`).rejects.toThrow("without its shop");
  await expect(db.$transaction(async (tx) => tx.$queryRaw`SELECT * FROM "Order"`)).rejects.toThrow("without its shop");
  expect(await db.$queryRaw`SELECT count(*)::int AS orders FROM "Order" WHERE "shopId" = ${mine.shop.id}::uuid`).toEqual([{ orders: 0 }]);
});

test("the database itself ties every row to its shop", async () => {
  const moved = `UPDATE "Delivery" SET "courierId" = $1 WHERE "shopId" = $2`;
  const own = await mine.aDelivery(1002);
  expect(own.deliveryId).not.toBe(theirs.deliveryId);
  await expect(rowsOf(url, moved, [theirs.courierId, mine.shop.id])).rejects.toThrow("foreign key");
});

test("what happened is never edited", async () => {
  await expect(rowsOf(url, `UPDATE "Event" SET actor = 'somebody else'`)).rejects.toThrow("events are never edited");
  await expect(forShop(other.shop.id).event.updateMany({ data: { actor: "somebody else" } })).rejects.toThrow("events are never edited");
});

test("a line of an account, and what a statement says, are never edited", async () => {
  const changes: [sql: string, refusal: string][] = [
    [`UPDATE "CourierEntry" SET minor = 1`, "entries are never edited"],
    [`DELETE FROM "CourierEntry"`, "entries are never edited"],
    [`UPDATE "Settlement" SET content = '{}x'`, "a statement that was issued is never edited"],
  ];
  for (const [sql, refusal] of changes) await expect(rowsOf(url, sql)).rejects.toThrow(refusal);
});
