import { expect, test } from "vitest";
import { isPin, lockMinutes, triesLeft } from "./tries";

test("five wrong PINs lock for a quarter of an hour, five more for an hour, and so on", () => {
  const locks = Array.from({ length: 16 }, (_, tries) => [tries, lockMinutes(tries)]).filter(([, minutes]) => minutes !== null);
  expect(locks).toEqual([
    [5, 15],
    [10, 60],
    [15, 60],
  ]);
});

test("what is left is told, and nothing when it is locked", () => {
  expect([1, 2, 3, 4, 5, 6].map(triesLeft)).toEqual([4, 3, 2, 1, 0, 4]);
});

test.each([
  ["1234", true],
  ["123456", true],
  ["123", false],
  ["1234567", false],
  ["12a4", false],
  ["١٢٣٤", false],
])("%s is a PIN: %s", (text, expected) => {
  expect(isPin(text)).toBe(expected);
});
