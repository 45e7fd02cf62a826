import { expect, test } from "vitest";
import type { FailEvent } from "~/domain/phone-event/event";
import { aShot, anEvent, COURIER } from "~/testing/phone";
import { noMoney } from "~/testing/money";
import { aHandOverEvent, someCash } from "~/testing/phone-events";
import type { Day, StopView } from "../protocol";
import { lightsOf, NO_LIGHTS, overlay } from "./overlay";
import type { QueuedEvent } from "./queue";

const stop = (deliveryId: string, state: StopView["state"]): StopView => ({
  ...{
    deliveryId,
    state,
    orderName: "#1001",
    buyer: "Ana P.",
    addressLines: [],
    units: 1,
    goods: [],
    place: null,
    collect: "$5.00",
    due: null,
  },
  ...{ payment: "collect", deliveredAt: null, deliveredAtText: null, fetchFrom: null, phone: "+593991234567" },
  ...{ callUrl: "tel:+593991234567", whatsappUrl: "w", mapsUrl: "m", wazeUrl: "z", cover: null, hindrance: null },
});
const day: Day = {
  ...{ serverAt: "2026-11-25T15:00:00.000Z", locale: "es", shop: { key: "k", name: "Tienda" }, courier: { id: COURIER, name: "Luis" } },
  ...{ orderedBy: "line", run: { loadable: 0, isIncomplete: false, runs: [] }, reports: [], others: [], money: noMoney() },
  pending: [stop("d1", "assigned"), stop("d2", "out_for_delivery")],
  done: [stop("d0", "delivered")],
};
const states = (seen: Day) => [seen.pending, seen.done].map((stops) => stops.map(({ deliveryId, state }) => `${deliveryId} ${state}`));

test("set out and delivered without network, the list shows it so, the latest first, and the buyer can't be called any more", () => {
  const events = [anEvent({ counter: 2 }), anEvent({ counter: 1, kind: "start" })];
  const seen = overlay(day, events);
  expect(states(seen)).toEqual([["d2 out_for_delivery"], ["d1 delivered", "d0 delivered"]]);
  expect(seen.done[0]).toMatchObject({ phone: null, callUrl: null, deliveredAt: "2026-11-25T15:00:00.000Z" });
});

test("a failed attempt, and setting out once more after it, in the order of the phone's counter", () => {
  const failed = anEvent({ counter: 1, kind: "fail", deliveryId: "d2" });
  expect(states(overlay(day, [failed]))[0]).toContain("d2 attempt_failed");
  expect(states(overlay(day, [anEvent({ counter: 2, kind: "start", deliveryId: "d2" }), failed]))[0]).toContain("d2 out_for_delivery");
});

test("the day on which the buyer wants it again is said at once, and is over with the next setting out", () => {
  const told = anEvent({ counter: 1, kind: "fail", deliveryId: "d2" });
  const failed = { ...told, event: { ...told.event, reattemptOn: "2026-12-01" } as FailEvent };
  const wanted = (events: QueuedEvent[]) => overlay(day, events).pending.find(({ deliveryId }) => deliveryId === "d2");
  expect(wanted([failed])).toMatchObject({ reattemptOn: "2026-12-01", reattemptText: "martes, 1 de diciembre" });
  const again = anEvent({ counter: 2, kind: "start", deliveryId: "d2" });
  expect(wanted([failed, again])).toMatchObject({ state: "out_for_delivery", reattemptOn: null });
});

test("what is back at the shop is on no list any more", () => {
  const events = [anEvent({ counter: 1, kind: "fail", deliveryId: "d2" }), anEvent({ counter: 2, kind: "return", deliveryId: "d2" })];
  expect(states(overlay(day, events))).toEqual([["d1 assigned"], ["d0 delivered"]]);
});

const undone = (counter: number, undoes: string, deliveryId = "d1") => {
  const told = anEvent({ counter, kind: "undo", deliveryId });
  return { ...told, event: { ...told.event, undoes } as typeof told.event };
};

