import { expect, test } from "vitest";
import { collectedBeyond, isCashAbove } from "./collected-for-order";

const took = (minor: number, how: "cash" | "transfer" = "cash", currency = "USD") => ({ minor, how, currency });
const marked = (amount: string, currency = "USD") => ({
  type: "payment",
  reason: { code: "marked_paid", params: { amount, currency, how: "cash" } },
});

test("what was collected counts in its own currency, without what an order was marked as paid with", () => {
  const all = [took(2000), took(550, "transfer"), took(900, "cash", "PEN")];
  expect(collectedBeyond(all, [], "USD")).toBe(2550);
  const events = [
    { type: "payment", reason: { code: "collected_at_door", params: { amount: "20.00", currency: "USD" } } },
    { type: "order" },
  ];
  expect(collectedBeyond(all, [...events, marked("20.00"), marked("7.00", "PEN")], "USD")).toBe(550);
  expect(collectedBeyond([took(1500, "cash", "CLP")], [marked("1500", "CLP")], "CLP")).toBe(0);
});

test.each<[string, number | null, boolean]>([
  ["up to the limit", 2000, false],
  ["a cent above", 1999, true],
  ["where there is none", null, false],
])("banknotes %s", (_what, limit, isAbove) => {
  expect(isCashAbove([took(2000), took(90_000, "transfer"), took(90_000, "cash", "PEN")], "USD", limit)).toBe(isAbove);
});
