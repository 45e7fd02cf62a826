import { expect, test } from "vitest";
import { draftOf, EVERY_DAY, newDraft, newService } from "./draft-of";
import { zoneDraft, type ZoneDraft } from "./draft";
import { spellAmounts } from "./spell-amounts";
import { readDraft, type ReadZone } from "./read-draft";

const hours = { days: [1, 2], from: 480, to: 1080 };
const FULL: ReadZone = {
  ...{ name: "Valle", currency: "USD", active: true, priority: 20, orderMinMinor: 500, orderMaxMinor: 20_000, cashAllowed: false },
  area: {
    countryCode: "EC",
    include: [
      { kind: "country" },
      { kind: "place", name: "Cumbayá" },
      { kind: "postal", pattern: "1701*" },
      { kind: "circle", latitude: -0.2, longitude: -78.43, metres: 1500 },
      {
        kind: "polygon",
        rings: [
          [
            [-78.5, -0.3],
            [-78.4, -0.3],
            [-78.4, -0.2],
            [-78.5, -0.3],
          ],
        ],
      },
    ],
    exclude: [{ kind: "place", name: "Nayón" }],
  },
  services: [
    {
      ...{ code: "standard", name: "Hoy", leadDays: 0, cutOff: 840, active: true },
      rate: {
        basis: "weight",
        bands: [
          { upTo: 1500, baseMinor: 250, perUnitMinor: 0 },
          { upTo: null, baseMinor: 300, perUnitMinor: 50 },
        ],
        freeAboveMinor: 5000,
        surcharges: [{ days: [6], from: 0, to: 1440, amountMinor: 100 }],
      },
    },
    {
      code: "manana",
      name: "Mañana",
      leadDays: 1,
      cutOff: 1440,
      active: false,
      rate: { basis: "value", bands: [{ upTo: 9900, baseMinor: 1, perUnitMinor: 0 }], freeAboveMinor: null, surcharges: [] },
    },
  ],
  commission: {
    kind: "percent_of_order",
    amountMinor: 0,
    basisPoints: 1250,
    bonuses: [{ ...hours, amountMinor: 50 }],
    minMinor: 100,
    maxMinor: 900,
  },
  hours: [hours],
  daysOff: ["2026-12-25"],
  strategy: "round_robin",
  locationGids: ["gid://shopify/Location/1"],
  place: { establishment: "002", emissionPoint: "001" },
  courierIds: ["0199b1c0-0000-7000-8000-000000000002", "0199b1c0-0000-7000-8000-000000000001"],
};

test("a zone as one would have typed it is the zone again", () => {
  const draft = draftOf(FULL);
  expect(zoneDraft.parse(draft)).toEqual(draft);
  expect(readDraft(draft, "USD")).toEqual({ zone: FULL, problems: {}, isFine: true });
});

test("with amounts as a language writes them it is the same zone", () => {
  const spelt = spellAmounts(draftOf(FULL), (text) => text.replace(".", ","));
  expect(spelt).not.toEqual(draftOf(FULL));
  expect(JSON.stringify([spelt.services, spelt.commission, spelt.orderMin, spelt.orderMax])).not.toMatch(/\d\.\d/);
  expect(readDraft(spelt, "USD")).toEqual({ zone: FULL, problems: {}, isFine: true });
});

test("a name, a price and a commission make a zone", () => {
  const [service, commission] = [
    { ...newService(), bands: [{ upTo: "", base: "3,50", perUnit: "" }] },
    { ...newDraft(1).commission, amount: "2" },
  ];
  const draft = { ...newDraft(10), name: " Quito ", services: [service], commission };
  const { isFine, zone } = readDraft({ ...draft, include: { ...draft.include, names: ["Quito"] } }, "USD");
  expect(isFine).toBe(true);
  expect(zone).toMatchObject({ name: "Quito", hours: [], services: [{ code: "standard", cutOff: 1440, rate: { basis: "flat" } }] });
  expect(zone.services[0]!.rate.bands).toEqual([{ upTo: null, baseMinor: 350, perUnitMinor: 0 }]);
});

