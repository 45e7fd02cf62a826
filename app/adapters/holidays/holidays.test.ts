import { expect, test } from "vitest";
import { dateHolidays } from "./holidays";

const holidays = dateHolidays();
const YEAR = { from: "2026-01-01", until: "2026-12-31" };

test("Ecuador's national holidays, Guayaquil's on its own day", async () => {
  const days = await holidays("EC", YEAR);
  for (const day of ["2026-01-01", "2026-02-16", "2026-05-01", "2026-08-10", "2026-10-09", "2026-11-02", "2026-11-03", "2026-12-25"])
    expect(days).toContain(day);
  expect(days.has("2026-09-10")).toBe(false);
});

test("over a year's end, both ends included, and none of a country that nobody knows", async () => {
  expect([...(await holidays("PE", { from: "2026-12-25", until: "2027-01-01" }))]).toEqual(["2026-12-25", "2027-01-01"]);
  expect([...(await holidays("CR", { from: "2026-09-15", until: "2026-09-15" }))]).toEqual(["2026-09-15"]);
  expect((await holidays("XX", YEAR)).size).toBe(0);
});
