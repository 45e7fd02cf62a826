import { until } from "../../scripts/story/world.ts";
import { randomUUID } from "node:crypto";
import { doorPhoto } from "../../scripts/story/photo.ts";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { dateIn } from "~/domain/time/calendar";
import { aProduct, type Product } from "../support/product.ts";

const MAINLAND = "America/Guayaquil";
const RECEPTION = "ec-sri-reception";
/** Only one courier brings things there: what is ordered goes into one run. */
const GUAYAQUIL = { countryCode: "EC", address1: "Malecón 2000 y Olmedo", city: "Guayaquil", zip: "090313" };

let product: Product;
beforeAll(async () => {
  product = await aProduct("late-documents");
  return product.stop;
}, 300_000);
beforeEach(() => product.faultsEnd());

const actor = "merchant:Lucía";
const setGuides = (setting: "on" | "off") => product.commands.chooseGuides({ shopId: product.shop.id, actor, setting, firstNumber: null });
const guideWhen = (runId: string, state: string) =>
  until(`a guide that is ${state}`, async () => {
    const guide = await product.s.guideOfRun(runId);
    return guide?.state === state ? guide : null;
  });
const runOf = async (gid: string) => (await product.assigned(gid)).delivery.runId;
const dueAt = async (documentId: string) => {
  const { rows } = await product.queries.documentList({ shop: product.shop, view: "all", term: "", page: 1 });
  return rows.find((row) => row.documentId === documentId)?.dueAt ?? null;
};

test("a guide that comes after its day lets nothing go: it is to be annulled, and what is open goes under a new one", async () => {
  await setGuides("on");
  const { gid } = await product.place({ shippingAddress: GUAYAQUIL });
  const { phone, stop } = await product.onPhone(gid);
  await product.fault({ part: RECEPTION, kind: "down" });
  await phone.load();
  const runId = (await runOf(gid))!;
  const waiting = await guideWhen(runId, "answer_unknown");
  const { courierId } = await product.assigned(gid);
  const dispatch = () => product.queries.courierRuns({ shop: product.shop, courierId });
  const today = dateIn(product.ports.clock.now(), MAINLAND);
  expect(waiting.issueDate).toBe(today);
  const end = new Date(Date.parse(`${today}T00:00:00-05:00`) + 86_400_000).toISOString();
  expect([await dueAt(waiting.id), (await dispatch()).runs[0]!.guide!.dueAt]).toEqual([end, end]);
  await product.clock({ advance: "P1D" });
  await product.faultsEnd();
  await product.commands.retryGuide({ shopId: product.shop.id, runId, actor });
  const late = await guideWhen(runId, "authorised");
  expect(late).toMatchObject({ issueDate: today, attention: { code: "guide_came_late", params: { number: late.number, day: today } } });
  expect([await product.s.run(runId), (await dispatch()).late]).toMatchObject([{ state: "loading" }, [{ id: late.id }]]);
  await expect(phone.start(stop)).rejects.toThrow("409");
  await product.commands.voidDocument({ shopId: product.shop.id, documentId: late.id, reason: "No salió nada", actor });
  expect((await dispatch()).late).toEqual([]);
  await phone.load();
  const nextRun = (await runOf(gid))!;
  expect(nextRun).not.toBe(runId);
  const next = await guideWhen(nextRun, "authorised");
  expect([next.attention, next.issueDate]).toEqual([null, dateIn(product.ports.clock.now(), MAINLAND)]);
  await product.deliver(gid);
  await product.finished(gid);
  await setGuides("off");
  await product.clock();
});

const issuerIn = async (environment: "test" | "production") => {
  const { id: _id, ...issuer } = (await product.s.issuer())!;
  await product.commands.saveIssuer({ shopId: product.shop.id, actor, issuer: { ...issuer, environment }, series: null });
};

