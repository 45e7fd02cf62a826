import fc from "fast-check";
import { expect, test } from "vitest";
import type { AppConfig } from "../app-config.ts";
import type { Core } from "./core.ts";
import type { Draft } from "./draft.ts";
import { editOrder } from "./edit-order.ts";
import { markAsPaid } from "./pay.ts";
import { outstandingOf, receivedOf, refundedOf } from "./payment.ts";
import { placeOrder } from "./place-order.ts";
import { everythingLeft, nothing, refund } from "./refund.ts";
import type { EditStep } from "./edit-state.ts";
import type { Order } from "./order-state.ts";
import type { Shop } from "./state.ts";
import { currentShippingNet, currentSums, discountOfLine, lineTax, placedSums, shippingTax, taxesByRate } from "./totals.ts";
import { Refusal } from "./core.ts";
import { createWorld } from "./world.ts";

const RUNS = { numRuns: Number(process.env.FC_RUNS ?? 1000) };
const add = (amounts: number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
const price = fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 50_000 }));
const line = fc
  .record({
    quantity: fc.integer({ min: 1, max: 9 }),
    unitPrice: price,
    rate: fc.constantFrom(0, 500, 800, 1300, 1500),
    ownDiscount: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 3000 })),
  })
  .map(({ rate, ownDiscount, ...one }) => ({
    ...one,
    title: "x",
    sku: null,
    taxable: rate > 0,
    taxRateBasisPoints: rate,
    ownDiscount: Math.min(ownDiscount, one.quantity * one.unitPrice),
  }));
const drafts = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 6 }),
  discount: fc.oneof(
    fc.constant(null),
    fc.record({ amount: price }),
    fc.record({ percentage: fc.constantFrom("5", "10", "33.33", "100") }),
  ),
  shipping: fc.option(
    price.map((cents) => ({ title: "Zone", code: "z", price: cents, source: "BIM" })),
    { nil: null },
  ),
  payment: fc.constantFrom("card" as const, "transfer" as const, "cash" as const),
  taxesIncluded: fc.boolean(),
  extras: fc.record({
    freeShipping: fc.boolean(),
    tip: fc.constantFrom(0, 0, 150),
    duties: fc.constantFrom(0, 0, 725),
    fees: fc.array(fc.constant({ name: "Bag", price: 10 }), { maxLength: 1 }),
    giftCard: fc.constantFrom(0, 0, 500),
  }),
});
const some = fc.nat(1000);
const steps = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant("refund" as const),
      line: some,
      quantity: some,
      shipping: fc.boolean(),
      more: fc.integer({ min: -40, max: 40 }),
    }),
    fc.record({ do: fc.constant("quantity" as const), line: some, quantity: fc.nat(12) }),
    fc.record({ do: fc.constant("add" as const), price, quantity: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ do: fc.constant("shipping" as const), price }),
    fc.record({ do: fc.constant("pay" as const) }),
  ),
  { maxLength: 6 },
);
type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never;

function aCore(): { core: Core; shop: Shop } {
  const now = () => new Date("2026-11-23T15:00:00Z");
  const world = createWorld({ now, realNow: now, saved: null, onChange: () => undefined });
  const config: AppConfig = {
    clientId: "",
    name: "",
    handle: "",
    scopes: [],
    apiVersion: "",
    subscriptions: [],
    orderMetafields: [],
    functions: new Map(),
  };
  return { core: { world, config, emit: () => [] }, shop: world.state.shops[0]! };
}

const aDraft = (drawn: Omit<Draft, "customer" | "shippingAddress" | "locale" | "note" | "customAttributes" | "cartMetafields">): Draft => ({
  ...drawn,
  customer: { firstName: "A", lastName: "B", email: "a@example.com", phone: null },
  shippingAddress: null,
  locale: "es",
  note: null,
  customAttributes: [],
  cartMetafields: [],
});

