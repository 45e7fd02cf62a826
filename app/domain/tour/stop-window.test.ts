import { expect, test } from "vitest";
import { servedToday } from "./stop-window";

const NINE_TO_ONE = { days: [1, 2], from: 540, to: 780 };
const at = (minute: number, weekday = 1) => ({ weekday, minute });

test("a zone's hours of the day, counted from now", () => {
  expect(servedToday([NINE_TO_ONE], at(480))).toEqual({ from: 3600, until: 18_000 });
  expect(servedToday([NINE_TO_ONE, { days: [1], from: 900, to: 960 }], at(600))).toEqual({ from: 0, until: 21_600 });
  expect(servedToday([NINE_TO_ONE], at(800))).toEqual({ from: 0, until: 0 });
});

test("no hours, hours of other days, and the whole day bind nobody", () => {
  for (const hours of [[], [{ ...NINE_TO_ONE, days: [3] }], [{ days: [1], from: 0, to: 1440 }]])
    expect(servedToday(hours, at(600))).toBeNull();
});
