import { expect, test } from "vitest";
import { aSaleLine } from "~/testing/sales";
import { bearsPayment, bearsShipping, bearsShippingInstead, type Sibling } from "./bearers";
import { shareOf, sharesOf } from "./share-of-order";

const coffee = aSaleLine({ id: "coffee", quantity: 3, netMinor: 1_000 });
const tea = aSaleLine({ id: "tea", netMinor: 600 });
/** Goods of 16.00, shipping of 3.50. */
const sale = { totalMinor: 1_950, taxesIncluded: true, lines: [coffee, tea] };
const one = (id: string, units: Record<string, number>, change: Partial<Sibling> = {}) => ({
  ...{ id, state: "assigned" as const, method: "courier" as const, ...change },
  lines: Object.entries(units).map(([lineId, quantity]) => ({ lineId, quantity })),
});
const parts = (...siblings: ReturnType<typeof one>[]) =>
  Object.fromEntries([...sharesOf(sale, siblings)].map(([id, { orderMinor }]) => [id, orderMinor]));

test("an only delivery has all of its order, also while nobody said what goes along", () => {
  expect(shareOf(sale, "a", [one("a", {})])).toEqual({ orderMinor: 1_950, bearsShipping: true, isWhole: true });
});

test("each has its own goods, a line's units shared to the cent, and the first what shipping costs", () => {
  expect(parts(one("b", { coffee: 2, tea: 1 }), one("a", { coffee: 1 }))).toEqual({ a: 333 + 350, b: 667 + 600 });
});

test("tax that is not in the prices belongs to its line", () => {
  const taxed = { ...tea, taxLines: [{ title: "IVA", rateBasisPoints: 1_500, amountMinor: 90 }] };
  const all = [one("a", { coffee: 3 }), one("b", { tea: 1 })];
  expect(shareOf({ totalMinor: 1_690, taxesIncluded: false, lines: [coffee, taxed] }, "b", all).orderMinor).toBe(690);
});

test("one that was cancelled or came back leaves its part, and the shipping, to who stands", () => {
  const again = one("c", { coffee: 3 });
  const gone = one("a", { coffee: 3 }, { state: "returned" });
  expect(parts(gone, one("b", { tea: 1 }), again)).toEqual({ b: 950, c: 1_000 });
  expect(shareOf(sale, "a", [gone, again])).toEqual({ orderMinor: 0, bearsShipping: false, isWhole: false });
  expect(parts(one("a", { coffee: 3 }, { state: "cancelled" }), again)).toEqual({ c: 1_950 });
});

test("what is fetched may collect the money but bears no shipping; with nobody's courier the first has the rest", () => {
  const [fetched, brought] = [one("a", { tea: 1 }, { method: "pickup" }), one("b", { coffee: 3 })];
  expect([bearsPayment([fetched, brought])?.id, bearsShipping([fetched, brought])?.id]).toEqual(["a", "b"]);
  expect(parts(fetched, brought)).toEqual({ a: 600, b: 1_350 });
  expect(parts(fetched, one("b", { coffee: 3 }, { method: "carrier" }))).toEqual({ a: 950, b: 1_000 });
});

test("who bears no shipping says who does; what is fetched, or gone, says nothing of it", () => {
  const all = [
    one("a", {}, { state: "cancelled" }),
    one("b", {}, { method: "pickup" }),
    one("c", {}),
    one("d", {}, { state: "delivered" }),
  ];
  expect(all.map(({ id }) => bearsShippingInstead(id, all)?.id ?? null)).toEqual([null, null, null, "c"]);
});

test("an order that comes to less than its goods is shared in their proportion", () => {
  const all = [one("a", { coffee: 3 }), one("b", { tea: 1 })];
  expect([...sharesOf({ ...sale, totalMinor: 800 }, all).values()].map(({ orderMinor }) => orderMinor)).toEqual([500, 300]);
});
