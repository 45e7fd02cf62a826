import fc from "fast-check";
import { expect, test } from "vitest";
import { costOf, withinWindows, type Window } from "./windows";

const inARow = (from: number, to: number) => Math.abs(from - to) * 60;

test("the shortest way stands while nobody is called at too late", () => {
  const windows = [null, { from: 0, until: 36_000 }, null];
  expect(withinWindows([0, 1, 2], { windows, seconds: inARow })).toEqual([0, 1, 2]);
});

test("who is at home for half an hour only is called at first, however far", () => {
  const windows = [null, null, null, { from: 0, until: 300 }];
  expect(withinWindows([0, 1, 2, 3], { windows, seconds: inARow })[0]).toBe(3);
});

test("nobody stands before a door that opens in the evening while others wait", () => {
  const windows = [{ from: 20_000, until: 30_000 }, null, null];
  expect(withinWindows([0, 1, 2], { windows, seconds: inARow }).at(-1)).toBe(0);
});

test("for a few stops as few seconds too late as can be, whatever the windows", () => {
  const place = fc.record({
    x: fc.integer({ min: 0, max: 40 }),
    from: fc.integer({ min: 0, max: 4000 }),
    wide: fc.integer({ min: 0, max: 3000 }),
  });
  const orders = (all: readonly number[]): number[][] =>
    all.length === 0 ? [[]] : all.flatMap((one, at) => orders(all.toSpliced(at, 1)).map((rest) => [one, ...rest]));
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 6 }), (places) => {
      const windows = places.map(({ from, wide }): Window => ({ from, until: from + wide }));
      const seconds = (from: number, to: number) => Math.abs((from < 0 ? 0 : places[from]!.x) - places[to]!.x) * 60;
      const all = places.map((_place, at) => at);
      const way = withinWindows(all, { windows, seconds });
      expect([...way].sort()).toEqual(all);
      const best = Math.min(...orders(all).map((order) => costOf(order, { windows, seconds }).late));
      expect(costOf(way, { windows, seconds }).late).toBeCloseTo(best, 3);
    }),
    { numRuns: 60 },
  );
});

test("of many stops each is called at once, and the way is never worse than the short one or the one by the hour", () => {
  const place = fc.record({ x: fc.integer({ min: 0, max: 90 }), from: fc.integer({ min: 0, max: 9000 }) });
  fc.assert(
    fc.property(fc.array(place, { minLength: 7, maxLength: 25 }), (places) => {
      const timed = {
        windows: places.map(({ from }, at): Window | null => (at % 2 === 0 ? { from, until: from + 1800 } : null)),
        seconds: (from: number, to: number) => Math.abs((from < 0 ? 0 : places[from]!.x) - places[to]!.x) * 60,
      };
      const all = places.map((_place, at) => at);
      const way = withinWindows(all, timed);
      expect([...way].sort((a, b) => a - b)).toEqual(all);
      expect(costOf(way, timed).late).toBeLessThanOrEqual(costOf(all, timed).late + 1e-6);
      expect(withinWindows(all, timed)).toEqual(way);
    }),
    { numRuns: 40 },
  );
});
