import { expect, test } from "vitest";
import { nextStep, type Held } from "./next-step";
import { aShot, anEvent, COURIER } from "~/testing/phone";

const held = (parts: Partial<Held>): Held => ({ courierId: COURIER, events: [], shots: [], awaited: new Set(), isDayDue: false, ...parts });

test("events go before photos, in the order the phone counted them", () => {
  const events = [anEvent({ id: "c", counter: 3 }), anEvent({ id: "a", counter: 1 }), anEvent({ id: "b", counter: 2, state: "sent" })];
  const step = nextStep(held({ events, shots: [aShot({ eventId: "b" })] }));
  expect(step).toMatchObject({ kind: "events", events: [{ id: "a" }, { id: "c" }] });
});

test("a photo waits until its event is worked out, and one that the server does not know yet lets others pass", () => {
  const shots = [aShot({ id: "p1", eventId: "a" }), aShot({ id: "p2", eventId: "a" }), aShot({ id: "p3", eventId: "refused" })];
  const refused = anEvent({ id: "refused", state: "refused" });
  expect(nextStep(held({ events: [anEvent({ id: "a", state: "sent" }), refused], shots })).kind).toBe("data");
  const events = [anEvent({ id: "a", state: "settled" }), refused];
  expect(nextStep(held({ events, shots }))).toMatchObject({ kind: "photo", shot: { id: "p1" } });
  expect(nextStep(held({ events, shots, awaited: new Set(["p1"]) }))).toMatchObject({ kind: "photo", shot: { id: "p2" } });
  expect(nextStep(held({ events, shots, awaited: new Set(["p1", "p2"]) })).kind).toBe("nothing");
});

test("while photos are on their way, the day is asked for between them as long as an event has no answer", () => {
  const shots = [aShot({ eventId: "a" })];
  const [sent, settled] = [anEvent({ id: "b", state: "sent" }), anEvent({ id: "a", state: "settled" })];
  expect(nextStep(held({ events: [sent, settled], shots, isDayDue: true })).kind).toBe("data");
  expect(nextStep(held({ events: [sent, settled], shots })).kind).toBe("photo");
  expect(nextStep(held({ events: [settled], shots, isDayDue: true })).kind).toBe("photo");
});

test("the oldest photo goes first; what is through, spoilt too often or a draft does not go", () => {
  const events = [anEvent({ id: "a", state: "settled" })];
  const shots = [
    aShot({ id: "late", eventId: "a", takenAt: 20 }),
    aShot({ id: "early", eventId: "a", takenAt: 10 }),
    aShot({ id: "through", eventId: "a", isThrough: true }),
    aShot({ id: "spoilt", eventId: "a", spoilt: 3 }),
    aShot({ id: "draft", state: "draft", eventId: null }),
  ];
  expect(nextStep(held({ events, shots }))).toMatchObject({ kind: "photo", shot: { id: "early" } });
  expect(nextStep(held({ events, shots: shots.slice(2) })).kind).toBe("nothing");
});

test("shots taken again are told once, also with no event to go along", () => {
  const dropped = aShot({ id: "d", state: "dropped", eventId: null });
  expect(nextStep(held({ shots: [dropped] }))).toMatchObject({ kind: "events", events: [], dropped: [{ id: "d" }] });
  expect(nextStep(held({ shots: [{ ...dropped, isThrough: true }] })).kind).toBe("nothing");
});

test("what another courier did on this phone is not sent in this one's name", () => {
  const events = [anEvent({ id: "a", courierId: "somebody else" }), anEvent({ id: "b", courierId: "somebody else", state: "sent" })];
  const shots = [aShot({ eventId: "b", courierId: "somebody else" }), aShot({ state: "dropped", courierId: "somebody else" })];
  expect(nextStep(held({ events, shots })).kind).toBe("nothing");
});

test("a batch has at most a hundred events and stays below what the server reads; one large event goes alone", () => {
  const many = Array.from({ length: 130 }, (_, n) => anEvent({ id: `e${n}`, counter: n }));
  const small = nextStep(held({ events: many }));
  expect(small.kind === "events" && small.events.length).toBe(100);
  const long = many.map((one) => ({ ...one, event: { ...one.event, receivedBy: "ñ".repeat(60_000) } as typeof one.event }));
  const large = nextStep(held({ events: long }));
  expect(large.kind === "events" && large.events.map(({ id }) => id)).toEqual(["e0"]);
});

test("what was sent and is not answered is asked about; what is settled is not", () => {
  expect(nextStep(held({ events: [anEvent({ state: "sent" })] })).kind).toBe("data");
  expect(nextStep(held({ events: [anEvent({ state: "settled" }), anEvent({ state: "refused" })] })).kind).toBe("nothing");
});