test("a credit note has its refund's month; one that waits beyond it bears the day it is made, without asking", async () => {
  const { gid, name } = await product.place({ payment: "card" });
  await product.deliver(gid);
  const invoice = await product.finished(gid);
  await issuerIn("production");
  expect((await product.post(`/sandbox/orders/${name.slice(1)}/refund`, {})).status).toBe(200);
  const creditWhen = (what: string, holds: (credit: NonNullable<Awaited<ReturnType<typeof product.documentOf>>>) => boolean) =>
    until(what, async () => {
      const credit = (await product.s.documentsOfOrder(invoice.orderId!)).find(({ kind }) => kind === "credit_note");
      return credit && holds(credit) ? credit : null;
    });
  const waiting = await creditWhen("a credit note that waits", ({ attention }) => attention?.code === "production_not_enabled");
  const [year, month] = dateIn(waiting.createdAt, MAINLAND).split("-").map(Number);
  const monthEnds = new Date(Date.UTC(year!, month!, 1, 5)).toISOString();
  const page = await product.queries.orderPage({ shop: product.shop, orderId: invoice.orderId! });
  expect([await dueAt(waiting.id), page!.credits[0]!.dueAt]).toEqual([monthEnds, monthEnds]);
  await product.clock({ advance: "P40D" });
  await issuerIn("test");
  const issued = await creditWhen("the credit note", ({ state }) => state === "delivered_to_buyer");
  expect([issued.issueDate, issued.attention]).toEqual([dateIn(product.ports.clock.now(), MAINLAND), null]);
  expect(issued.issueDate! > monthEnds.slice(0, 10)).toBe(true);
  expect(await dueAt(issued.id)).toBeNull();
  await product.clock();
});

test("an issuer that keeps the days of Galápagos dates by the islands, in the hour in which they are a day behind", async () => {
  const { id: _id, ...issuer } = (await product.s.issuer())!;
  const keep = (timeZone: string | null) =>
    product.commands.saveIssuer({ shopId: product.shop.id, actor, issuer: { ...issuer, timeZone }, series: null });
  const day = dateIn(product.ports.clock.now(), MAINLAND);
  // 23:30 on the islands, half past midnight on the mainland.
  const tomorrow = new Date(Date.parse(`${day}T00:00:00-06:00`) + 23.5 * 3_600_000);
  const { gid } = await product.place();
  await product.assigned(gid);
  await product.clock({ set: tomorrow.toISOString() });
  await keep("Pacific/Galapagos");
  await product.deliver(gid);
  const { issueDate, accessKey } = await product.finished(gid);
  expect([issueDate, dateIn(tomorrow, MAINLAND) > day]).toEqual([day, true]);
  expect(accessKey!.slice(0, 8)).toBe(day.split("-").reverse().join(""));
  await keep(null);
  await product.clock();
});

const took = async (deliveryId: string): Promise<string> =>
  product.commands.undoDelivery({ shopId: product.shop.id, deliveryId, actor }).then(
    () => "taken back",
    (error: { code?: string }) => error.code ?? String(error),
  );
/** Once nothing is under way any more: what was opened for the order, and where its delivery is. */
const settledOf = (gid: string) =>
  until(`${gid} at rest`, async () => {
    const { order, delivery } = await product.assigned(gid);
    const documents = (await product.s.documentsOfOrder(order!.id)).map(({ state, number }) => ({ state, isNumbered: number !== null }));
    return documents.every(({ state }) => ["voided", "delivered_to_buyer"].includes(state)) ? { documents, state: delivery.state } : null;
  });

test("taken back in the very moment its invoice is issued: one of the two happens, and what was taken back is delivered again and invoiced once", async () => {
  // The invoice is made from the order as Shopify has it by then: long enough to come between.
  await product.fault({ part: "shopify-api", kind: "slow", ms: 150 });
  const raced = await Promise.all(
    (["opened", "opened", "opened", "opened", "numbered", "numbered"] as const).map(async (when) => {
      const { gid } = await product.place();
      const { delivery } = await product.assigned(gid);
      await product.deliver(gid);
      await product.documentWhen(when, gid, ({ number }) => when === "opened" || number !== null);
      return { gid, when, outcome: await took(delivery.id) };
    }),
  );
  await product.faultsEnd();
  for (const { gid, when, outcome } of raced) {
    if (when === "numbered") expect(outcome).toBe("document_issued");
    const now = await settledOf(gid);
    if (outcome === "taken back") {
      expect(now).toEqual({ documents: [{ state: "voided", isNumbered: false }], state: "out_for_delivery" });
      await product.deliver(gid);
      await product.finished(gid);
      expect((await settledOf(gid)).documents).toEqual([
        { state: "voided", isNumbered: false },
        { state: "delivered_to_buyer", isNumbered: true },
      ]);
    } else {
      expect([outcome, now]).toEqual([
        "document_issued",
        { documents: [{ state: "delivered_to_buyer", isNumbered: true }], state: "delivered" },
      ]);
    }
  }
  const numbers = await product.rows<{ taken: number; numbered: number }>(
    `SELECT sum(s."nextNumber" - s."firstNumber")::int AS taken,
       (SELECT count(*)::int FROM "FiscalDocument" f WHERE f.number IS NOT NULL AND f.kind = 'invoice') AS numbered
     FROM "Series" s WHERE s."documentType" = 'invoice'`,
  );
  expect(numbers[0]!.taken).toBe(numbers[0]!.numbered);
});

