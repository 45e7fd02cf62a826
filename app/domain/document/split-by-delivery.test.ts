import { expect, test } from "vitest";
import { someTotals } from "~/testing/ecuador";
import type { DocumentTotals } from "./document";
import { totalsOf } from "./line-amounts";
import { shareOfDelivery, splitByDelivery } from "./split-by-delivery";

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

const coffee = [{ lineId: "CAF-1", quantity: 2 }];
const book = [{ lineId: "LIB-7", quantity: 1 }];
const without = ({ lines, tipMinor }: DocumentTotals, code: string): DocumentTotals =>
  totalsOf(
    lines.filter((line) => line.code !== code),
    tipMinor,
  );
const codes = (part: DocumentTotals | null) => part?.lines.map(({ code, quantity }) => [code, quantity]);

test("the only one left takes all, what a cancelled delivery would have brought too", () => {
  const [{ lines, ...sums }, part] = [someTotals(), shareOfDelivery(someTotals(), { carries: coffee, others: [], earlier: [] })];
  expect(part).toMatchObject({ ...sums, lines: lines.map(({ code, quantity, baseMinor }) => ({ code, quantity, baseMinor })) });
});

test("what was taken off the order before its delivery is left off, and the parts are what was paid in the end", () => {
  const first = shareOfDelivery(someTotals(), { carries: coffee, others: [book], earlier: [] })!;
  const whole = someTotals();
  const second = shareOfDelivery(whole, { carries: book, others: [], earlier: [first] })!;
  expect(first.totalMinor + second.totalMinor).toBe(whole.totalMinor);
  expect(shareOfDelivery(without(whole, "LIB-7"), { carries: book, others: [], earlier: [first] })).toBeNull();
});

test("what is taken off an earlier invoice since is its credit's business: the next bears its own as before", () => {
  const first = shareOfDelivery(someTotals(), { carries: coffee, others: [book], earlier: [] })!;
  expect(codes(shareOfDelivery(without(someTotals(), "CAF-1"), { carries: book, others: [], earlier: [first] }))).toEqual([["LIB-7", 1]]);
});

test("a line that an earlier invoice bears and that was taken back in part since holds nothing up", () => {
  const [half] = splitByDelivery(someTotals(), [[{ lineId: "CAF-1", quantity: 1 }], [{ lineId: "CAF-1", quantity: 1 }, ...book]]);
  const first = shareOfDelivery(someTotals(), { carries: coffee, others: [book], earlier: [] })!;
  const kept = someTotals().lines.filter(({ code }) => code === "LIB-7");
  const now = totalsOf([...half!.lines, ...kept], half!.tipMinor);
  expect(codes(shareOfDelivery(now, { carries: book, others: [], earlier: [first] }))).toEqual([["LIB-7", 1]]);
});

test("what was added since goes with the next; a line that an earlier invoice has already is not invoiced twice", () => {
  const before = without(someTotals(), "LIB-7");
  const half = [{ lineId: "CAF-1", quantity: 1 }];
  const first = shareOfDelivery(before, { carries: half, others: [half], earlier: [] })!;
  expect(codes(shareOfDelivery(someTotals(), { carries: half, others: [], earlier: [first] }))).toEqual([
    ["CAF-1", 1],
    ["LIB-7", 1],
  ]);
  expect(shareOfDelivery(before, { carries: coffee, others: [], earlier: [first] })).toBeNull();
});
