import { expect, test } from "vitest";
import { aSaleLine } from "~/testing/sales";
import type { FulfillmentOrder } from "./fulfillment";
import { noWayOut } from "./way-out";

const fulfilment = (...statuses: string[]): FulfillmentOrder[] =>
  statuses.map((status) => ({ gid: status, status, deliveryMethod: "shipping", locationGid: null, lines: [] }));
const goods = { lines: [aSaleLine()], removedLines: [], financialStatus: "PENDING", fulfillmentOrders: fulfilment("OPEN") };
const removed = aSaleLine({ quantity: 0 });
const digital = aSaleLine({ requiresShipping: false });

test.each([
  ["something to ship", {}, null],
  ["one of two fulfilment orders still open", { fulfillmentOrders: fulfilment("CLOSED", "IN_PROGRESS") }, null],
  ["a fulfilment order on hold", { fulfillmentOrders: fulfilment("ON_HOLD") }, null],
  ["no fulfilment orders yet", { fulfillmentOrders: [] }, null],
  ["a part refunded", { financialStatus: "PARTIALLY_REFUNDED", removedLines: [removed] }, null],
  ["all fulfilled", { fulfillmentOrders: fulfilment("CLOSED", "CANCELLED") }, "already_fulfilled"],
  ["only digital goods", { lines: [digital] }, "nothing_to_ship"],
  ["nothing on it", { lines: [] }, "nothing_to_ship"],
  ["all its money given back", { financialStatus: "REFUNDED" }, "order_refunded"],
  ["all its lines removed", { lines: [], removedLines: [removed] }, "order_refunded"],
  ["all but a digital line removed", { lines: [digital], removedLines: [removed] }, "order_refunded"],
] as const)("an order with %s: %s", (_what, change, reason) => {
  expect(noWayOut({ ...goods, ...(change as Partial<typeof goods>) })).toBe(reason);
});
