import { expect, test } from "vitest";
import { dateIn, startOfDay, wallTimeIn } from "./calendar";

test.each([
  ["2026-11-24T04:59:59Z", "America/Guayaquil", "2026-11-23"],
  ["2026-11-24T05:00:00Z", "America/Guayaquil", "2026-11-24"],
  ["2026-11-24T05:30:00Z", "Pacific/Galapagos", "2026-11-23"],
])("%s in %s is the day %s", (at, zone, day) => {
  expect(dateIn(new Date(at), zone)).toBe(day);
});

test.each([
  ["2026-11-24T03:00:00Z", "America/Guayaquil", "2026-11-23T05:00:00.000Z"],
  ["2026-03-29T12:00:00Z", "Europe/Madrid", "2026-03-28T23:00:00.000Z"],
])("the day of %s in %s began at %s", (at, zone, began) => {
  expect(startOfDay(new Date(at), zone).toISOString()).toBe(began);
});

test("a clock shows its day, weekday and minute at once", () => {
  expect(wallTimeIn(new Date("2026-11-23T04:59:59Z"), "America/Guayaquil")).toEqual({
    day: "2026-11-22",
    weekday: 0,
    minute: 23 * 60 + 59,
  });
});
