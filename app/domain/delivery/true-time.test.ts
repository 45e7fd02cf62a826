import { expect, test } from "vitest";
import { begunAt, trueTime } from "./true-time";

const at = (time: string) => new Date(`2026-11-23T${time}Z`);
const started = at("08:00:00");

test.each([
  ["hours ago, offline", at("09:15:00"), at("09:15:00")],
  ["a little ahead", at("12:04:59"), at("12:04:59")],
  ["far ahead", at("12:06:00"), at("12:00:00")],
  ["a year ahead", new Date("2027-11-23T12:00:00Z"), at("12:00:00")],
  ["before it was started", new Date("1970-01-01T00:00:00Z"), at("12:00:00")],
  ["slightly before it was started", at("07:57:00"), at("08:00:00")],
  ["at the start itself", at("08:00:00"), at("08:00:00")],
  ["unreadable", new Date("yesterday"), at("12:00:00")],
  ["not told", null, at("12:00:00")],
])("a phone's time %s", (_, phone, expected) => {
  expect(trueTime(phone, at("12:00:00"), started)).toEqual(expected);
});

test("what was never started began with its assignment", () => {
  expect(begunAt({ startedAt: at("09:00:00"), assignedAt: at("08:00:00") })).toEqual(at("09:00:00"));
  expect(begunAt({ startedAt: null, assignedAt: at("08:00:00") })).toEqual(at("08:00:00"));
});
