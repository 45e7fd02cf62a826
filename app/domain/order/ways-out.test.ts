import { expect, test } from "vitest";
import { aSaleLine } from "~/testing/sales";
import type { Fulfillment, FulfillmentOrder } from "./fulfillment";
import { waysOut } from "./ways-out";

const units = (lineId: string, quantity = 1) => ({ lineId, quantity });
const order = (gid: string, change: Partial<FulfillmentOrder> = {}): FulfillmentOrder => ({
  gid,
  status: "OPEN",
  deliveryMethod: "shipping",
  locationGid: "quito",
  lines: [units("coffee")],
  ...change,
});
const sent = (gid: string, change: Partial<Fulfillment> = {}): Fulfillment => ({
  gid,
  status: "SUCCESS",
  createdAt: "2026-11-23T15:00:00Z",
  fulfillmentOrderGids: ["f1"],
  trackingNumbers: [],
  trackingCompany: null,
  lines: [units("coffee")],
  events: [],
  ...change,
});
const goods = {
  lines: [
    aSaleLine({ id: "coffee", quantity: 2 }),
    aSaleLine({ id: "tea" }),
    aSaleLine({ id: "course", requiresShipping: false }),
    aSaleLine({ id: "card", requiresShipping: false, isGiftCard: true }),
  ],
  removedLines: [],
  sourceName: "web",
  shippingLines: [],
  fulfillmentOrders: [] as FulfillmentOrder[],
  fulfillments: [] as Fulfillment[],
};
const courier = { method: "courier", locationGid: "quito", carriedBy: null, shipment: null };
const byCarrier = { gid: "s1", company: null, at: "2026-11-23T15:00:00Z", deliveredAt: null };

test("before anything is opened one courier way takes all that is to be sent", () => {
  expect(waysOut(goods)).toEqual([{ ...courier, locationGid: null, fulfillmentOrderGids: [], lines: [units("coffee", 2), units("tea")] }]);
});

test("what leaves one place by one method is one way; another place or method is another; what is no thing has none", () => {
  const fulfillmentOrders = [
    order("f1"),
    order("f2", { deliveryMethod: "local", lines: [units("coffee"), units("course")] }),
    order("f3", { locationGid: "cuenca", lines: [units("tea")] }),
    order("f4", { deliveryMethod: "pickup_in_store", lines: [units("tea")] }),
    order("f5", { deliveryMethod: "none", lines: [units("card")] }),
    order("f6", { deliveryMethod: "retail", lines: [units("tea")] }),
    order("f7", { status: "CANCELLED" }),
  ];
  expect(waysOut({ ...goods, fulfillmentOrders })).toEqual([
    { ...courier, fulfillmentOrderGids: ["f1", "f2"], lines: [units("coffee", 2)] },
    { ...courier, locationGid: "cuenca", fulfillmentOrderGids: ["f3"], lines: [units("tea")] },
    { ...courier, method: "pickup", fulfillmentOrderGids: ["f4"], lines: [units("tea")] },
  ]);
});

test("what somebody else sent is a carrier's way for each shipment, with its times; the rest still waits for a courier", () => {
  const two = [order("f1", { status: "IN_PROGRESS", lines: [units("coffee", 2), units("tea")] })];
  const delivered = { status: "DELIVERED", happenedAt: "2026-11-24T10:00:00Z" };
  const fulfillments = [
    sent("s1", { trackingCompany: "Servientrega", trackingNumbers: ["9"], events: [delivered] }),
    sent("s2", { lines: [units("tea")] }),
    sent("s3", { status: "CANCELLED" }),
  ];
  const way = { fulfillmentOrderGids: ["f1"] };
  expect(waysOut({ ...goods, fulfillmentOrders: two, fulfillments })).toEqual([
    {
      ...courier,
      ...way,
      method: "carrier",
      lines: [units("coffee")],
      shipment: { ...byCarrier, company: "Servientrega", deliveredAt: delivered.happenedAt },
    },
    { ...courier, ...way, method: "carrier", lines: [units("tea")], shipment: { ...byCarrier, gid: "s2" } },
    { ...courier, ...way, lines: [units("coffee")] },
  ]);
});

test("a shipment that bears our delivery's id is its own, and units added afterwards are another way", () => {
  const fulfillmentOrders = [order("f1", { status: "IN_PROGRESS", lines: [units("coffee", 2)] })];
  const ours = [{ id: "d1", hasLeft: true, fulfillmentOrderGids: ["f1"], fulfillmentGid: null, lines: [units("coffee")] }];
  const fulfillments = [sent("s1", { trackingNumbers: ["d1"] })];
  expect(waysOut({ ...goods, fulfillmentOrders, fulfillments }, ours)).toEqual([
    { ...courier, fulfillmentOrderGids: ["f1"], lines: [units("coffee")], carriedBy: "d1" },
    { ...courier, fulfillmentOrderGids: ["f1"], lines: [units("coffee")] },
  ]);
});

test("what our courier is out with stays theirs before Shopify knows of it, also when somebody fulfils it there by hand", () => {
  const ours = [{ id: "d1", hasLeft: true, fulfillmentOrderGids: ["f1"], fulfillmentGid: null, lines: [units("coffee")] }];
  const open = waysOut({ ...goods, fulfillmentOrders: [order("f1")] }, ours);
  expect(open).toEqual([{ ...courier, fulfillmentOrderGids: ["f1"], lines: [units("coffee")], carriedBy: "d1" }]);
  const byHand = waysOut({ ...goods, fulfillmentOrders: [order("f1", { status: "CLOSED" })], fulfillments: [sent("s1")] }, ours);
  expect(byHand).toEqual([{ ...open[0], shipment: byCarrier }]);
});

test("of what our courier is out with, what somebody else sent is taken last", () => {
  const ours = [{ id: "d1", hasLeft: true, fulfillmentOrderGids: ["f1"], fulfillmentGid: null, lines: [units("coffee")] }];
  const fulfillmentOrders = [order("f1", { status: "IN_PROGRESS", lines: [units("coffee", 2)] })];
  const ways = waysOut({ ...goods, fulfillmentOrders, fulfillments: [sent("s1")] }, ours);
  expect(ways.map(({ carriedBy, shipment }) => [carriedBy, shipment?.gid ?? null])).toEqual([
    ["d1", null],
    [null, "s1"],
  ]);
});

test("what was fetched is still a pick-up, and of a shipment over two fulfilment orders each gives what it has", () => {
  const fulfillmentOrders = [
    order("f1", { deliveryMethod: "pickup_in_store", status: "CLOSED" }),
    order("f2", { locationGid: "cuenca", status: "CLOSED", lines: [units("coffee")] }),
  ];
  const fulfillments = [sent("s1"), sent("s2", { fulfillmentOrderGids: ["f1", "f2"], lines: [units("coffee")] })];
  expect(
    waysOut({ ...goods, fulfillmentOrders, fulfillments }).map(({ method, locationGid, lines }) => [method, locationGid, lines]),
  ).toEqual([
    ["pickup", "quito", [units("coffee")]],
    ["carrier", "cuenca", [units("coffee")]],
  ]);
});
