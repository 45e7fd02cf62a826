import { expect, test } from "vitest";
import type { OrderLine, ShippingLine } from "~/domain/order/order";
import { uninvoiced } from "./uninvoiced";

const line = (id: string, quantity: number): OrderLine => ({ id, title: id, quantity, netMinor: 500 * quantity, taxLines: [] }) as never;
const shipping = (id: string, netMinor: number): ShippingLine =>
  ({ id, title: "Envío", netMinor, taxLines: [{ amountMinor: 30 }] }) as never;
const bearing = (...units: [kind: "line" | "shipping", id: string, quantity: number][]) => ({
  totalMinor: 2200,
  lines: units.map(([kind, id, quantity]) => ({ ref: { kind, id }, quantity })) as never[],
});
const sale = {
  lines: [line("coffee", 3), line("tea", 1)],
  shippingLines: [shipping("s", 200)],
  taxesIncluded: true,
  totalMinor: 2200,
  refunds: [],
};
const ALL = bearing(["line", "coffee", 3], ["line", "tea", 1], ["shipping", "s", 1]);
const coffee = (quantity: number) => ({ title: "coffee", quantity, minor: 500 * quantity });

test.each([
  ["nothing, when invoices bear all", [ALL], [], []],
  [
    "nothing, when they bear more: that is their credits' business",
    [bearing(["line", "coffee", 5], ["line", "tea", 1], ["shipping", "s", 1])],
    [],
    [],
  ],
  ["units that an edit added", [bearing(["line", "coffee", 2], ["line", "tea", 1], ["shipping", "s", 1])], [], [coffee(1)]],
  ["units that were credited and put back", [ALL], [bearing(["line", "coffee", 2])], [coffee(2)]],
  ["what two invoices leave", [bearing(["line", "tea", 1]), bearing(["line", "coffee", 1], ["shipping", "s", 1])], [], [coffee(2)]],
  ["shipping that came later", [bearing(["line", "coffee", 3], ["line", "tea", 1])], [], [{ title: "Envío", quantity: 1, minor: 200 }]],
  ["no shipping of which a part was credited", [ALL], [bearing(["shipping", "s", 1])], []],
])("an order holds beyond its invoices %s", (_what, invoices, credits, beyond) => {
  expect(uninvoiced(sale, invoices, credits)).toEqual(beyond);
});

test("the tax that is not in the price is added, and shipping for nothing is not missed", () => {
  const untaxed = {
    lines: [],
    shippingLines: [shipping("s", 200), shipping("free", 0)],
    taxesIncluded: false,
    totalMinor: 230,
    refunds: [],
  };
  expect(uninvoiced(untaxed, [], [])).toEqual([{ title: "Envío", quantity: 1, minor: 230 }]);
});

test("what became dearer is told as money, unless amounts were refunded", () => {
  const dearer = { ...sale, totalMinor: 2350 };
  expect(uninvoiced(dearer, [ALL], [])).toEqual([{ title: "", quantity: 0, minor: 150 }]);
  expect(uninvoiced(dearer, [ALL], [], { roundingMinor: 150 })).toEqual([]);
  expect(uninvoiced(dearer, [ALL], [], { roundingMinor: 149 })).toHaveLength(1);
  expect(uninvoiced({ ...dearer, refunds: [{ adjustmentMinor: -150 }] }, [ALL], [])).toEqual([]);
});
