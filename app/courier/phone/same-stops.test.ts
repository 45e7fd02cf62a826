import { expect, test } from "vitest";
import { noMoney } from "~/testing/money";
import type { Day, StopView } from "../protocol";
import { withSameStops } from "./same-stops";

const stop = (deliveryId: string, buyer = "Ana P."): StopView => ({ deliveryId, buyer, state: "assigned" }) as StopView;
const day = (change: Partial<Day>): Day => ({
  ...{ serverAt: "2026-11-25T15:00:00.000Z", locale: "es", shop: { key: "k", name: "Tienda" }, courier: { id: "luis", name: "Luis" } },
  ...{ orderedBy: "line", run: { loadable: 0, isIncomplete: false, runs: [] }, reports: [], others: [], money: noMoney() },
  ...{ pending: [stop("d1"), stop("d2")], done: [] },
  ...change,
});
const later = { serverAt: "2026-11-25T15:00:20.000Z" };

test("a stop that says what it said is the very same, also where it has moved; one that says something else is the newer", () => {
  const older = day({});
  const newer = day({ ...later, pending: [stop("d2", "Luz M."), stop("d3")], done: [stop("d1")] });
  const seen = withSameStops(older, newer)!;
  expect(seen).toEqual(newer);
  expect(seen.done[0]).toBe(older.pending[0]);
  expect(seen.pending[0]).not.toBe(older.pending[1]);
});

test("two readings of one answer are one", () => {
  const older = day({});
  expect(withSameStops(older, day({}))).toBe(older);
});

test("of another courier, or where there was none, nothing is kept", () => {
  const newer = day({ ...later, courier: { id: "eva", name: "Eva" } });
  expect(withSameStops(day({}), newer)).toBe(newer);
  expect(withSameStops(null, newer)).toBe(newer);
  expect(withSameStops(day({}), null)).toBeNull();
});
