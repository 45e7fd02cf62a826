import { expect, test } from "vitest";
import { someTotals } from "~/testing/ecuador";
import { splitByDelivery } from "./split-by-delivery";

test("each delivery has its own lines, shipping and tip are on the first", () => {
  const [first, second] = splitByDelivery(someTotals(), [
    [{ lineId: "CAF-1", quantity: 1 }],
    [
      { lineId: "CAF-1", quantity: 1 },
      { lineId: "LIB-7", quantity: 1 },
    ],
  ]);
  expect(first?.lines.map(({ code, quantity, baseMinor }) => [code, quantity, baseMinor])).toEqual([
    ["CAF-1", 1, 900],
    ["ENVIO", 1, 261],
  ]);
  expect(first).toMatchObject({ tipMinor: 100, totalMinor: 1435, discountMinor: 100 });
  expect(second).toMatchObject({ tipMinor: 0, totalMinor: 2285, baseMinor: 2150, taxMinor: 135 });
});

test("deliveries that carry other than what was ordered, or nothing, are refused", () => {
  expect(() => splitByDelivery(someTotals(), [[{ lineId: "CAF-1", quantity: 2 }]])).toThrow(/LIB-7/);
  const all = [
    { lineId: "CAF-1", quantity: 2 },
    { lineId: "LIB-7", quantity: 1 },
  ];
  expect(() => splitByDelivery(someTotals(), [all, []])).toThrow(/carries nothing/);
  expect(() => splitByDelivery(someTotals(), [[{ lineId: "CAF-1", quantity: 3 }]])).toThrow(RangeError);
});
