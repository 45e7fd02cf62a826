import fc from "fast-check";
import { expect, test } from "vitest";
import { generatedOrders } from "~/testing/generated-orders";
import { EC_BOTTLE, SPANISH_WORDS } from "~/testing/tax-law";
import type { DocumentTotals } from "./document";
import { grossOf, refKey, taxGroups } from "./line-amounts";
import { splitByDelivery, type DeliveryPart } from "./split-by-delivery";
import { documentTotals, type PricedOrder } from "./totals";

const RUNS = Number(process.env.FC_RUNS ?? 3_000);

const add = (values: number[]): number => values.reduce((sum, value) => sum + value, 0);

function totalsOf(order: PricedOrder): DocumentTotals {
  const outcome = documentTotals(order, { vat: () => null, excise: () => null, bottle: EC_BOTTLE }, SPANISH_WORDS);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

/** Every line's units over the deliveries, as drawn; a delivery that would carry nothing is none. */
function deliveriesOf(order: PricedOrder, cuts: readonly number[]): DeliveryPart[] {
  const parts: { lineId: string; quantity: number }[][] = [[], [], []];
  order.lines.forEach((line, index) => {
    const first = Math.floor((line.quantity * (cuts[(2 * index) % cuts.length] ?? 0)) / 100);
    const second = Math.floor(((line.quantity - first) * (cuts[(2 * index + 1) % cuts.length] ?? 0)) / 100);
    [first, second, line.quantity - first - second].forEach((quantity, at) => parts[at]?.push({ lineId: line.id, quantity }));
  });
  const carrying = parts.map((part) => part.filter(({ quantity }) => quantity > 0)).filter((part) => part.length > 0);
  return carrying;
}

test(
  "the deliveries' documents add up to the order's, line by line and tax by tax, and each has its taxes at their rates",
  () => {
    fc.assert(
      fc.property(generatedOrders, fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 5 }), (order, cuts) => {
        const whole = totalsOf(order);
        const parts = splitByDelivery(whole, deliveriesOf(order, cuts));
        const lines = parts.flatMap((part) => part.lines);
        expect(taxGroups(lines)).toEqual(whole.groups);
        expect(add(parts.map((part) => part.totalMinor))).toBe(whole.totalMinor);
        expect(add(parts.map((part) => part.discountMinor))).toBeGreaterThanOrEqual(whole.discountMinor - whole.lines.length);
        for (const line of whole.lines) {
          const own = lines.filter((each) => refKey(each.ref) === refKey(line.ref));
          expect(add(own.map(grossOf))).toBe(grossOf(line));
          expect(add(own.map(({ quantity }) => quantity))).toBe(line.quantity);
        }
        const isPlain = whole.groups.every(({ tax }) => tax.kind === "vat");
        for (const part of parts) {
          for (const { tax, baseMinor, taxMinor } of part.groups)
            if (isPlain && tax.kind === "vat")
              expect(Math.abs(taxMinor - (baseMinor * tax.rateBasisPoints) / 10_000)).toBeLessThanOrEqual(1.1501);
        }
      }),
      { numRuns: RUNS },
    );
  },
  30_000 + 4 * RUNS,
);
