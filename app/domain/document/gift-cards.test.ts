import { expect, test } from "vitest";
import { aSaleLine } from "~/testing/sales";
import { invoicedPart } from "./gift-cards";

const tax = [{ title: "IVA", rateBasisPoints: 1500, amountMinor: 150 }];
const coffee = aSaleLine({ id: "coffee", netMinor: 1000, taxLines: tax });
const card = aSaleLine({ id: "card", netMinor: 5000, isGiftCard: true, requiresShipping: false });
const sold = { lines: [coffee, card], totalMinor: 6150, taxesIncluded: false };

test("a gift card that is invoiced when it is redeemed leaves the invoice with all that was paid for it, its tax too", () => {
  expect(invoicedPart(sold, "on_redemption")).toEqual({ lines: [coffee], totalMinor: 1150, taxesIncluded: false });
  const taxed = { ...sold, lines: [coffee, { ...card, taxLines: tax }], totalMinor: 6300 };
  expect(invoicedPart(taxed, "on_redemption").totalMinor).toBe(1150);
  expect(invoicedPart({ ...taxed, totalMinor: 6150, taxesIncluded: true }, "on_redemption").totalMinor).toBe(1150);
});

test("one that is invoiced when it is sold stays on it", () => {
  expect(invoicedPart(sold, "on_sale")).toBe(sold);
});
