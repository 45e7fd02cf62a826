import { expect, test } from "vitest";
import type { OrderReturn } from "./order-return";
import { planReturns } from "./plan-returns";

const installedAt = new Date("2026-11-01T00:00:00Z");
const lines = [{ lineId: "a", quantity: 1 }];
const aReturn = (change: Partial<OrderReturn> = {}): OrderReturn => ({
  ...{ gid: "r1", status: "OPEN", createdAt: "2026-11-20T10:00:00Z", lines, exchangeLineIds: [], trackingNumbers: [] },
  ...change,
});
const brought = { method: "courier", state: "delivered", lines: [{ lineId: "a", quantity: 2 }] } as const;
const fetching = { id: "d1", returnGid: "r1", state: "assigned", lines, owesRest: false } as const;
const NOTHING = { fresh: [], changed: [], ended: [], again: [], orphaned: [] };
const plan = (returns: OrderReturn[], known: Partial<Parameters<typeof planReturns>[1]> = {}) =>
  planReturns(returns, { reverse: [], outward: [brought], installedAt, ...known });

test("what our courier brought is fetched by one of ours, once", () => {
  expect(plan([aReturn()])).toEqual({ ...NOTHING, fresh: [aReturn()] });
  expect(plan([aReturn()], { reverse: [fetching] })).toEqual(NOTHING);
});

test.each<[string, Partial<OrderReturn>]>([
  ["is only asked for", { status: "REQUESTED" }],
  ["has no goods", { lines: [] }],
  ["is of goods that another brought", { lines: [{ lineId: "b", quantity: 1 }] }],
  ["comes back by a carrier's label", { trackingNumbers: ["SE-1"] }],
  ["is older than the installation", { createdAt: "2026-10-31T23:59:59Z" }],
])("nobody goes for a return that %s", (_what, change) => {
  expect(plan([aReturn(change)])).toEqual(NOTHING);
});

test("where Shopify never said what went by which way, all of it was brought", () => {
  expect(plan([aReturn()], { outward: [{ ...brought, lines: [] }] }).fresh).toHaveLength(1);
});

test("what is not brought yet, or was fetched by its buyer, is not fetched", () => {
  expect(plan([aReturn()], { outward: [{ ...brought, state: "out_for_delivery" }] })).toEqual(NOTHING);
  expect(plan([aReturn()], { outward: [{ ...brought, method: "pickup" }] })).toEqual(NOTHING);
});

test.each([
  ["CANCELED", "return_cancelled"],
  ["DECLINED", "return_cancelled"],
  ["CLOSED", "return_closed"],
] as const)("a return that is %s has nobody on the way", (status, code) => {
  expect(plan([aReturn({ status })], { reverse: [fetching] })).toEqual({ ...NOTHING, ended: [{ id: "d1", code }] });
});

test("a return that Shopify has no more is cancelled", () => {
  expect(plan([], { reverse: [fetching] }).ended).toEqual([{ id: "d1", code: "return_cancelled" }]);
});

test("other goods than before are told, unless it was fetched already", () => {
  const other = aReturn({ lines: [{ lineId: "a", quantity: 2 }] });
  expect(plan([other], { reverse: [fetching] }).changed).toEqual([{ id: "d1", lines: other.lines }]);
  expect(plan([other], { reverse: [{ ...fetching, state: "delivered" }] })).toEqual(NOTHING);
});

test("a return that is open again is fetched again, unless it was", () => {
  expect(plan([aReturn()], { reverse: [{ ...fetching, state: "cancelled" }] }).again).toEqual([{ id: "d1", lines }]);
  expect(plan([aReturn()], { reverse: [{ ...fetching, state: "delivered" }] })).toEqual(NOTHING);
});

test("of what a courier has already when its return is cancelled, a person learns; at the shop, nobody", () => {
  const fetched = { ...fetching, state: "delivered", owesRest: true } as const;
  expect(plan([aReturn({ status: "CANCELED" })], { reverse: [fetched] }).orphaned).toEqual(["d1"]);
  expect(plan([aReturn({ status: "CANCELED" })], { reverse: [{ ...fetched, owesRest: false }] })).toEqual(NOTHING);
  expect(plan([aReturn({ status: "CLOSED" })], { reverse: [fetched] })).toEqual(NOTHING);
});