test("a saved service keeps its code whatever it is called; new ones get one of their own", () => {
  const draft = draftOf(FULL);
  const named = (name: string, code = "") => ({ ...draft.services[0]!, name, code });
  const codes = (services: ZoneDraft["services"]) => readDraft({ ...draft, services }, "USD").zone.services.map(({ code }) => code);
  expect(codes([named("Renombrado", "standard"), named("Mañana mismo"), named("mañana-mismo!")])).toEqual([
    "standard",
    "manana-mismo",
    "manana-mismo-2",
  ]);
  expect(codes([named("Uno"), named("Dos")])).toEqual(["standard", "dos"]);
});

type Change = (draft: ZoneDraft) => void;
const row = { ...EVERY_DAY, amount: "1" };
test.each<[path: string, code: string, Change]>([
  ["name", "required", (d) => (d.name = " ")],
  ["name", "too_long", (d) => (d.name = "x".repeat(81))],
  ["priority", "whole", (d) => (d.priority = "-1")],
  ["priority", "range", (d) => (d.priority = "1000")],
  ["countryCode", "country", (d) => (d.countryCode = "Ecuador")],
  ["include", "zone_area_missing", (d) => (d.include = { isCountry: false, names: [" "], postal: "", drawn: [] })],
  ["include.postal", "postal_everything", (d) => (d.include.postal = "1701*\n*")],
  ["include.postal", "postal_unreadable", (d) => (d.include.postal = "17?1")],
  ["exclude.postal", "postal_unreadable", (d) => (d.exclude.postal = "17?1")],
  [
    "include.drawn.0",
    "circle_unreadable",
    (d) => (d.include.drawn[0] = { kind: "circle", latitude: "north", longitude: "1", metres: "5" }),
  ],
  ["include.drawn.1", "corner_unreadable", (d) => (d.include.drawn[1] = { kind: "polygon", corners: "-0.2, -78.5\nhere" })],
  ["include.drawn.1", "polygon_unreadable", (d) => (d.include.drawn[1] = { kind: "polygon", corners: "-0.2, -78.5\n-0.3, -78.4" })],
  ["include.drawn.1", "polygon_crosses_itself", (d) => (d.include.drawn[1] = { kind: "polygon", corners: "0 0\n1 1\n1 0\n0 1" })],
  ["services", "service_missing", (d) => (d.services = [])],
  ["services.1.name", "service_twice", (d) => (d.services[1]!.name = "HOY")],
  ["services.1.name", "required", (d) => (d.services[1]!.name = "")],
  ["services.0.leadDays", "whole", (d) => (d.services[0]!.leadDays = "1.5")],
  ["services.0.cutOff", "time", (d) => (d.services[0]!.cutOff = "25:00")],
  ["services.0.cutOff", "time", (d) => (d.services[0]!.cutOff = "2pm")],
  ["services.0.cutOff", "cut_off_never", (d) => (d.services[0]!.cutOff = "0:00")],
  ["services.0.cutOff", "cut_off_after_hours", (d) => (d.services[0]!.cutOff = "18:01")],
  ["services.0.bands", "bands_missing", (d) => (d.services[0]!.bands = [])],
  ["services.0.bands.0.base", "negative", (d) => (d.services[0]!.bands[0]!.base = "-1")],
  ["services.0.bands.0.base", "required", (d) => (d.services[0]!.bands[0]!.base = "")],
  ["services.0.bands.0.base", "ambiguous", (d) => (d.services[0]!.bands[0]!.base = "1.234")],
  ["services.0.bands.0.base", "amount", (d) => (d.services[0]!.bands[0]!.base = "1.2345")],
  ["services.0.bands.1.perUnit", "amount", (d) => (d.services[0]!.bands[1]!.perUnit = "x")],
  ["services.0.bands.1.upTo", "bands_overlap", (d) => (d.services[0]!.bands[1]!.upTo = "1.5")],
  ["services.0.bands.0.upTo", "band_end_missing", (d) => (d.services[0]!.bands[0]!.upTo = "")],
  ["services.0.bands.0.upTo", "number", (d) => (d.services[0]!.bands[0]!.upTo = "one")],
  ["services.0.freeAbove", "negative", (d) => (d.services[0]!.freeAbove = "-5")],
  ["services.0.surcharges.0.days", "schedule_without_days", (d) => (d.services[0]!.surcharges = [{ ...row, days: [] }])],
  ["services.0.surcharges.0.to", "schedule_backwards", (d) => (d.services[0]!.surcharges = [{ ...row, from: "10:00", to: "09:00" }])],
  ["services.0.surcharges.0.amount", "required", (d) => (d.services[0]!.surcharges = [{ ...row, amount: "" }])],
  ["commission.percent", "percent_too_high", (d) => (d.commission.percent = "100.01")],
  ["commission.percent", "percent", (d) => (d.commission.percent = "ten")],
  ["commission.percent", "negative", (d) => (d.commission.percent = "-1")],
  ["commission.max", "least_above_most", (d) => (d.commission.max = "0.99")],
  ["commission.bonuses.0.from", "time", (d) => (d.commission.bonuses[0]!.from = "8h")],
  ["hours", "days_needed", (d) => (d.hours = [])],
  ["hours.0.days", "schedule_without_days", (d) => (d.hours[0]!.days = [])],
  ["daysOff", "day_unreadable", (d) => (d.daysOff = "2026-02-30")],
  ["orderMax", "order_limits_crossed", (d) => (d.orderMax = "4.99")],
  ["place", "place_unreadable", (d) => (d.place = "1-1")],
])("%s: %s (%#)", (path, code, change) => {
  const draft = structuredClone(draftOf(FULL));
  change(draft);
  expect(readDraft(draft, "USD").problems[path]?.code).toBe(code);
});

