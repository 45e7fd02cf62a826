import { expect, test } from "vitest";
import type { ShiftKind } from "~/domain/shift/shift";
import { noMoney } from "~/testing/money";
import { aStamp } from "~/testing/phone-events";
import type { Day, ShiftView } from "../protocol";
import { withShift, type QueuedShift } from "./shift-queue";

const day = (shift: ShiftView | null): Day => ({
  ...{
    serverAt: "2026-11-23T15:00:00.000Z",
    locale: "es",
    shop: { key: "k", name: "T" },
    courier: { id: "c", name: "Luis" },
    orderedBy: "line",
  },
  ...{ pending: [], done: [], run: { loadable: 0, isIncomplete: false, runs: [] }, reports: [], others: [], money: noMoney(), shift },
});
const on: ShiftView = { id: "s", state: "on", since: "2026-11-23T13:00:00.000Z", sinceText: "08:00", sharesPosition: true };
const told = (kind: ShiftKind, counter: number, change: Partial<QueuedShift> = {}): QueuedShift => ({
  ...{ courierId: "c", isSent: false },
  event: { id: `e${counter}`, kind, shiftId: "s", sharesPosition: true, stamp: aStamp({ counter }) },
  ...change,
});

test("what the courier said of the shift is seen before the server has it, in the order in which it was said", () => {
  expect(withShift(day(null), [told("shift_start", 1)]).shift).toMatchObject({ id: "s", state: "on", sharesPosition: true });
  expect(withShift(day(on), [told("shift_pause", 2)]).shift).toMatchObject({ state: "paused", since: aStamp().deviceAt });
  expect(withShift(day(on), [told("shift_start", 3), told("shift_pause", 2)]).shift).toMatchObject({ state: "on" });
  expect(withShift(day(on), [told("shift_end", 2)]).shift).toBeNull();
});

test("what the server has already changes nothing more", () => {
  expect(withShift(day(on), [told("shift_start", 1, { isSent: true })]).shift).toEqual(on);
  expect(withShift(day(null), [told("shift_start", 1, { isSent: true }), told("shift_end", 2, { isSent: true })]).shift).toBeNull();
});

test("another courier's shift on the same phone is none of this one's", () => {
  expect(withShift(day(null), [told("shift_start", 1, { courierId: "other" })]).shift).toBeNull();
});

test("a day that an older program kept has no shift", () => {
  const { shift: _missing, ...older } = day(null);
  expect(withShift(older, []).shift).toBeNull();
});