/** What Shopify would refuse changes nothing; anything else thrown is a fault. */
function attempt(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function perform(core: Core, shop: Shop, order: Order, step: Step): void {
  const edit = (one: EditStep) =>
    attempt(() => editOrder(core, shop, order, { steps: [one], shippingAddress: null, note: null, email: null }));
  const target = "line" in step ? order.lines[step.line % order.lines.length]! : order.lines[0]!;
  switch (step.do) {
    case "pay":
      return attempt(() => markAsPaid(core, shop, order));
    case "quantity":
      return edit({ kind: "quantity", lineId: target.id, quantity: step.quantity, restock: true });
    case "add":
      return edit({
        kind: "add_line",
        id: core.world.newId(),
        title: "y",
        sku: null,
        quantity: step.quantity,
        price: step.price,
        taxRateBasisPoints: 1500,
        requiresShipping: true,
      });
    case "shipping":
      return edit({ kind: "add_shipping", id: core.world.newId(), title: "More", price: step.price });
    case "refund": {
      const quantity = target.currentQuantity === 0 ? 0 : 1 + (step.quantity % target.currentQuantity);
      const wish = { ...nothing, lines: quantity > 0 ? [{ line: target, quantity }] : [], shipping: step.shipping };
      return attempt(() => refund(core, shop, order, { ...wish, amount: step.more > 0 ? step.more : null }));
    }
  }
}

/** What refund records say was taken off, with its tax where prices don't include it. */
function takenOff(order: Order): number {
  const parts = order.refunds.flatMap((one) => [...one.lines, ...one.shipping]);
  const duties = add(order.refunds.map((one) => one.duties));
  const beyond = add(order.refunds.map((one) => one.adjustment?.amount ?? 0));
  return add(parts.map((part) => part.subtotal + (order.taxesIncluded ? 0 : part.tax))) + duties + beyond;
}

test("a placed order's total is its lines less discounts, with shipping, tax, duties, fees and tip", () => {
  fc.assert(
    fc.property(drafts, (drawn) => {
      const { core, shop } = aCore();
      const { order } = placeOrder(core, shop, aDraft(drawn));
      const sums = placedSums(order);
      const listed = add(drawn.lines.map((one) => one.unitPrice * one.quantity));
      const taxes = add(order.lines.map((one) => lineTax(one, one.unitPrice * one.quantity - discountOfLine(one), order)));
      const carried = drawn.shipping && !drawn.extras.freeShipping ? drawn.shipping.price : 0;
      const tax = taxes + add(order.shippingLines.map((one) => shippingTax(one, order, carried)));
      const { tip, duties, fees } = drawn.extras;
      expect(sums.total).toBe(
        listed -
          add(order.lines.map(discountOfLine)) +
          carried +
          (drawn.taxesIncluded ? 0 : tax) +
          duties +
          add(fees.map((fee) => fee.price)) +
          tip,
      );
      expect(sums.subtotal + sums.discounts).toBe(listed);
      expect(add(taxesByRate(order, "placed").map((one) => one.tax))).toBe(sums.tax);
      expect(currentSums(order)).toEqual(sums);
      expect(receivedOf(order)).toBe(drawn.payment === "transfer" ? Math.min(drawn.extras.giftCard, sums.total) : sums.total);
    }),
    RUNS,
  );
});

test("after any refunds and edits the current total is what was ordered less what the records took off", () => {
  fc.assert(
    fc.property(drafts, steps, (drawn, moves) => {
      const { core, shop } = aCore();
      const { order } = placeOrder(core, shop, aDraft(drawn));
      for (const step of moves) perform(core, shop, order, step);
      const current = currentSums(order);
      expect(current.total).toBe(placedSums(order).total - takenOff(order));
      expect(order.lines.every((one) => one.currentQuantity >= 0 && one.currentQuantity <= one.quantity)).toBe(true);
      expect(order.shippingLines.every((one) => currentShippingNet(one) >= 0)).toBe(true);
      expect(outstandingOf(order)).toBe(current.total - receivedOf(order) + refundedOf(order));
      const open = add(order.fulfillmentOrders.flatMap((one) => one.lines).map((part) => part.remaining));
      expect(open).toBe(add(order.lines.filter((one) => !one.isTip).map((one) => one.currentQuantity)));
    }),
    RUNS,
  );
});

test("a paid order refunded bit by bit and then whole leaves nothing, and gives back what was received", () => {
  fc.assert(
    fc.property(drafts, steps, (drawn, moves) => {
      const { core, shop } = aCore();
      const { order } = placeOrder(core, shop, aDraft({ ...drawn, payment: "card" }));
      fc.pre(receivedOf(order) > 0);
      for (const step of moves.filter((one) => one.do === "refund" && one.more <= 0)) perform(core, shop, order, step);
      if (receivedOf(order) > refundedOf(order)) refund(core, shop, order, everythingLeft(order));
      expect(refundedOf(order)).toBe(receivedOf(order));
      expect(currentSums(order).total).toBe(0);
    }),
    RUNS,
  );
});