test("a fixed commission needs its amount; what is not asked for is not missed", () => {
  const draft = structuredClone(draftOf(FULL));
  draft.commission = { ...draft.commission, kind: "per_attempt", percent: "nonsense" };
  expect(readDraft(draft, "USD").problems).toEqual({ "commission.amount": { code: "required" } });
});

test("of what is too much nothing is read: not whether a line is a corner, nor whether a border crosses itself", () => {
  const draft = structuredClone(draftOf(FULL));
  const drawn = (lines: number) => ({ kind: "polygon" as const, corners: "no corner\n".repeat(lines) });
  draft.include.drawn = [drawn(2_002)];
  expect(readDraft(draft, "USD").problems).toEqual({
    "include.drawn.0": { code: "polygon_too_large", params: { corners: 2_001, most: 2_000 } },
  });
  draft.include.drawn = Array.from({ length: 301 }, () => drawn(1));
  expect(readDraft(draft, "USD").problems).toEqual({ include: { code: "drawn_too_many", params: { areas: 301, most: 300 } } });
  draft.include = { ...draft.include, drawn: [], postal: Array.from({ length: 501 }, (_none, at) => `${at}?`).join("\n") };
  expect(readDraft(draft, "USD").problems["include.postal"]?.code).toBe("codes_too_many");
});

test("a zone of too many corners is refused as a whole", () => {
  const draft = structuredClone(draftOf(FULL));
  const ring = Array.from(
    { length: 2000 },
    (_none, at) => `${Math.sin((2 * Math.PI * at) / 2000).toFixed(6)}, ${Math.cos((2 * Math.PI * at) / 2000).toFixed(6)}`,
  );
  draft.include.drawn = Array.from({ length: 11 }, () => ({ kind: "polygon" as const, corners: ring.join("\n") }));
  expect(readDraft(draft, "USD").problems).toEqual({ include: { code: "zone_too_large", params: { corners: 22_000, most: 10_000 } } });
});