test("the goods of a return said to be fetched are to be brought back, and may be taken back as a confirmation may", () => {
  const fetching = { ...day, pending: [{ ...stop("d2", "out_for_delivery"), isReturn: true, goods: [{ title: "Café", quantity: 2 }] }] };
  const fetched = anEvent({ counter: 1, deliveryId: "d2" });
  const seen = overlay(fetching, [fetched]).pending[0];
  expect([seen?.state, seen?.bringBack, seen?.undo?.reportId]).toEqual(["delivered", [{ title: "Café", quantity: 2 }], "event-1"]);
  const again = overlay(fetching, [fetched, undone(2, "event-1", "d2")]).pending;
  expect(again).toEqual(fetching.pending);
});

test("a confirmation taken back without network: its stop is on the list again, first, as it was before it", () => {
  const seen = overlay(day, [anEvent({ counter: 1, deliveryId: "d2" }), undone(2, "event-1", "d2")]);
  expect(states(seen)).toEqual([["d2 out_for_delivery", "d1 assigned"], ["d0 delivered"]]);
  expect(seen.pending[0]).toMatchObject({ phone: "+593991234567", callUrl: "tel:+593991234567", deliveredAt: null });
  const again = overlay(day, [
    anEvent({ counter: 1, deliveryId: "d2" }),
    undone(2, "event-1", "d2"),
    anEvent({ counter: 3, deliveryId: "d2" }),
  ]);
  expect([states(again)[1], again.done[0]?.undo?.reportId]).toEqual([["d2 delivered", "d0 delivered"], "event-3"]);
});

test("what the server said is delivered is to be done again too, with the money it noted taken out of the pocket; another report's is not", () => {
  const done = { ...stop("d0", "delivered"), undo: { reportId: "told", collected: someCash() } };
  const known = { ...day, done: [done] };
  const seen = overlay(known, [undone(1, "told", "d0")]);
  expect(states(seen)).toEqual([["d0 out_for_delivery", "d1 assigned", "d2 out_for_delivery"], []]);
  expect([seen.money.balance.cashInHand, seen.money.lines[0]]).toMatchObject([-2550, { minor: -2550, order: "#1001", isCorrection: true }]);
  expect(overlay(known, [undone(1, "another", "d0")])).toEqual(known);
});

test("cash told of and taken back without network leaves the pocket as it was, both lines in sight", () => {
  const told = anEvent({ counter: 1 });
  const paid = { ...told, event: { ...told.event, collected: someCash() } as typeof told.event };
  const { money } = overlay(day, [paid, undone(2, "event-1")]);
  expect([money.balance.cashInHand, money.lines.map(({ minor }) => minor)]).toEqual([0, [-2550, 2550]]);
});

test("a failed attempt taken back is on its way again; once set out again there is nothing to take back", () => {
  const failed = anEvent({ counter: 1, kind: "fail", deliveryId: "d2" });
  expect(overlay(day, [failed]).pending[1]?.undo?.reportId).toBe("event-1");
  expect(states(overlay(day, [failed, undone(2, "event-1", "d2")]))[0]).toEqual(["d2 out_for_delivery", "d1 assigned"]);
  const again = overlay(day, [failed, anEvent({ counter: 2, kind: "start", deliveryId: "d2" })]);
  expect(again.pending[1]).toMatchObject({ state: "out_for_delivery", undo: null });
});

test("a return that was fetched stays on the list until its goods are at the shop, without what the buyer kept", () => {
  const lines = [{ lineId: "a", title: "Café", quantity: 2, grossMinor: 1, price: "" }];
  const fetching = { ...stop("d2", "out_for_delivery"), isReturn: true, goods: [{ title: "Café", quantity: 2 }], refusable: { lines } };
  const fetched = anEvent({ counter: 1, deliveryId: "d2" });
  const bringBack = (events: Parameters<typeof overlay>[1]) => overlay({ ...day, pending: [fetching] }, events).pending[0]?.bringBack;
  expect(bringBack([fetched])).toEqual([{ title: "Café", quantity: 2 }]);
  const kept = [{ lineId: "a", quantity: 1, reason: "other" }];
  expect(bringBack([{ ...fetched, event: { ...fetched.event, refused: kept } as typeof fetched.event }])).toEqual([
    { title: "Café", quantity: 1 },
  ]);
  expect(bringBack([fetched, anEvent({ counter: 2, kind: "return", deliveryId: "d2" })])).toBeUndefined();
});

