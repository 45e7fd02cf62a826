import { expect, test } from "vitest";
import { invoiceSubject } from "./invoice-per";

const facts = {
  orderId: "order",
  deliveryId: "d1",
  known: [],
  isBeyond: false,
  rule: "delivery",
  isPrepaid: false,
  deliveries: 2,
} as const;

test.each([
  ["the setting's delivery", {}, "d1"],
  ["the order by the setting", { rule: "order" }, "order"],
  ["the order that was paid before", { isPrepaid: true }, "order"],
  ["the order of one delivery", { deliveries: 1 }, "order"],
  ["the order when it is paid", { deliveryId: null }, "order"],
  ["the order that has its invoice", { known: ["order"] }, "order"],
  ["the next delivery of an order that grew after its invoice", { known: ["order"], isBeyond: true }, "d1"],
  ["nothing when what such an order grew by is paid", { known: ["order"], isBeyond: true, deliveryId: null }, null],
  ["the next delivery although the setting changed, or the rest was paid", { known: ["d0"], rule: "order", isPrepaid: true }, "d1"],
  ["nothing when the rest of such an order is paid", { known: ["d0"], deliveryId: null }, null],
] as const)("an invoice is for %s", (_what, change, subject) => {
  expect(invoiceSubject({ ...facts, ...change })).toBe(subject);
});
