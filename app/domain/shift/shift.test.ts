import { expect, test } from "vitest";
import { shiftAfter, type Shift, type ShiftKind, type ToldShift } from "./shift";

const minute = (at: number) => new Date(Date.UTC(2026, 10, 23, 13, at));
const told = (kind: ShiftKind, at: number, change: Partial<ToldShift> = {}): ToldShift => ({
  ...{ kind, shiftId: "s", sharesPosition: false, at: minute(at), phoneId: "p", counter: at + 1 },
  ...change,
});
const after = (...events: ToldShift[]): Shift | null =>
  events.reduce<Shift | null>((known, event) => shiftAfter(known, event) ?? known, null);

test("a shift is begun, paused, gone on with and ended", () => {
  expect(after(told("shift_start", 0, { sharesPosition: true }))).toMatchObject({
    startedAt: minute(0),
    endedAt: null,
    sharesPosition: true,
  });
  expect(after(told("shift_start", 0), told("shift_pause", 5))).toMatchObject({ pausedAt: minute(5) });
  expect(after(told("shift_start", 0), told("shift_pause", 5), told("shift_start", 9))).toMatchObject({
    startedAt: minute(0),
    pausedAt: null,
  });
  expect(after(told("shift_start", 0), told("shift_end", 30))).toMatchObject({ endedAt: minute(30) });
});

test("consent is what was said at the start: going on after a pause doesn't widen it", () => {
  const again = told("shift_start", 9, { sharesPosition: true });
  expect(after(told("shift_start", 0), told("shift_pause", 5), again)).toMatchObject({ sharesPosition: false });
});

test.each<[string, ToldShift[], ToldShift]>([
  ["twice the same", [told("shift_start", 0), told("shift_pause", 5)], told("shift_pause", 5)],
  ["what one phone told before", [told("shift_start", 0), told("shift_pause", 5), told("shift_start", 9)], told("shift_pause", 5)],
  ["what another phone did earlier", [told("shift_start", 6)], told("shift_pause", 5, { phoneId: "q", counter: 99 })],
  ["anything after its end", [told("shift_start", 0), told("shift_end", 5)], told("shift_start", 9)],
  ["the end of a shift that nobody began", [], told("shift_end", 5)],
])("%s changes nothing", (_what, before, event) => {
  expect(shiftAfter(after(...before), event)).toBeNull();
});
