import { expect, test } from "vitest";
import { NO_WORK } from "./load-limit";
import { overLimits } from "./over-limit";

const TERMS = { dailyCapacity: 20, maxOpenStops: 5, maxGrams: 10_000, cashLimitMinor: 30_000 };
const WORK = { ...NO_WORK, openStops: 5, stopsToday: 20, openGrams: 10_000, cashMinor: 30_000 };

test("who has as much as they may is not beyond a limit, who has more is, of each kind", () => {
  expect(overLimits(TERMS, WORK)).toEqual([]);
  const more = { ...WORK, openStops: 7, stopsToday: 22, openGrams: 10_001, cashMinor: 30_001 };
  expect(overLimits(TERMS, more)).toEqual([
    { limit: "capacity_reached", has: 22, most: 20 },
    { limit: "open_stops_reached", has: 7, most: 5 },
    { limit: "too_heavy", has: 10_001, most: 10_000 },
    { limit: "cash_limit", has: 30_001, most: 30_000 },
  ]);
});

test("no limit is never passed, and a day whose stops are all done is told of no more", () => {
  const none = { dailyCapacity: 20, maxOpenStops: null, maxGrams: null, cashLimitMinor: null };
  expect(overLimits(none, { ...WORK, openStops: 500, openGrams: 1e9, cashMinor: 1e9 })).toEqual([]);
  expect(overLimits(none, { ...WORK, openStops: 0, stopsToday: 30 })).toEqual([]);
});
