import { expect, test } from "vitest";
import { halfUp, taxError, taxOn, withoutTax } from "./rounding";

test.each([
  [5n, 2n, 3n],
  [4n, 3n, 1n],
  [14_999n, 10_000n, 1n],
  [15_000n, 10_000n, 2n],
  [0n, 7n, 0n],
])("%d / %d is %d, half up", (numerator, denominator, rounded) => {
  expect(halfUp(numerator, denominator)).toBe(rounded);
});

test("15 % on 8.70 is 1.31, because 1.305 goes up; on 8.69 it is 1.30", () => {
  expect([taxOn(870n, 1500n), taxOn(869n, 1500n)]).toEqual([131n, 130n]);
});

test("11.50 without 15 % is 10.00, 2.00 is 1.74", () => {
  expect([withoutTax(1150n, 1500n), withoutTax(200n, 1500n)]).toEqual([1000n, 174n]);
});

test("1.30 on 8.70 is half a cent off, whichever way", () => {
  expect([taxError(870n, 130n, 1500n), taxError(870n, 131n, 1500n)]).toEqual([5000n, 5000n]);
});
