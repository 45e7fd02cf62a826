import fc from "fast-check";
import { expect, test } from "vitest";
import { priceOf, type RateTable } from "~/domain/rate/rate-table";
import { plainService } from "~/domain/zone/plain-zone";
import { nativeRatesOf, type NativeRate, type NativeZone } from "./native-rates";

const table = (rate: Partial<RateTable>): RateTable => ({ ...plainService(350).rate, ...rate });
const aZone = (rate: Partial<RateTable>, zone: Partial<NativeZone> = {}): NativeZone => ({
  ...{ id: "z", name: "Norte", hours: [], daysOff: [], orderMinMinor: null, orderMaxMinor: null },
  services: [{ ...plainService(350), rate: table(rate) }],
  ...zone,
});
const rates = (zone: NativeZone) => nativeRatesOf(zone, "es").rates;
const codes = (zone: NativeZone) => nativeRatesOf(zone, "es").unsaid.map(({ code, isLeftOut }) => `${code}${isLeftOut ? "!" : ""}`);

test("one price is one rate without a condition, named by service and zone", () => {
  expect(nativeRatesOf(aZone({}), "es")).toEqual({
    rates: [{ key: "z:standard:0", name: "Entrega a domicilio · Norte", minor: 350, condition: null }],
    unsaid: [],
  });
});

test("bands by weight touch and never overlap; a price for each kilogram becomes a rate for each", () => {
  const bands = [
    { upTo: 5000, baseMinor: 300, perUnitMinor: 0 },
    { upTo: 7000, baseMinor: 500, perUnitMinor: 100 },
  ];
  expect(rates(aZone({ basis: "weight", bands })).map(({ minor, condition }) => [minor, condition?.from, condition?.to])).toEqual([
    [300, null, 5000],
    [600, 5001, 6000],
    [700, 6001, 7000],
  ]);
});

test("what is free from a worth, and the smallest and largest order, are conditions of worth", () => {
  const zone = aZone({ freeAboveMinor: 5000 }, { orderMinMinor: 1000, orderMaxMinor: 9000 });
  expect(rates(zone).map(({ minor, condition }) => [minor, condition])).toEqual([
    [350, { by: "price", from: 1000, to: 4999 }],
    [0, { by: "price", from: 5000, to: 9000 }],
  ]);
});

test.each<[string, NativeZone, string[]]>([
  ["bands by pieces", aZone({ basis: "items" }), ["native_by_pieces!"]],
  [
    "a price by the kilogram without end",
    aZone({ basis: "weight", bands: [{ upTo: null, baseMinor: 0, perUnitMinor: 50 }] }),
    ["native_by_unit!"],
  ],
  [
    "a step for each of fifty kilograms",
    aZone({ basis: "weight", bands: [{ upTo: 50_000, baseMinor: 0, perUnitMinor: 50 }] }),
    ["native_too_many!"],
  ],
  ["weight with a smallest order", aZone({ basis: "weight" }, { orderMinMinor: 1000 }), ["native_weight_and_worth!"]],
  ["weight with free from a worth", aZone({ basis: "weight", freeAboveMinor: 5000 }), ["native_weight_and_worth!"]],
  ["surcharges by hour", aZone({ surcharges: [{ days: [0], from: 0, to: 1440, amountMinor: 100 }] }), ["native_surcharges"]],
  ["days of service", aZone({}, { daysOff: ["2026-12-25"] }), ["native_days"]],
])("%s is said before saving, and left out where the price would be wrong", (_what, zone, said) => {
  expect(codes(zone)).toEqual(said);
  expect(rates(zone).length === 0).toBe(said.some((code) => code.endsWith("!")));
});

test("a service that is switched off has no rate", () => {
  expect(rates(aZone({}, { services: [{ ...plainService(350), active: false }] }))).toEqual([]);
});

const holds = ({ condition }: NativeRate, load: { grams: number; valueMinor: number }): boolean => {
  if (!condition) return true;
  const size = condition.by === "weight" ? load.grams : load.valueMinor;
  return size >= (condition.from ?? 0) && (condition.to === null || size <= condition.to);
};

const whole = (max: number) => fc.integer({ min: 0, max });
const bandsOf = fc
  .uniqueArray(fc.integer({ min: 1, max: 6000 }), { minLength: 1, maxLength: 3 })
  .chain((ends) =>
    fc.tuple(
      ...ends
        .sort((a, b) => a - b)
        .map((upTo) =>
          fc.record({ upTo: fc.constant<number | null>(upTo), baseMinor: whole(900), perUnitMinor: whole(2).map((n) => n * 50) }),
        ),
    ),
  );
const zones = fc
  .record({
    basis: fc.constantFrom("flat" as const, "weight" as const, "value" as const),
    bands: bandsOf,
    isOpen: fc.boolean(),
    freeAboveMinor: fc.option(whole(7000)),
    orderMinMinor: fc.option(whole(3000)),
    orderMaxMinor: fc.option(whole(9000)),
  })
  .map(({ basis, bands, isOpen, freeAboveMinor, ...limits }) => {
    const last = { ...bands.at(-1)!, upTo: null, perUnitMinor: 0 };
    const open = isOpen ? [...bands.slice(0, -1), last] : bands;
    return aZone({ basis, freeAboveMinor, bands: basis === "flat" ? [last] : open }, limits);
  });

test("whatever is written charges what the zone charges, for every weight and worth, and exactly one rate of a service holds", () => {
  fc.assert(
    fc.property(zones, whole(8000), whole(10_000), (zone, grams, valueMinor) => {
      const { rates: written, unsaid } = nativeRatesOf(zone, "es");
      fc.pre(unsaid.length === 0);
      const load = { grams, valueMinor, items: 1 };
      const taken = valueMinor >= (zone.orderMinMinor ?? 0) && (zone.orderMaxMinor === null || valueMinor <= zone.orderMaxMinor);
      const price = taken ? priceOf(zone.services[0]!.rate, load, { weekday: 1, minute: 600 }) : null;
      expect(written.filter((rate) => holds(rate, load)).map(({ minor }) => minor)).toEqual(price ? [price.minor] : []);
    }),
  );
});
