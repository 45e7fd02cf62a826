import fc from "fast-check";
import { expect, test } from "vitest";
import { dueAfterRefusal, isAllRefused, refusedOf, refusedWorth, worthRefused } from "./refusal";

const quantities = fc
  .integer({ min: 1, max: 500 })
  .chain((quantity) => fc.tuple(fc.constant(quantity), fc.integer({ min: 0, max: quantity })));

test("whatever is refused, what was accepted and what was refused come to the whole, each within a cent of its part", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), quantities, (grossMinor, [quantity, refused]) => {
      const of = refusedWorth({ quantity, grossMinor }, refused);
      const accepted = refusedWorth({ quantity, grossMinor }, quantity) - of;
      expect(refusedWorth({ quantity, grossMinor }, quantity)).toBe(grossMinor);
      expect(refusedWorth({ quantity, grossMinor }, 0)).toBe(0);
      expect(accepted + of).toBe(grossMinor);
      expect(Math.abs(of - (grossMinor * refused) / quantity)).toBeLessThan(1);
    }),
  );
});

const GOODS = [
  { lineId: "a", quantity: 3, grossMinor: 1000 },
  { lineId: "b", quantity: 1, grossMinor: 550 },
];

test("the amount due is less what was refused, and never less than nothing", () => {
  const refused = refusedOf(
    [
      { lineId: "a", quantity: 1, reason: "damaged" },
      { lineId: "b", quantity: 1, reason: "not_wanted" },
    ],
    GOODS,
  );
  expect(worthRefused(GOODS, refused)).toBe(333 + 550);
  expect(dueAfterRefusal(2000, 883)).toBe(1117);
  expect(dueAfterRefusal(500, 883)).toBe(0);
});

test("no more is refused than was there, of lines that were, for reasons that we know", () => {
  const said = [
    { lineId: "a", quantity: 2, reason: "bored" },
    { lineId: "a", quantity: 9, reason: "damaged" },
    { lineId: "foreign", quantity: 1, reason: "damaged" },
    { lineId: "b", quantity: 0, reason: "damaged" },
  ];
  expect(refusedOf(said, GOODS)).toEqual([{ lineId: "a", quantity: 3, carried: 3, reason: "other" }]);
});

test("everything is refused where no unit of no line was taken, however often the same is said", () => {
  const said = (a: number, b: number) => [
    { lineId: "a", quantity: a, reason: "damaged" },
    { lineId: "b", quantity: b, reason: "damaged" },
  ];
  expect(isAllRefused(said(3, 1), GOODS)).toBe(true);
  expect(isAllRefused([...said(2, 9), ...said(2, 1)], GOODS)).toBe(true);
  expect(isAllRefused(said(2, 9), GOODS)).toBe(false);
  expect(isAllRefused(said(3, 1).slice(0, 1), GOODS)).toBe(false);
  expect([isAllRefused([], GOODS), isAllRefused([], []), isAllRefused(said(3, 1), [])]).toEqual([false, false, false]);
});
