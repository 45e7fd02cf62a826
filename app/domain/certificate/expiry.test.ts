import { expect, test } from "vitest";
import { daysLeft, warningDue } from "./expiry";

const notAfter = new Date("2026-12-31T20:00:00Z");

test.each([
  ["2026-12-01T19:59:59Z", 31, null],
  ["2026-12-01T20:00:00Z", 30, 30],
  ["2026-12-16T19:59:59Z", 16, 30],
  ["2026-12-16T20:00:00Z", 15, 15],
  ["2026-12-26T20:00:00Z", 5, 5],
  ["2026-12-30T19:59:59Z", 2, 5],
  ["2026-12-30T20:00:00Z", 1, 1],
  ["2026-12-31T19:59:59Z", 1, 1],
  ["2026-12-31T20:00:00Z", 0, null],
  ["2027-01-05T20:00:00Z", 0, null],
])("at %s there are %i days left, and the warning of %j days is due", (now, left, due) => {
  expect([daysLeft(notAfter, new Date(now)), warningDue(notAfter, new Date(now))]).toEqual([left, due]);
});
