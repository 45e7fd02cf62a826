import fc from "fast-check";
import { expect, test } from "vitest";
import type { DocumentTotals } from "~/domain/document/document";
import { grossOf, refKey } from "~/domain/document/line-amounts";
import { taxKey, type TaxGroup } from "~/domain/document/tax";
import { documentTotals, type PricedOrder } from "~/domain/document/totals";
import type { Refund } from "~/domain/order/refund";
import { generatedOrders } from "~/testing/generated-orders";
import { EC_BOTTLE, SPANISH_WORDS } from "~/testing/tax-law";
import { creditTotals } from "./credit-totals";

const RUNS = Number(process.env.FC_RUNS ?? 3_000);
const LAW = { vat: () => null, excise: () => null, bottle: EC_BOTTLE };

type Step = { picks: number[]; shippingPercent: number; adjustmentMinor: number };
type Given = Pick<Refund, "lines" | "shipping" | "adjustmentMinor">;

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    picks: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }),
    shippingPercent: fc.constantFrom(0, 0, 40, 100),
    adjustmentMinor: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: -3000, max: 3000 })),
  }),
  { maxLength: 5 },
);

/** Refunds as Shopify makes them: each rounded by itself, units no more than there are. */
function refundsOf(order: PricedOrder, drawn: readonly Step[]): Given[] {
  const left = order.lines.map((line) => line.quantity);
  const share = (amount: number, part: number, whole: number) => Math.round((amount * part) / whole);
  return drawn.map(({ picks, shippingPercent, adjustmentMinor }) => ({
    lines: order.lines.flatMap((line, index) => {
      const quantity = Math.min(left[index] ?? 0, Math.ceil(((picks[index % picks.length] ?? 0) * line.quantity) / 100));
      if (quantity === 0) return [];
      left[index] = (left[index] ?? 0) - quantity;
      const taxMinor = line.taxLines.reduce((sum, tax) => sum + share(tax.amountMinor, quantity, line.quantity), 0);
      return [{ lineId: line.id, quantity, netMinor: share(line.netMinor, quantity, line.quantity), taxMinor }];
    }),
    shipping: order.shippingLines.map((line) => ({
      shippingLineId: null,
      netMinor: share(line.netMinor, shippingPercent, 100),
      taxMinor: line.taxLines.reduce((sum, tax) => sum + share(tax.amountMinor, shippingPercent, 100), 0),
    })),
    adjustmentMinor,
  }));
}

function creditsOf(order: PricedOrder, refunds: readonly Given[]) {
  const outcome = documentTotals(order, LAW, SPANISH_WORDS);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  const original = outcome.value;
  const credits: DocumentTotals[] = [];
  const credit = (refund: Given | "everything") => {
    const answer = creditTotals({ original, credited: credits, refund, taxesIncluded: order.taxesIncluded }, SPANISH_WORDS);
    if (answer.ok) credits.push(answer.value.totals);
  };
  refunds.forEach(credit);
  return { original, credits, credit };
}

