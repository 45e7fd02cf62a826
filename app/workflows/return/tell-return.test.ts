import { expect, test } from "vitest";
import type { ReverseOrder } from "~/ports/shopify-admin";
import { tellReturn } from "./tell-return";

/** A shop with what it expects back, and what it was told. */
function aShop(orders: ReverseOrder[]) {
  const told: unknown[] = [];
  return {
    told,
    reverseOrders: () => Promise.resolve(orders),
    addReverseDelivery: (gid: string, back: unknown) => Promise.resolve(void told.push(["on its way", gid, back])),
    receiveReturned: (lines: unknown) => Promise.resolve(void told.push(["here", lines])),
  };
}
const line = (gid: string, quantity: number, disposed = 0) => ({ gid, lineId: "a", quantity, disposed });
const expected = (change: Partial<ReverseOrder> = {}): ReverseOrder => ({
  ...{ gid: "ro", isOpen: true, lines: [line("l1", 1), line("l2", 2)], trackingNumbers: [] },
  ...change,
});
const fetched = {
  id: "d",
  state: "delivered",
  returnGid: "r",
  lines: [{ lineId: "a", quantity: 3 }],
  refused: [],
  owesRest: true,
} as const;
const delivery = (change: object = {}) => ({ ...fetched, lines: [...fetched.lines], refused: [], ...change });

test("what was fetched is on its way, under the delivery's id; at the shop it waits to be looked at", async () => {
  const shop = aShop([expected()]);
  await tellReturn(shop, delivery());
  const lines = [
    { gid: "l1", quantity: 1 },
    { gid: "l2", quantity: 2 },
  ];
  expect(shop.told).toEqual([["on its way", "ro", { lines, number: "d" }]]);
  const later = aShop([expected({ trackingNumbers: ["d"] })]);
  await tellReturn(later, delivery({ owesRest: false }));
  expect(later.told).toEqual([["here", lines]]);
});

test("told again, it says nothing twice", async () => {
  const shop = aShop([expected({ trackingNumbers: ["d"], lines: [line("l1", 1, 1), line("l2", 2, 2)] })]);
  await tellReturn(shop, delivery({ owesRest: false }));
  expect(shop.told).toEqual([]);
});

test("what the buyer kept does not come, and what a person has said of it already is left", async () => {
  const refused = [{ lineId: "a", quantity: 1, carried: 3, reason: "other" }];
  const shop = aShop([expected({ trackingNumbers: ["d"], lines: [line("l1", 1, 1), line("l2", 2)] })]);
  await tellReturn(shop, delivery({ owesRest: false, refused }));
  expect(shop.told).toEqual([["here", [{ gid: "l2", quantity: 1 }]]]);
});

test("nothing is said of what is not fetched, nor to an order that is over", async () => {
  const open = aShop([expected()]);
  await tellReturn(open, delivery({ state: "out_for_delivery" }));
  const closed = aShop([expected({ isOpen: false })]);
  await tellReturn(closed, delivery({ owesRest: false }));
  expect([open.told, closed.told]).toEqual([[], []]);
});
