import { expect, test } from "vitest";
import type { DocumentLine } from "~/domain/document/document";
import type { Refund } from "~/domain/order/refund";
import { refundOfInvoice } from "./refund-of-invoice";

const bearing = (...lines: [kind: "line" | "shipping", id: string, quantity: number][]) => ({
  lines: lines.map(([kind, id, quantity]) => ({ ref: { kind, id }, quantity }) as DocumentLine),
});
const invoices = [bearing(["line", "coffee", 1], ["shipping", "s", 1]), bearing(["line", "coffee", 2], ["line", "tea", 1])];
const refund = {
  lines: [
    { lineId: "coffee", quantity: 2, netMinor: 1001, taxMinor: 3 },
    { lineId: "tea", quantity: 1, netMinor: 400, taxMinor: 0 },
    { lineId: "mug", quantity: 1, netMinor: 900, taxMinor: 0 },
  ],
  shipping: [{ shippingLineId: "s", netMinor: 300, taxMinor: 39 }],
  adjustmentMinor: -50,
  dutiesMinor: 7,
  tipMinor: 8,
} as Refund;

test("each invoice credits the units that it bears; what no invoice bears yet is none's", () => {
  const [first, second] = [refundOfInvoice(refund, invoices, 0), refundOfInvoice(refund, invoices, 1)];
  expect(first.lines).toEqual([{ lineId: "coffee", quantity: 1, netMinor: 500, taxMinor: 1 }]);
  expect(second.lines).toEqual([
    { lineId: "coffee", quantity: 1, netMinor: 501, taxMinor: 2 },
    { lineId: "tea", quantity: 1, netMinor: 400, taxMinor: 0 },
  ]);
});

test("shipping is credited where it is charged, and what belongs to no line on the first", () => {
  expect(refundOfInvoice(refund, invoices, 0)).toMatchObject({
    shipping: refund.shipping,
    adjustmentMinor: -50,
    tipMinor: 8,
    dutiesMinor: 7,
  });
  expect(refundOfInvoice(refund, invoices, 1)).toMatchObject({ shipping: [], adjustmentMinor: 0, tipMinor: 0, dutiesMinor: 0 });
});
