import { expect, test } from "vitest";
import { deadline, issueDate } from "./issue-date";

const MAINLAND = "America/Guayaquil";
const GALAPAGOS = "Pacific/Galapagos";

const issued = (operationAt: string, now: string, timeZone = MAINLAND) => {
  const outcome = issueDate({ operationAt: new Date(operationAt), now: new Date(now), timeZone });
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

test.each([
  ["late in the evening", "2026-11-24T23:30:00-06:00", "2026-11-24T23:40:00-06:00", "2026-11-24"],
  ["minutes before their month's end", "2026-11-30T22:50:00-06:00", "2026-11-30T23:10:00-06:00", "2026-11-30"],
])("an issuer that keeps the days of Galápagos, %s, is still in the day of the islands", (_what, operationAt, now, day) => {
  expect(issued(operationAt, now, GALAPAGOS)).toBe(day);
});

test("over the islands' own month's end their accountant decides too", () => {
  expect(issued("2026-11-30T23:50:00-06:00", "2026-12-01T00:10:00-06:00", GALAPAGOS)).toEqual(late("2026-11-30", "2026-12-01"));
});

type About = Parameters<typeof deadline>[0];
test.each<[string, Partial<About>, string]>([
  ["an invoice that bears a day", { issueDate: "2026-11-30" }, "2026-12-01T05:00:00.000Z"],
  ["an invoice on Galápagos", { issueDate: "2026-11-30", timeZone: GALAPAGOS }, "2026-12-01T06:00:00.000Z"],
  ["an invoice that bears none, by the day of the delivery", {}, "2026-11-26T05:00:00.000Z"],
  ["a guide that bears none, by the day of its run", { kind: "dispatch_guide" }, "2026-11-26T05:00:00.000Z"],
  ["a credit note that bears none, by the month of the refund", { kind: "credit_note" }, "2026-12-01T05:00:00.000Z"],
  ["a credit note of December", { kind: "credit_note", operationAt: new Date("2026-12-31T23:00:00-05:00") }, "2027-01-01T05:00:00.000Z"],
  ["a credit note that bears a day", { kind: "credit_note", issueDate: "2026-11-12" }, "2026-11-13T05:00:00.000Z"],
])("the deadline of %s", (_what, change, due) => {
  const document: About = {
    kind: "invoice",
    issueDate: null,
    operationAt: new Date("2026-11-25T23:30:00-05:00"),
    timeZone: MAINLAND,
    ...change,
  };
  expect(deadline(document).toISOString()).toBe(due);
});
