import { expect, test } from "vitest";
import { stopOf } from "~/domain/delivery/stop";
import { aSale } from "~/testing/courier-world";
import { dayOf, etagOf, type Told } from "./day.server";

const delivery = { id: "d1", state: "out_for_delivery", method: "courier", lines: [], deliveredAt: null } as const;
const guide = { number: "001-001-000000007", accessKey: "k", state: "authorised", pdfUrl: "/files/a" };
const account = {
  ...{ currency: "USD", today: "2026-11-23", since: "2026-11-23", balance: { owed: 200, cashInHand: 2550 } },
  ...{ lines: [], handOvers: [], settlements: [] },
};
const told = (change: Partial<Told> = {}): Told => ({
  now: new Date("2026-11-23T15:00:00Z"),
  stops: { pending: [stopOf(delivery, aSale(1001))], done: [], orderedBy: "line" },
  papers: new Map([["d1", { cover: { number: null }, hindrance: "not_loaded" as const }]]),
  runs: { loadable: 1, missing: [], runs: [{ id: "r", state: "ready", overrideReason: null, from: null, orders: ["#1001"], guide }] },
  reports: [],
  money: { ...account, legalCashMinor: 50_000 },
  others: [{ deliveryId: "d0", orderName: "#1000", code: "taken_over", courier: "Eva", at: new Date("2026-11-23T14:00:00Z") }],
  ...change,
});
const whose = {
  shop: { publicKey: "k", name: "Tienda", timeZone: "America/Guayaquil" },
  courier: { id: "c", name: "Luis", cashLimitMinor: 10_000 },
  locale: "es",
} as const;

test("a day has each stop with its papers, and what others reported of it", () => {
  const day = dayOf(told(), whose);
  expect(day).toMatchObject({
    serverAt: "2026-11-23T15:00:00.000Z",
    shop: { key: "k", name: "Tienda" },
    pending: [{ deliveryId: "d1", orderName: "#1001", cover: { number: null }, hindrance: "not_loaded" }],
    run: { loadable: 1, isIncomplete: false, runs: [{ id: "r", guide }] },
    others: [{ code: "taken_over", courier: "Eva", at: "2026-11-23T14:00:00.000Z" }],
  });
});

test("a stop leads to where its door was found before, and says how sure that is", () => {
  const { stops } = told();
  const where = { latitude: -0.2, longitude: -78.5 };
  const found = (positions: NonNullable<typeof stops.positions>) => dayOf(told({ stops: { ...stops, positions } }), whose).pending[0]!;
  const confirmed = found(new Map([["d1", { ...where, source: "remembered" as const, metres: 20 }]]));
  expect(confirmed).toMatchObject({ known: { ...where, metres: 20 }, position: where });
  expect(confirmed.wazeUrl).toContain("ll=-0.2%2C-78.5");
  const guessed = found(new Map([["d1", { ...where, source: "geocoder" as const }]]));
  expect(guessed.known).toEqual({ ...where, metres: 500 });
  expect(guessed.mapsUrl).toBe(dayOf(told(), whose).pending[0]!.mapsUrl);
  expect(dayOf(told(), whose).pending[0]!.known).toBeNull();
});

test("the map's tiles come with the day, and another server of them makes another day", () => {
  const tiles = { url: "https://tiles.example/{z}/{x}/{y}.png", attribution: "Example" };
  expect([dayOf(told(), whose).tiles, dayOf(told(), { ...whose, tiles }).tiles]).toEqual([null, tiles]);
  expect(etagOf(dayOf(told(), { ...whose, tiles }))).not.toBe(etagOf(dayOf(told(), whose)));
});

test("asked again it is the same day, whatever time it is and however a link is signed", () => {
  const runs = { ...told().runs, runs: [{ ...told().runs.runs[0]!, guide: { ...guide, pdfUrl: "/files/b" } }] };
  const tag = etagOf(dayOf(told(), whose));
  expect(etagOf(dayOf(told({ now: new Date("2026-11-23T15:09:00Z"), runs }), whose))).toBe(tag);
  expect(etagOf(dayOf(told({ others: [] }), whose))).not.toBe(tag);
  expect(etagOf(dayOf(told({ papers: new Map() }), whose))).not.toBe(tag);
});

test("before a link to papers ends, it is another day", () => {
  const tag = etagOf(dayOf(told(), whose));
  expect(etagOf(dayOf(told({ now: new Date("2026-11-24T03:01:00Z") }), whose))).not.toBe(tag);
});

test("a day has the courier's account with their own limit, and each stop what may be paid in cash at its door", () => {
  const { money, pending } = dayOf(told(), whose);
  expect(money).toMatchObject({ balance: { cashInHand: 2550 }, cashLimitMinor: 10_000 });
  expect(pending[0]!.due).toEqual({ minor: 2550, currency: "USD", cashLimitMinor: 50_000 });
});

test("whoever sets out with one half of an exchange sets out with the other, where nothing hinders that", () => {
  const half = (deliveryId: string, other: string) => ({
    ...stopOf(delivery, aSale(1001)),
    deliveryId,
    exchange: { deliveryId: other, goods: [] },
  });
  const pending = [half("d1", "d2"), { ...half("d2", "d1"), isReturn: true, state: "assigned" as const }];
  const starts = (papers: Told["papers"]) =>
    dayOf(told({ stops: { ...told().stops, pending }, papers }), whose).pending.map(({ exchange }) => exchange?.isToStart);
  expect(starts(new Map())).toEqual([true, false]);
  expect(starts(new Map([["d2", { cover: null, hindrance: "not_loaded" as const }]]))).toEqual([false, false]);
});
