import { expect, test } from "vitest";
import { aSaleLine, aShippingLine } from "~/testing/sales";
import type { DeliveryMethod, FulfillmentOrder } from "./fulfillment";
import { isDeliveredAtSale, noWayOut } from "./way-out";

const line = aSaleLine();
const units = [{ lineId: line.id, quantity: 1 }];
const fulfilment = (...statuses: string[]): FulfillmentOrder[] =>
  statuses.map((status) => ({ gid: status, status, deliveryMethod: "shipping", locationGid: null, lines: units }));
const by = (deliveryMethod: DeliveryMethod) => ({ fulfillmentOrders: fulfilment("OPEN").map((one) => ({ ...one, deliveryMethod })) });
const goods = {
  lines: [line],
  removedLines: [],
  financialStatus: "PENDING",
  sourceName: "web",
  shippingLines: [],
  fulfillmentOrders: fulfilment("OPEN"),
  fulfillments: [],
};
const removed = aSaleLine({ quantity: 0 });
const digital = aSaleLine({ requiresShipping: false });
const giftCard = aSaleLine({ requiresShipping: false, isGiftCard: true });
const unopened = { fulfillmentOrders: [] };

test.each([
  ["something to ship", {}, null],
  ["one of two fulfilment orders still open", { fulfillmentOrders: fulfilment("CLOSED", "IN_PROGRESS") }, null],
  ["a fulfilment order on hold", { fulfillmentOrders: fulfilment("ON_HOLD") }, null],
  ["no fulfilment orders yet", unopened, null],
  ["something to fetch", by("pickup_in_store"), null],
  ["a part refunded", { financialStatus: "PARTIALLY_REFUNDED", removedLines: [removed] }, null],
  ["all closed and nothing sent", { fulfillmentOrders: fulfilment("CLOSED", "CANCELLED") }, "already_fulfilled"],
  ["only digital goods", { ...unopened, lines: [digital] }, "nothing_to_ship"],
  ["nothing on it", { ...unopened, lines: [] }, "nothing_to_ship"],
  ["only gift cards", { ...unopened, lines: [giftCard] }, "gift_cards_only"],
  ["a gift card and digital goods", { ...unopened, lines: [giftCard, digital] }, "nothing_to_ship"],
  ["what was sold over the counter", by("retail"), "handed_over"],
  ["a sale over the counter that nothing is routed of", { ...unopened, sourceName: "pos" }, "handed_over"],
  ["a sale at the counter that is to be sent", { ...unopened, sourceName: "pos", shippingLines: [aShippingLine()] }, null],
  ["all its money given back", { financialStatus: "REFUNDED" }, "order_refunded"],
  ["all its lines removed", { lines: [], removedLines: [removed] }, "order_refunded"],
  ["all but a digital line removed", { lines: [digital], removedLines: [removed] }, "order_refunded"],
] as const)("an order with %s: %s", (_what, change, reason) => {
  expect(noWayOut({ ...goods, ...(change as Partial<typeof goods>) })).toBe(reason);
});

test.each([
  ["digital", { ...unopened, lines: [digital] }, true],
  ["over the counter", by("retail"), true],
  ["over the counter, with more to be sent", { fulfillmentOrders: [...by("retail").fulfillmentOrders, ...fulfilment("OPEN")] }, true],
  ["to be sent", {}, false],
  ["to be sent and digital", { lines: [line, digital] }, false],
] as const)("what is %s was delivered when it was sold: %s", (_what, change, isDelivered) => {
  expect(isDeliveredAtSale({ ...goods, ...(change as Partial<typeof goods>) })).toBe(isDelivered);
});
