import { expect, test } from "vitest";
import { formatsFor } from "./format";

const es = formatsFor("es", "America/Guayaquil");
const en = formatsFor("en", "America/Guayaquil");

test("money is written as the language writes it", () => {
  expect([es.money(14260, "USD"), en.money(14260, "USD"), en.money(5, "USD")]).toEqual(["$142,60", "$142.60", "$0.05"]);
});

test("an instant is shown on the shop's own day and clock", () => {
  expect(es.dateTime("2026-11-24T04:30:00Z")).toBe("23 nov, 23:30");
  expect(en.date("2026-11-24T04:30:00Z")).toBe("Nov 23, 2026");
});

test("a fiscal date is the day that is written, whatever the zone", () => {
  expect(formatsFor("en", "Pacific/Auckland").fiscalDate("2026-11-23")).toBe("Nov 23, 2026");
});

test.each([
  ["2026-11-23T14:59:40Z", "this minute"],
  ["2026-11-23T14:45:00Z", "15 min. ago"],
  ["2026-11-23T12:00:00Z", "3 hr. ago"],
  ["2026-11-22T14:00:00Z", "yesterday"],
  ["2026-11-23T15:00:30Z", "this minute"],
])("%s is %s", (at, words) => {
  expect(en.age(at, "2026-11-23T15:00:00Z")).toBe(words);
});
