import { expect, test } from "vitest";
import type { SaleOrder } from "~/domain/order/order";
import { aSaleLine } from "~/testing/sales";
import { bearsPayment } from "./bearers";
import { amountDue, NOTHING_TAKEN, stillOwed, type Bearing, type Taken } from "./owed";

const coffee = aSaleLine({ id: "coffee", quantity: 2, netMinor: 2_000 });
const tea = aSaleLine({ id: "tea", netMinor: 550 });
const sale = (change: Partial<SaleOrder> = {}) =>
  ({
    ...{ currency: "USD", paymentType: "cash_on_delivery", outstandingMinor: 2_550, taxesIncluded: true },
    ...{ lines: [coffee, tea], removedLines: [], ...change },
  }) as SaleOrder;
const one = (id: string, state: Bearing["state"], change: Partial<Bearing> = {}): Bearing => ({ id, state, method: "courier", ...change });
const at = (time: string) => ({ deliveredAt: new Date(`2026-11-23T${time}Z`) });
const taken = (minor: number, byDelivery: Taken["byDelivery"] = {}): Taken => ({ minor, byDelivery });

/** What is due with each, in their order. */
const due = (siblings: Bearing[], given: { outstandingMinor?: number; taken?: Taken } = {}) =>
  siblings.map(({ id }) => amountDue(sale(given), id, { siblings, taken: given.taken ?? NOTHING_TAKEN }));

test("what a dearer exchange leaves to pay is collected with what is brought instead", () => {
  const siblings = [one("a", "delivered", at("15:00:00")), one("b", "assigned")];
  const given = { outstandingMinor: 500, taken: taken(0, { a: 2_550 }) };
  expect(bearsPayment(siblings)?.id).toBe("b");
  expect(amountDue(sale(given), "b", { siblings, taken: given.taken })).toBe(500);
});

test("what is with a courier and not yet at Shopify is not collected again", () => {
  const siblings = [one("a", "delivered", at("15:00:00")), one("b", "out_for_delivery")];
  expect(amountDue(sale(), "b", { siblings, taken: taken(2_550, { a: 2_550 }) })).toBe(0);
  expect(amountDue(sale({ outstandingMinor: 3_050 }), "b", { siblings, taken: taken(2_550, { a: 2_550 }) })).toBe(500);
});

test("two who are out at once never both have it, whoever comes first", () => {
  expect(due([one("a", "out_for_delivery"), one("b", "out_for_delivery")])).toEqual([2_550, 0]);
  expect(due([one("a", "out_for_delivery"), one("b", "delivered", at("15:00:00"))])).toEqual([2_550, 0]);
  expect(due([one("a", "cancelled"), one("b", "attempt_failed")])).toEqual([0, 2_550]);
});

test("what the one brought less is collected with the next", () => {
  const siblings = [one("a", "delivered", at("15:00:00")), one("b", "assigned")];
  expect(amountDue(sale(), "b", { siblings, taken: taken(2_000, { a: 2_000 }) })).toBe(550);
});

test("of one that is delivered it is what was due there, its own report apart", () => {
  const siblings = [one("a", "delivered", at("15:00:00"))];
  expect(amountDue(sale(), "a", { siblings, taken: taken(2_550, { a: 2_550 }) })).toBe(2_550);
  const two = [one("a", "delivered", at("15:00:00")), one("b", "delivered", at("16:00:00"))];
  expect(bearsPayment(two)?.id).toBe("b");
  expect(amountDue(sale(), "b", { siblings: two, taken: taken(2_550, { a: 2_000, b: 550 }) })).toBe(550);
});

test("nobody pays with the next delivery for what they did not take of the one before", () => {
  const refused = [{ lineId: "coffee", quantity: 1, carried: 2, reason: "damaged" as const }];
  const first = one("a", "delivered", { ...at("15:00:00"), lines: [{ lineId: "coffee", quantity: 2 }], refused });
  const siblings = [first, one("b", "assigned", { lines: [{ lineId: "tea", quantity: 1 }] })];
  expect(amountDue(sale(), "b", { siblings, taken: taken(1_550, { a: 1_550 }) })).toBe(0);
  const refunded = sale({ outstandingMinor: 1_550, lines: [{ ...coffee, quantity: 1, netMinor: 1_000 }, tea] });
  expect(stillOwed(refunded, { siblings, taken: taken(1_000, { a: 1_000 }) })).toBe(550);
});

test("an order that owes its buyer, or is paid another way, has nothing to collect", () => {
  const siblings = [one("a", "delivered", at("15:00:00")), one("b", "assigned")];
  expect(due(siblings, { outstandingMinor: -500 })[1]).toBe(0);
  expect(amountDue(sale({ paymentType: "card" }), "b", { siblings, taken: NOTHING_TAKEN })).toBe(0);
});

test("a carrier collects nothing, and what comes back leaves it to who stands", () => {
  expect(due([one("a", "assigned", { method: "carrier" }), one("b", "assigned")])).toEqual([0, 2_550]);
  expect(due([one("a", "returned"), one("b", "assigned", { method: "pickup" })])).toEqual([0, 2_550]);
});
