import { expect, test } from "vitest";
import { deadline, issueDate } from "./issue-date";

const issued = (operationAt: string, now: string) => {
  const outcome = issueDate({ operationAt: new Date(operationAt), now: new Date(now) });
  return outcome.ok ? outcome.value : outcome.problem;
};
const late = (delivered: string, today: string) => ({ code: "late_sync", params: { delivered, today } });

test.each([
  ["at once", "2026-11-25T15:00:00-05:00", "2026-11-25T15:00:05-05:00", "2026-11-25"],
  ["offline at 23:50, synced at 00:10", "2026-11-25T23:50:00-05:00", "2026-11-26T00:10:00-05:00", "2026-11-26"],
  ["by a phone whose clock is ahead", "2026-11-26T00:05:00-05:00", "2026-11-25T23:59:00-05:00", "2026-11-25"],
  ["three days late", "2026-11-22T23:59:00-05:00", "2026-11-25T00:01:00-05:00", "2026-11-25"],
  // 23:30 there is half past midnight on the mainland.
  ["on Galápagos late in the evening", "2026-11-24T23:30:00-06:00", "2026-11-24T23:40:00-06:00", "2026-11-25"],
])("delivered %s: the document bears the day it is made", (_what, operationAt, now, day) => {
  expect(issued(operationAt, now)).toBe(day);
});

test.each([
  ["over a month's end, though only minutes", "2026-11-30T23:50:00-05:00", "2026-12-01T00:10:00-05:00", late("2026-11-30", "2026-12-01")],
  ["over a year's end", "2026-12-31T23:59:59-05:00", "2027-01-01T00:00:00-05:00", late("2026-12-31", "2027-01-01")],
  ["four days late", "2026-11-21T23:59:00-05:00", "2026-11-25T00:01:00-05:00", late("2026-11-21", "2026-11-25")],
  ["a year ago in the same month", "2025-11-25T10:00:00-05:00", "2026-11-25T10:00:00-05:00", late("2025-11-25", "2026-11-25")],
  // 22:50 there, still November; 23:50 on the mainland too. An hour later it is December there at SRI.
  ["on Galápagos at a month's end", "2026-11-30T22:50:00-06:00", "2026-11-30T23:10:00-06:00", late("2026-11-30", "2026-12-01")],
])("learnt of %s: the accountant decides", (_what, operationAt, now, problem) => {
  expect(issued(operationAt, now)).toEqual(problem);
});

test("a day of SRI ends at midnight of the mainland", () => {
  expect(deadline("2026-11-30").toISOString()).toBe("2026-12-01T05:00:00.000Z");
});
