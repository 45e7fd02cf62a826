import { expect, test } from "vitest";
import { termDays } from "./payment-terms";

test.each([
  ["no terms", null, null],
  ["30 days net", { dueAt: null, dueInDays: 30 }, 30],
  ["on receipt", { dueAt: null, dueInDays: null }, null],
  ["a fixed day, by the issuer's calendar", { dueAt: "2026-12-10T04:59:00Z", dueInDays: null }, 14],
  ["an hour later it is the next day there", { dueAt: "2026-12-10T05:59:00Z", dueInDays: null }, 15],
  ["a day that has passed", { dueAt: "2026-11-01T15:00:00Z", dueInDays: null }, null],
])("%s: %j is %j days", (_what, terms, days) => {
  expect(termDays(terms, "2026-11-25", "America/Guayaquil")).toBe(days);
});
