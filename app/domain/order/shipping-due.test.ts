import { expect, test } from "vitest";
import { aSale } from "~/testing/courier-world";
import { aShippingLine } from "~/testing/sales";
import type { SaleOrder } from "./order";
import { chargedShipping, editHindrance, isShippingMissing } from "./shipping-due";

const draft = (change: Partial<SaleOrder> = {}): SaleOrder => ({
  ...{ ...aSale(1), financialStatus: "PENDING", shippingLines: [], removedShippingLines: [] },
  ...change,
});

test.each<[string, Partial<SaleOrder>, boolean]>([
  ["an unpaid order that came without shipping", {}, true],
  ["an order with shipping, also at no charge", { shippingLines: [aShippingLine({ originalMinor: 0, netMinor: 0 })] }, false],
  ["an order whose shipping somebody took off", { removedShippingLines: [aShippingLine()] }, false],
  ["a paid order", { financialStatus: "PAID" }, false],
  ["an order paid in part", { financialStatus: "PARTIALLY_PAID" }, false],
  ["an order whose card is reserved for its total", { financialStatus: "AUTHORIZED" }, false],
  ["a cancelled order", { cancelledAt: "2026-11-23T15:00:00Z" }, false],
  ["an order seen in another currency", { presentmentCurrency: "EUR" }, false],
])("%s may get the zone's price by itself: %#", (_what, change, isMissing) => {
  expect(isShippingMissing(draft(change))).toBe(isMissing);
});

test("what hinders an edit is named, and what is charged is the sum of the lines", () => {
  expect(editHindrance(draft({ cancelledAt: "2026-11-23T15:00:00Z" }))).toBe("order_cancelled");
  expect(editHindrance(draft({ presentmentCurrency: "EUR" }))).toBe("other_currency");
  expect(editHindrance(draft({ financialStatus: "PAID" }))).toBeNull();
  expect(chargedShipping({ shippingLines: [{ originalMinor: 300 }, { originalMinor: 50 }] })).toBe(350);
});
