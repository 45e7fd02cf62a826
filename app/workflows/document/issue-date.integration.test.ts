import { beforeAll, expect, test } from "vitest";
import { countryPack } from "~/countries";
import type { Ports } from "~/ports/ports";
import { courierWorld, type CourierWorld } from "~/testing/courier-world";
import { freshDatabase } from "../../../tests/support/database";
import { chooseIssueDate, issueDateOf } from "./issue-date";

const ec = countryPack("EC");
const actor = "merchant:1";
let world: CourierWorld;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;
let ports: Ports;

beforeAll(async () => {
  await freshDatabase();
  world = await courierWorld();
  ports = { ...world.ports, countries: countryPack };
  home = await world.aShop("late.myshopify.com");
});

/** Delivered and learnt of, by Ecuador's clocks. */
async function learnt(number: number, deliveredAt: string, now: string) {
  const { orderId, deliveryId } = await home.aDelivery(number);
  world.setNow(now);
  await home.s.updateDelivery(deliveryId, { state: "delivered", deliveredAt: new Date(deliveredAt) });
  const { document } = await home.s.openInvoice({ orderId, country: "EC", currency: "USD", totalMinor: 2550 });
  return document.id;
}
const dateOf = async (documentId: string) => {
  const outcome = await issueDateOf(home.s, ec, await home.s.document(documentId), ports.clock.now());
  return outcome.ok ? outcome.value : outcome.problem.code;
};

test("what is learnt of after midnight bears the new day; after a month's end the accountant chooses, once", async () => {
  expect(await dateOf(await learnt(1, "2026-11-25T23:50:00-05:00", "2026-11-26T00:10:00-05:00"))).toBe("2026-11-26");
  const late = await learnt(2, "2026-11-30T23:50:00-05:00", "2026-12-01T00:10:00-05:00");
  expect(await dateOf(late)).toBe("late_sync");
  const whose = { shopId: home.shop.id, documentId: late, actor };
  await expect(chooseIssueDate(ports, { ...whose, choice: "operation" })).rejects.toMatchObject({ code: "not_waiting_for_date" });
  await home.s.updateDocument(late, { attention: { code: "late_sync", params: { delivered: "2026-11-30", today: "2026-12-01" } } });
  world.sent.length = 0;
  await chooseIssueDate(ports, { ...whose, choice: "operation" });
  expect(await dateOf(late)).toBe("2026-11-30");
  expect(world.sent).toEqual([{ name: "issue-document", data: { shopId: home.shop.id, documentId: late } }]);
  await home.s.updateDocument(late, { attention: { code: "late_sync" } });
  await chooseIssueDate(ports, { ...whose, choice: "today" });
  expect(await dateOf(late)).toBe("2026-12-01");
});

test("an invoice paid before it was delivered is of the day of the payment; one that replaces a voided one of its own", async () => {
  world.setNow("2026-11-20T10:00:00-05:00");
  const { orderId, deliveryId } = await home.aDelivery(3);
  const { document } = await home.s.openInvoice({ orderId, country: "EC", currency: "USD", totalMinor: 2550 });
  await home.s.updateDelivery(deliveryId, { state: "delivered", deliveredAt: new Date("2026-11-29T10:00:00-05:00") });
  world.setNow("2026-11-29T10:00:00-05:00");
  expect(await dateOf(document.id)).toBe("late_sync");
  await home.s.updateDocument(document.id, { state: "voided", number: "001-001-000000003" });
  await home.s.makeRoom(document.id);
  world.setNow("2026-12-20T10:00:00-05:00");
  const anew = await home.s.openInvoice({ orderId, country: "EC", currency: "USD", totalMinor: 2550 });
  expect(await dateOf(anew.document.id)).toBe("2026-12-20");
});

test("one that follows an invoice which never had a number, its delivery taken back, is of its delivery's day", async () => {
  world.setNow("2026-11-29T10:00:00-05:00");
  const { orderId, deliveryId } = await home.aDelivery(4);
  const { document } = await home.s.openInvoice({ orderId, country: "EC", currency: "USD", totalMinor: 2550 });
  await home.s.updateDocument(document.id, { state: "voided" });
  await home.s.makeRoom(document.id);
  await home.s.updateDelivery(deliveryId, { state: "delivered", deliveredAt: new Date("2026-11-30T23:50:00-05:00") });
  world.setNow("2026-12-01T00:10:00-05:00");
  const anew = await home.s.openInvoice({ orderId, country: "EC", currency: "USD", totalMinor: 2550 });
  expect(await dateOf(anew.document.id)).toBe("late_sync");
});
