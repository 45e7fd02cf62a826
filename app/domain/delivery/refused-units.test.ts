import { expect, test } from "vitest";
import type { Refund } from "~/domain/order/refund";
import { acceptedUnits, pendingRefused, roundingOf, withoutRefused } from "./refused-units";

const AT = new Date("2026-11-26T15:00:00Z");
const one = { state: "delivered" as const, deliveredAt: AT, lines: [{ lineId: "a", quantity: 3 }] };
const refusedOne = { ...one, refused: [{ lineId: "a", quantity: 1, carried: 3, reason: "damaged" as const }] };
const other = { state: "assigned" as const, deliveredAt: null, lines: [{ lineId: "a", quantity: 2 }], refused: [] };
const a = (quantity: number) => [{ id: "a", quantity }];
const refund = (quantity: number, createdAt = "2026-11-26T16:00:00Z"): Refund => ({
  ...{ gid: "r", createdAt, note: null, shipping: [], dutiesMinor: 0, tipMinor: 0, adjustmentMinor: 0, totalMinor: 0 },
  lines: [{ lineId: "a", quantity, netMinor: quantity * 100, taxMinor: quantity * 15 }],
});
const invoice = (quantity: number) => ({ lines: [{ ref: { kind: "line", id: "a" }, quantity }] });

test("what was refused waits for the shop until it is off the order", () => {
  expect(acceptedUnits(refusedOne)).toEqual([{ lineId: "a", quantity: 2 }]);
  expect(pendingRefused(a(3), [refusedOne])).toEqual([{ lineId: "a", quantity: 1 }]);
  expect(pendingRefused(a(2), [refusedOne])).toEqual([]);
  expect(pendingRefused([], [refusedOne])).toEqual([]);
  expect(pendingRefused(a(3), [{ ...one, refused: [] }])).toEqual([]);
});

test("what another of the order's deliveries carries is none of it", () => {
  expect(pendingRefused(a(5), [refusedOne, other])).toEqual([{ lineId: "a", quantity: 1 }]);
  expect(pendingRefused(a(4), [refusedOne, other])).toEqual([]);
});

test("where Shopify had not said what went along, the door's own word counts", () => {
  expect(pendingRefused(a(3), [{ ...refusedOne, lines: [] }])).toEqual([{ lineId: "a", quantity: 1 }]);
});

test.each([
  ["refused before the invoice, refunded after it: nothing to credit", refund(1), [invoice(2)], 0],
  ["one more comes back later: that one is credited", refund(2), [invoice(2)], 1],
  ["invoiced when it was paid: all of it is credited", refund(1), [invoice(3)], 1],
  ["refunded before it was at the door: it was another unit", refund(1, "2026-11-26T14:00:00Z"), [invoice(2)], 1],
])("%s", (_what, given, invoices, left) => {
  const [lines] = withoutRefused([given], [refusedOne], invoices).map((kept) => kept.lines);
  expect(lines).toEqual(left === 0 ? [] : [{ lineId: "a", quantity: left, netMinor: left * 100, taxMinor: left * 15 }]);
});

test("a unit that was refused is left off once, however many refunds there are", () => {
  expect(withoutRefused([refund(1), refund(1)], [refusedOne], [invoice(2)]).map(({ lines }) => lines.length)).toEqual([0, 1]);
  expect(withoutRefused([refund(1)], [{ ...one, refused: [] }], [invoice(2)])).toEqual([refund(1)]);
});

test("a cent may lie between us and Shopify for each line that was refused, once", () => {
  expect([roundingOf([{ ...one, refused: [] }]), roundingOf([refusedOne, refusedOne])]).toEqual([0, 1]);
});

test.each([
  ["a cent that only rounding put between", 1, 0],
  ["a cent the other way", -1, 0],
  ["money that was given back beside it", 150, 150],
])("of what was refused no cent is credited: %s", (_what, adjustmentMinor, left) => {
  const [kept] = withoutRefused([{ ...refund(1), adjustmentMinor }], [refusedOne], [invoice(2)]);
  expect([kept!.lines, kept!.adjustmentMinor]).toEqual([[], left]);
  expect(withoutRefused([{ ...refund(1), adjustmentMinor: 1 }], [refusedOne], [invoice(3)])[0]!.adjustmentMinor).toBe(1);
});