test.each([
  ["settled: the server's word counts", anEvent({ state: "settled" })],
  ["refused: it did not happen for the server", anEvent({ state: "refused" })],
  ["of another courier of this phone", anEvent({ courierId: "somebody else" })],
  ["of a delivery that is no longer in the list", anEvent({ deliveryId: "d9" })],
  ["of one that is done", anEvent({ deliveryId: "d0", kind: "fail" })],
])("an event that is %s changes nothing", (_what, event) => {
  expect(overlay(day, [event])).toEqual(day);
});

test("an event that the server has but has not answered is still shown as the courier did it", () => {
  expect(states(overlay(day, [anEvent({ state: "sent" })]))[1]).toContain("d1 delivered");
});

test("two lights: the newest report, and how many of its photos are through", () => {
  const events = [anEvent({ id: "old", counter: 1, kind: "fail", state: "settled" }), anEvent({ id: "new", counter: 2 })];
  const shots = [
    aShot({ id: "p1", eventId: "new", isThrough: true }),
    aShot({ id: "p2", eventId: "new" }),
    aShot({ id: "p3", eventId: "new", spoilt: 3 }),
    aShot({ id: "p4", eventId: "old", isThrough: true }),
    aShot({ id: "p5", eventId: null, state: "draft" }),
  ];
  expect(lightsOf("d1", events, shots)).toMatchObject({ event: "waiting", photos: { sent: 1, of: 3, spoilt: 1 } });
  expect(lightsOf("d2", events, shots)).toEqual(NO_LIGHTS);
});

test.each([
  [anEvent({ state: "sent" }), "sent"],
  [anEvent({ state: "refused", refusal: "unreadable" }), "refused"],
  [anEvent({ state: "settled", outcome: { code: "applied" } }), "applied"],
  [anEvent({ state: "settled", outcome: { code: "kept_given_to_another" } }), "noted"],
])("an event's light %#", (event, light) => {
  expect(lightsOf("d1", [event], [])).toMatchObject({ event: light, outcome: event.outcome, refusal: event.refusal });
});

test("cash told of without network is in hand at once, and what was said of money counts until the server has worked it out", () => {
  const told = anEvent({ counter: 1 });
  const paid = { ...told, event: { ...told.event, collected: someCash() } as typeof told.event };
  const gone = { ...anEvent({ counter: 2, id: "h" }), event: aHandOverEvent() };
  const { money } = overlay(day, [gone, paid]);
  expect([money.balance.cashInHand, money.lines[0]?.order, money.handOvers[0]?.state]).toEqual([2550, "#1001", "awaits_shop"]);
  expect(overlay(day, [{ ...paid, state: "settled" }]).money).toEqual(day.money);
});

test("of an exchange what is left, once the one half is done, is a call of its own", () => {
  const half = (deliveryId: string, other: string) => ({
    ...stop(deliveryId, "out_for_delivery"),
    exchange: { deliveryId: other, goods: [] },
  });
  const exchange = { ...day, pending: [half("d1", "d2"), { ...half("d2", "d1"), isReturn: true }] };
  expect(overlay(exchange, [anEvent({ counter: 1 })]).pending).toMatchObject([{ deliveryId: "d2", exchange: null }]);
  const fetched = overlay(exchange, [anEvent({ counter: 1, deliveryId: "d2" })]).pending;
  expect(fetched.find(({ deliveryId }) => deliveryId === "d1")?.exchange).toBeNull();
});
