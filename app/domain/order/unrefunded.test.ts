import { expect, test } from "vitest";
import { unrefunded } from "./unrefunded";

const since = "2026-11-20T10:00:00Z";
const refund = (createdAt: string, quantity: number) => ({ createdAt, lines: [{ lineId: "a", quantity, netMinor: 1, taxMinor: 0 }] });
const units = [
  { lineId: "a", quantity: 3 },
  { lineId: "b", quantity: 1 },
];

test("what came back and was not given back yet is still to be refunded", () => {
  expect(unrefunded(units, [refund("2026-11-21T00:00:00Z", 2)], since)).toEqual([
    { lineId: "a", quantity: 1 },
    { lineId: "b", quantity: 1 },
  ]);
});

test("a refund of before the return is none of it, one of the same second is", () => {
  expect(unrefunded(units.slice(0, 1), [refund("2026-11-19T00:00:00Z", 3)], since)).toEqual(units.slice(0, 1));
  expect(unrefunded(units.slice(0, 1), [refund(since, 3)], since)).toEqual([]);
});
