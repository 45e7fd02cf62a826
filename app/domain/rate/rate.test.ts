import fc from "fast-check";
import { expect, test } from "vitest";
import { commissionOf, commissionProblem, fixedCommission, type CommissionRule } from "./commission";
import { flatRate, priceOf, tableProblem, type RateTable } from "./rate-table";
import { promisedDay } from "./service";

const NOON = { weekday: 3, minute: 720 };
const load = (one: Partial<Parameters<typeof priceOf>[1]>) => ({ grams: 0, valueMinor: 0, items: 1, ...one });
const BY_WEIGHT: RateTable = {
  basis: "weight",
  bands: [
    { upTo: 2000, baseMinor: 300, perUnitMinor: 0 },
    { upTo: 10_000, baseMinor: 300, perUnitMinor: 50 },
  ],
  freeAboveMinor: 10_000,
  surcharges: [{ days: [3], from: 1080, to: 1320, amountMinor: 100 }],
};

test.each([
  [0, 300],
  [2000, 300],
  [2001, 350],
  [3000, 350],
  [10_000, 700],
])("%i grams cost %i", (grams, minor) => {
  expect(priceOf(BY_WEIGHT, load({ grams }), NOON)?.minor).toBe(minor);
});

test("beyond the last band nothing is carried; from an amount on it is free, in the evening it is more", () => {
  expect(priceOf(BY_WEIGHT, load({ grams: 10_001 }), NOON)).toBeNull();
  expect(priceOf(BY_WEIGHT, load({ valueMinor: 10_000 }), NOON)).toMatchObject({ minor: 0, isFree: true });
  expect(priceOf(BY_WEIGHT, load({}), { weekday: 3, minute: 1080 })).toMatchObject({ minor: 400, surchargeMinor: 100 });
  expect(priceOf(BY_WEIGHT, load({}), { weekday: 4, minute: 1080 })?.minor).toBe(300);
});

test.each<[string, Partial<RateTable>, string | null]>([
  ["none", {}, null],
  ["no bands", { bands: [] }, "bands_missing"],
  ["bands that overlap", { bands: [...BY_WEIGHT.bands].reverse() }, "bands_overlap"],
  ["a band after the endless one", { bands: [{ upTo: null, baseMinor: 1, perUnitMinor: 0 }, ...BY_WEIGHT.bands] }, "bands_overlap"],
  ["a negative price", { bands: [{ upTo: null, baseMinor: -1, perUnitMinor: 0 }] }, "negative"],
  ["hours backwards", { surcharges: [{ days: [1], from: 60, to: 60, amountMinor: 1 }] }, "schedule_backwards"],
  ["hours of no day", { surcharges: [{ days: [], from: 0, to: 60, amountMinor: 1 }] }, "schedule_without_days"],
])("a table with %s", (_what, change, code) => {
  expect(tableProblem({ ...BY_WEIGHT, ...change })?.code ?? null).toBe(code);
});

test("a heavier load never costs less where each band begins above the one before", () => {
  const grams = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(grams, grams, (a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)].map((one) => priceOf(BY_WEIGHT, load({ grams: one }), NOON)!.minor);
      expect(less).toBeLessThanOrEqual(more!);
    }),
  );
  expect(priceOf(flatRate(350), load({ grams: 99_999_999 }), NOON)?.minor).toBe(350);
});

const earned = { shippingMinor: 350, orderMinor: 4_567, attempts: 2, at: NOON };
test.each<[string, Partial<CommissionRule>, number]>([
  ["a fixed amount", { amountMinor: 200 }, 200],
  ["a part of the shipping, half up", { kind: "percent_of_shipping", basisPoints: 5_010 }, 175],
  ["a part of the order", { kind: "percent_of_order", basisPoints: 1000 }, 457],
  ["an amount for each attempt", { kind: "per_attempt", amountMinor: 150 }, 300],
  ["a bonus of the hour", { amountMinor: 200, bonuses: [{ days: [3], from: 700, to: 730, amountMinor: 50 }] }, 250],
  ["no less than", { amountMinor: 100, minMinor: 180 }, 180],
  ["no more than", { amountMinor: 900, maxMinor: 400 }, 400],
])("the commission is %s", (_what, rule, minor) => {
  expect(commissionOf({ ...fixedCommission(0), ...rule }, earned)).toBe(minor);
});

test("a rule that can't be meant is named", () => {
  const problem = (rule: Partial<CommissionRule>) => commissionProblem({ ...fixedCommission(100), ...rule });
  expect(problem({})).toBeNull();
  expect(problem({ amountMinor: -1 })).toBe("negative");
  expect(problem({ basisPoints: 10_001 })).toBe("percent_too_high");
  expect(problem({ minMinor: 2, maxMinor: 1 })).toBe("least_above_most");
});

const WEEK = { weekdays: [1, 2, 3, 4, 5], daysOff: new Set(["2026-11-27"]) };
test.each([
  ["before the cut-off the same day", 0, "2026-11-25", 600, "2026-11-25"],
  ["after it the next one served", 0, "2026-11-25", 900, "2026-11-26"],
  ["the next day skips the holiday and the weekend", 1, "2026-11-26", 600, "2026-11-30"],
  ["on a day without service it counts for the next", 0, "2026-11-28", 600, "2026-11-30"],
])("%s", (_what, leadDays, today, minute, day) => {
  expect(promisedDay({ leadDays, cutOff: 840 }, WEEK, today, minute)).toBe(day);
});

test("a zone that is never served promises nothing", () => {
  expect(promisedDay({ leadDays: 0, cutOff: 840 }, { weekdays: [], daysOff: new Set() }, "2026-11-25", 0)).toBeNull();
});
