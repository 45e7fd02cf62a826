import fc from "fast-check";
import { expect, test } from "vitest";
import type { DocumentTotals } from "~/domain/document/document";
import { shareOfDelivery } from "~/domain/document/split-by-delivery";
import { documentTotals, type PricedOrder } from "~/domain/document/totals";
import { generatedOrders } from "~/testing/generated-orders";
import { EC_BOTTLE, SPANISH_WORDS } from "~/testing/tax-law";
import { carriedBy } from "./carried";
import { dueAfterRefusal, worthRefused } from "./refusal";

const RUNS = Number(process.env.FC_RUNS ?? 2_000);

function totalsOf(order: PricedOrder): DocumentTotals {
  const outcome = documentTotals(order, { vat: () => null, excise: () => null, bottle: EC_BOTTLE }, SPANISH_WORDS);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

/** So many percent of each line's units, as drawn. */
const refusedOf = ({ lines }: PricedOrder, cuts: readonly number[]) =>
  lines
    .map(({ id: lineId, quantity }, at) => ({ lineId, quantity: Math.floor((quantity * (cuts[at % cuts.length] ?? 0)) / 100) }))
    .filter(({ quantity }) => quantity > 0);

test(
  "whatever is refused: what was taken and what was not come to the whole, on the invoices and at the door, and the door asks for what the invoice says",
  () => {
    fc.assert(
      fc.property(generatedOrders, fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }), (order, cuts) => {
        const whole = totalsOf(order);
        const refused = refusedOf(order, cuts);
        const worth = worthRefused(carriedBy([], order), refused);
        const due = dueAfterRefusal(order.totalMinor, worth);
        expect(due + worth).toBe(order.totalMinor);
        const accepted = shareOfDelivery(whole, { carries: [], others: [refused], earlier: [] });
        const rest = shareOfDelivery(whole, { carries: [], others: [], earlier: accepted ? [accepted] : [] });
        expect((accepted?.totalMinor ?? 0) + (rest?.totalMinor ?? 0)).toBe(whole.totalMinor);
        expect(accepted?.totalMinor ?? 0).toBe(due);
      }),
      { numRuns: RUNS },
    );
  },
  30_000 + 10 * RUNS,
);
