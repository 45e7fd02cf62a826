import { expect, test } from "vitest";
import { fullMonths, monthBounds, monthsBefore } from "./month";

test("the months that are over are counted in the shop's zone, over a year's end", () => {
  const night = new Date("2027-02-01T03:00:00Z");
  expect(fullMonths(night, "America/Guayaquil", 3)).toEqual(["2026-12", "2026-11", "2026-10"]);
  expect(fullMonths(night, "Europe/Madrid", 2)).toEqual(["2027-01", "2026-12"]);
  expect(monthsBefore("2026-01", 13)).toBe("2024-12");
});

test("a month begins and ends at the zone's midnight, summer time or not", () => {
  expect(monthBounds("2026-10", "America/Guayaquil")).toEqual({
    from: new Date("2026-10-01T05:00:00Z"),
    until: new Date("2026-11-01T05:00:00Z"),
  });
  expect(monthBounds("2026-03", "Europe/Madrid")).toEqual({
    from: new Date("2026-02-28T23:00:00Z"),
    until: new Date("2026-03-31T22:00:00Z"),
  });
});

test("what is no month is refused", () => {
  for (const text of ["2026-13", "2026-1", "", "'; --"]) expect(() => monthsBefore(text, 1)).toThrow(RangeError);
});
