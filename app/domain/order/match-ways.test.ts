import { expect, test } from "vitest";
import { aSaleLine } from "~/testing/sales";
import type { Fulfillment, FulfillmentOrder } from "./fulfillment";
import { planWays, type Known } from "./match-ways";

const units = [{ lineId: "coffee", quantity: 2 }];
const order = (gid: string, change: Partial<FulfillmentOrder> = {}): FulfillmentOrder => ({
  gid,
  status: "OPEN",
  deliveryMethod: "shipping",
  locationGid: "quito",
  lines: units,
  ...change,
});
const known = (id: string, change: Partial<Known> = {}): Known => ({
  id,
  state: "assigned",
  method: "courier",
  locationGid: "quito",
  fulfillmentOrderGids: ["f1"],
  fulfillmentGid: null,
  lines: units,
  ...change,
});
const plan = (fulfillmentOrders: FulfillmentOrder[], deliveries: Known[], fulfillments: Fulfillment[] = []) => {
  const lines = [aSaleLine({ id: "coffee", quantity: 2 })];
  return planWays({ lines, removedLines: [], sourceName: "web", shippingLines: [], fulfillmentOrders, fulfillments }, deliveries);
};
const partSent: Fulfillment = {
  gid: "s1",
  status: "SUCCESS",
  createdAt: "2026-11-23T15:00:00Z",
  fulfillmentOrderGids: ["f1"],
  trackingNumbers: [],
  trackingCompany: null,
  lines: [{ lineId: "coffee", quantity: 1 }],
  events: [],
};

test("of a fulfilment order that somebody else sent in part the courier keeps the rest", () => {
  const { kept, fresh, gone } = plan([order("f1", { status: "IN_PROGRESS" })], [known("d1")], [partSent]);
  expect(kept).toMatchObject([{ id: "d1", way: { method: "courier", shipment: null } }]);
  expect([fresh, gone]).toMatchObject([[{ method: "carrier", shipment: { gid: "s1" } }], []]);
});

test("sent whole, it is the carrier's that was the courier's", () => {
  const whole = { ...partSent, lines: units };
  const { kept, fresh } = plan([order("f1", { status: "CLOSED" })], [known("d1")], [whole]);
  expect([kept, fresh]).toMatchObject([[{ id: "d1", way: { method: "carrier" } }], []]);
});

test("shared fulfilment orders tell more than the place", () => {
  const moved = [order("f1", { locationGid: "cuenca" }), order("f2")];
  const { kept, fresh } = plan(moved, [known("d1")]);
  expect([kept, fresh]).toMatchObject([[{ id: "d1", way: { locationGid: "cuenca" } }], [{ locationGid: "quito" }]]);
});

test("with nothing in common the only one left is meant; of two nobody guesses", () => {
  const other = [order("f9", { locationGid: "cuenca", deliveryMethod: "pickup_in_store" })];
  expect(plan(other, [known("d1")])).toMatchObject({ kept: [{ id: "d1", way: { method: "pickup" } }], fresh: [], gone: [] });
  const two = [known("d1"), known("d2", { fulfillmentOrderGids: ["f2"] })];
  expect(plan(other, two)).toMatchObject({ kept: [], fresh: [{ method: "pickup" }], gone: ["d1", "d2"] });
});
