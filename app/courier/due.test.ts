import { expect, test } from "vitest";
import { noMoney } from "~/testing/money";
import { dayByClock, dueOf } from "./due";
import type { StopView } from "./protocol";

const stop = (orderName: string, reattemptOn?: string | null) => ({ deliveryId: orderName, orderName, reattemptOn }) as StopView;
const day = {
  pending: [stop("#1"), stop("#2", "2026-11-27"), stop("#3", "2026-11-25"), stop("#4", null), stop("#5", "2026-11-26")],
  money: noMoney(),
};
const names = (clockDay: string | null) => {
  const { today, later } = dueOf(day, clockDay);
  return { today: today.map(({ card, number }) => `${number} ${card.orderName}`), later: later.map(({ orderName }) => orderName) };
};

test("what is wanted another day waits apart, and what is left is counted from one", () => {
  expect(names(null)).toEqual({ today: ["1 #1", "2 #3", "3 #4"], later: ["#2", "#5"] });
});

test("a phone without signal knows that the next day has come; a clock that is behind is not believed", () => {
  expect(names("2026-11-26")).toEqual({ today: ["1 #1", "2 #3", "3 #4", "4 #5"], later: ["#2"] });
  expect(names("2020-01-01")).toEqual(names(null));
});

test("the day is the one on the wall", () => {
  expect(dayByClock(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
});

test("both halves of an exchange are one call with one number, wherever the phone has them", () => {
  const half = (deliveryId: string, other: string, isReturn: boolean) =>
    ({ ...stop(deliveryId), isReturn, exchange: { deliveryId: other, goods: [] } }) as StopView;
  const pending = [half("old", "new", true), stop("b"), half("new", "old", false)];
  const told = dueOf({ ...day, pending }, null).today.map(({ card, number, isSecond }) => [card.orderName, number, isSecond]);
  expect(told).toEqual([
    ["new", 1, false],
    ["old", 1, true],
    ["b", 2, false],
  ]);
});
