import { expect, test } from "vitest";
import { aSaleLine } from "~/testing/sales";
import { returnShare } from "./return-share";

const line = aSaleLine({
  id: "a",
  orderedQuantity: 3,
  quantity: 3,
  orderedNetMinor: 1000,
  orderedTaxLines: [{ title: "IVA", rateBasisPoints: 1500, amountMinor: 150 }],
});

test("what comes back counts as it was paid for, with its tax, once", () => {
  const share = (quantity: number) => returnShare([{ lineId: "a", quantity }], { lines: [line], removedLines: [], taxesIncluded: false });
  expect(share(3)).toEqual({ orderMinor: 1150, bearsShipping: true, isWhole: true });
  expect(share(1).orderMinor + share(2).orderMinor).toBe(1150);
});

test("a refund that came before the courier takes nothing from it", () => {
  const sold = { lines: [], removedLines: [{ ...line, quantity: 0, netMinor: 0, taxLines: [] }], taxesIncluded: true };
  expect(returnShare([{ lineId: "a", quantity: 3 }], sold).orderMinor).toBe(1000);
});

test("a line that the order does not have is worth nothing", () => {
  expect(returnShare([{ lineId: "b", quantity: 1 }], { lines: [line], removedLines: [], taxesIncluded: true }).orderMinor).toBe(0);
});