test("a courier who takes back what is invoiced reads that it is too late, and the desk what the law leaves", async () => {
  const { gid } = await product.place({ payment: "card" });
  const { order, delivery } = await product.assigned(gid);
  await product.deliver(gid);
  await product.finished(gid);
  expect(await took(delivery.id)).toBe("document_issued");
  const [report] = await product.s.attemptsOf(delivery.id);
  const told = {
    shopId: product.shop.id,
    courierId: delivery.courierId!,
    deliveryId: delivery.id,
    undoId: randomUUID(),
    reportId: report!.id,
  };
  await expect(product.commands.undoReport(told)).rejects.toMatchObject({ code: "undo_too_late" });
  const { number } = (await product.s.invoicesOfOrder(order!.id))[0]!;
  expect((await product.s.delivery(delivery.id)).attention).toMatchObject({ code: "undo_after_invoice", params: { number } });
});

test("a buyer who was told that it came is told that it is on its way again, and then that it came; nobody else hears of it", async () => {
  const { shop } = product;
  const { invoiceTriggers } = (await product.s.shop())!;
  const triggers = { ...invoiceTriggers, cash_on_delivery: "by_hand" } as const;
  await product.commands.chooseTriggers({ shopId: shop.id, actor, triggers, delaySeconds: 0 });
  const { gid } = await product.place();
  const { delivery } = await product.assigned(gid);
  const told = async () =>
    (await product.ports.admin(shop).order(gid))!.fulfillments.flatMap(({ events }) => events.map(({ status }) => status));
  const tells = (what: string[]) => until(`Shopify says ${what}`, async () => ((await told()).join() === what.join() ? what : null));
  await product.deliver(gid);
  await tells(["OUT_FOR_DELIVERY", "DELIVERED"]);
  expect(await took(delivery.id)).toBe("taken back");
  await tells(["OUT_FOR_DELIVERY", "DELIVERED", "OUT_FOR_DELIVERY"]);
  await product.deliver(gid);
  await tells(["OUT_FOR_DELIVERY", "DELIVERED", "OUT_FOR_DELIVERY", "DELIVERED"]);
  await product.commands.chooseTriggers({ shopId: shop.id, actor, triggers: invoiceTriggers, delaySeconds: 0 });
});

test("an invoice issued as the courier sets out stands in for the guide, and the courier sees when it does", async () => {
  const { shop } = product;
  const atDispatch = { cash_on_delivery: "on_dispatch" } as const;
  await product.commands.chooseTriggers({ shopId: shop.id, actor, triggers: atDispatch, delaySeconds: 0 });
  await product.commands.chooseGuides({ shopId: shop.id, actor, setting: "off", onInvoice: true, firstNumber: null });
  const { gid } = await product.place({ shippingAddress: GUAYAQUIL });
  const { phone, stop } = await product.onPhone(gid);
  const { delivery } = await product.assigned(gid);
  const cover = async () => product.queries.stopCover({ shop: (await product.s.shop())!, deliveryId: delivery.id });
  expect(await cover()).toBeNull();
  await product.fault({ part: RECEPTION, kind: "down" });
  await phone.start(stop);
  await product.documentWhen("no answer", gid, ({ state }) => state === "answer_unknown");
  expect(await cover()).toEqual({ number: null });
  await product.faultsEnd();
  await product.commands.retryDocuments({ shopId: shop.id, actor });
  const { signedXml, number, input } = await product.finished(gid);
  const day = dateIn(product.ports.clock.now(), MAINLAND);
  expect(input).toMatchObject({ transport: { carrier: { plate: "GSK2045" }, startsOn: day, endsOn: day } });
  expect(signedXml).toMatch(/<factura id="comprobante" version="2.1.0">.*<infoSustitutivaGuiaRemision>.*<placa>GSK2045<\/placa>/s);
  expect(await cover()).toEqual({ number });
  await phone.confirm(stop, { photo: await doorPhoto(1), receivedBy: "María", reportId: randomUUID() });
  await until("it is brought", async () => (await product.assigned(gid)).delivery.state === "delivered");
  expect(await cover()).toBeNull();
});
