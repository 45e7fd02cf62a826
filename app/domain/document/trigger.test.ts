import { expect, test } from "vitest";
import { isDue, triggerFor } from "./trigger";

test("cash and reserved cards are invoiced at delivery unless the merchant says otherwise; prepaid types have no silent default", () => {
  expect(triggerFor({}, "cash_on_delivery")).toBe("on_delivery");
  expect(triggerFor({}, "card_authorized")).toBe("on_delivery");
  expect(triggerFor({}, "card")).toBeNull();
  expect(triggerFor({}, "transfer")).toBeNull();
  expect(triggerFor({ cash_on_delivery: "by_hand" }, "cash_on_delivery")).toBe("by_hand");
});

test.each([
  ["on_payment", "on_payment", true],
  ["on_payment", "on_delivery", true],
  ["on_dispatch", "on_delivery", true],
  ["on_delivery", "on_payment", false],
  ["by_hand", "on_delivery", false],
] as const)("under the rule %s the moment %s issues: %s", (rule, moment, due) => {
  expect(isDue(rule, moment)).toBe(due);
});