const add = (values: number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Taxes by key, less the tip, which is a line of a credit and none of an invoice. */
function byTax(documents: readonly DocumentTotals[]): Record<string, [base: number, tax: number]> {
  const sums: Record<string, [number, number]> = {};
  for (const { tax, baseMinor, taxMinor } of documents.flatMap(({ lines }) =>
    lines.filter(({ ref }) => ref.kind !== "tip").flatMap((line) => line.taxes),
  )) {
    const [base, amount] = sums[taxKey(tax)] ?? [0, 0];
    sums[taxKey(tax)] = [base + baseMinor, amount + taxMinor];
  }
  return Object.fromEntries(Object.entries(sums).filter(([, [base, amount]]) => base !== 0 || amount !== 0));
}

const gap = ({ tax, baseMinor, taxMinor }: TaxGroup): number =>
  tax.kind === "per_unit" ? 0 : Math.abs(Number(BigInt(taxMinor) * 10_000n - BigInt(baseMinor) * BigInt(tax.rateBasisPoints))) / 10_000;

const property = (name: string, holds: (order: PricedOrder, refunds: Given[]) => void) =>
  test(
    name,
    () => {
      fc.assert(
        fc.property(generatedOrders, steps, (order, drawn) => holds(order, refundsOf(order, drawn))),
        { numRuns: RUNS },
      );
    },
    30_000 + 4 * RUNS,
  );

property("any refunds and then everything else add up to the original, to the cent and tax by tax", (order, refunds) => {
  const { original, credits, credit } = creditsOf(order, refunds);
  credit("everything");
  expect(add(credits.map((each) => each.totalMinor))).toBe(original.totalMinor);
  expect(byTax(credits)).toEqual(byTax([original]));
  expect(add(credits.flatMap(({ lines }) => lines.filter(({ ref }) => ref.kind === "tip").map(grossOf)))).toBe(original.tipMinor);
});

property("so do they when the last one is a refund of what Shopify has left, money included", (order, refunds) => {
  const { original, credits, credit } = creditsOf(order, refunds);
  const paid = add(credits.map((each) => each.totalMinor));
  const [last = { lines: [], shipping: [], adjustmentMinor: 0 }] = refundsOf(order, [
    { picks: [100, 100, 100], shippingPercent: 100, adjustmentMinor: 0 },
  ]);
  const given = add([...last.lines, ...last.shipping].map((part) => part.netMinor + (order.taxesIncluded ? 0 : part.taxMinor)));
  credit({ ...last, adjustmentMinor: original.totalMinor - paid - given });
  expect(byTax(credits)).toEqual(byTax([original]));
});

property("no credit takes more than is left, of any line, tax or the whole", (order, refunds) => {
  const { original, credits } = creditsOf(order, refunds);
  expect(add(credits.map((each) => each.totalMinor))).toBeLessThanOrEqual(original.totalMinor);
  const [given, sold] = [byTax(credits), byTax([original])];
  for (const [key, [base, tax]] of Object.entries(given)) {
    expect(base).toBeLessThanOrEqual(sold[key]?.[0] ?? 0);
    expect(tax).toBeLessThanOrEqual(sold[key]?.[1] ?? 0);
  }
  for (const line of original.lines) {
    const taken = credits.flatMap((each) => each.lines.filter(({ ref }) => refKey(ref) === refKey(line.ref)));
    expect(add(taken.map(grossOf))).toBeLessThanOrEqual(grossOf(line));
    if (line.ref.kind === "line") expect(add(taken.map(({ quantity }) => quantity))).toBeLessThanOrEqual(line.quantity);
  }
});

property("each credit adds up, its taxes nearest to their rates", (order, refunds) => {
  const { original, credits, credit } = creditsOf(order, refunds);
  credit("everything");
  // Where a rate is shared by things with and without excise, each of the two kinds has to add up too, and a cent more may go.
  const mostOff = original.groups.every(({ tax }) => tax.kind === "vat") ? 1.15 : 2;
  for (const totals of credits) {
    expect(totals.totalMinor).toBe(totals.baseMinor + totals.taxMinor);
    expect(add(totals.lines.map((line) => line.baseMinor))).toBe(totals.baseMinor);
    for (const group of totals.groups) if (group.tax.kind === "vat") expect(gap(group)).toBeLessThanOrEqual(mostOff);
    for (const line of totals.lines) {
      const amount = (BigInt(line.quantity) * line.unitPriceMicros + 5_000n) / 10_000n;
      expect(amount - BigInt(line.discountMinor)).toBe(BigInt(line.baseMinor));
      expect(Math.min(line.baseMinor, line.discountMinor, ...line.taxes.map(({ taxMinor }) => taxMinor))).toBeGreaterThanOrEqual(0);
    }
  }
});

property("where nothing was kept or given beside the lines, a credit is what Shopify gave back", (order, refunds) => {
  const plain = refunds.map((refund) => ({ ...refund, adjustmentMinor: 0 })).slice(0, 1);
  const { original, credits } = creditsOf(order, plain);
  const given = add(
    plain
      .flatMap(({ lines, shipping }) => [...lines, ...shipping])
      .map((part) => part.netMinor + (order.taxesIncluded ? 0 : part.taxMinor)),
  );
  const credited = add(credits.map((each) => each.totalMinor));
  if (credited !== original.totalMinor) expect(Math.abs(credited - given)).toBeLessThanOrEqual(order.lines.length + 1);
});
