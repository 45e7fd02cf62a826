import { expect, test } from "vitest";
import type { OrderReturn } from "./order-return";
import { otherHalf } from "./exchange";

const returns: OrderReturn[] = [
  { gid: "r1", status: "OPEN", createdAt: "2026-11-20T10:00:00Z", lines: [], exchangeLineIds: ["new"], trackingNumbers: [] },
];
const brought = { id: "d0", state: "delivered", lines: [{ lineId: "old", quantity: 1 }] } as const;
const outward = { id: "d1", state: "assigned", lines: [{ lineId: "new", quantity: 1 }] } as const;
const reverse = { id: "d2", state: "unassigned", returnGid: "r1", lines: [{ lineId: "old", quantity: 1 }] } as const;
const all = [brought, outward, reverse];

test("what is fetched and what is brought instead know each other", () => {
  expect(otherHalf(outward, all, returns)?.id).toBe("d2");
  expect(otherHalf(reverse, all, returns)?.id).toBe("d1");
});

test("what was brought before is no half of it, nor is a half that is over", () => {
  expect(otherHalf(brought, all, returns)).toBeNull();
  expect(otherHalf(reverse, [{ ...outward, state: "delivered" as const }], returns)).toBeNull();
});

test("a return without an exchange has no other half", () => {
  expect(otherHalf(reverse, all, [{ ...returns[0]!, exchangeLineIds: [] }])).toBeNull();
});
