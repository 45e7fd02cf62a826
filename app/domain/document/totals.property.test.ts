import fc from "fast-check";
import { expect, test } from "vitest";
import type { SaleOrder } from "~/domain/order/order";
import { aSaleLine, aShippingLine } from "~/testing/sales";
import { documentTotals } from "./totals";

const RUNS = Number(process.env.FC_RUNS ?? 4000);
const RATES = [0, 500, 800, 1500];

type Priced = Pick<SaleOrder, "lines" | "shippingLines" | "taxesIncluded" | "tipMinor" | "totalMinor" | "currency">;
type Drawn = { quantity: number; unitMinor: number; discountPercent: number; rateBasisPoints: number; listed: boolean };

/** The tax Shopify writes on a line: rounded per line, out of the price or on top of it. */
const shopifyTax = (net: number, rate: number, included: boolean): number =>
  included ? Math.round(net - (net * 10_000) / (10_000 + rate)) : Math.round((net * rate) / 10_000);

function price(drawn: Drawn, included: boolean) {
  const originalMinor = drawn.quantity * drawn.unitMinor;
  const netMinor = originalMinor - Math.floor((originalMinor * drawn.discountPercent) / 100);
  const amountMinor = shopifyTax(netMinor, drawn.rateBasisPoints, included);
  const untaxed = drawn.rateBasisPoints === 0 && !drawn.listed;
  const taxLines = untaxed ? [] : [{ title: "IVA", rateBasisPoints: drawn.rateBasisPoints, amountMinor }];
  return { originalMinor, netMinor, taxLines, paid: netMinor + (included ? 0 : amountMinor) };
}

const sold = fc.record({
  quantity: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 12 }) }, fc.integer({ min: 1, max: 30_000 })),
  unitMinor: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 9_999_999 })),
  discountPercent: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 100 })),
  rateBasisPoints: fc.constantFrom(...RATES, 1500, 1500),
  listed: fc.boolean(),
});

const orders: fc.Arbitrary<Priced> = fc
  .record({
    goods: fc.array(sold, { minLength: 1, maxLength: 14 }),
    shipping: fc.option(sold, { nil: null }),
    taxesIncluded: fc.boolean(),
    tipMinor: fc.constantFrom(0, 0, 75),
  })
  .map(({ goods, shipping, taxesIncluded, tipMinor }) => {
    const priced = goods.map((line) => ({ line, ...price(line, taxesIncluded) }));
    const carried = shipping && { line: shipping, ...price({ ...shipping, quantity: 1 }, taxesIncluded) };
    const lines = priced.map(({ line, originalMinor, netMinor, taxLines }, index) =>
      aSaleLine({
        id: `gid://shopify/LineItem/${index}`,
        title: `Line ${index}`,
        sku: null,
        quantity: line.quantity,
        originalMinor,
        netMinor,
        taxLines,
      }),
    );
    const { originalMinor, netMinor, taxLines } = carried ?? {};
    const shippingLines = carried ? [aShippingLine({ id: "s", title: "Zone", code: "Z", originalMinor, netMinor, taxLines })] : [];
    const totalMinor = priced.reduce((sum, line) => sum + line.paid, 0) + (carried?.paid ?? 0) + tipMinor;
    return { lines, shippingLines, taxesIncluded, tipMinor, totalMinor, currency: "USD" };
  });

/** As SRI computes a line: cents, half up. */
const amount = (quantity: bigint, unitPriceMicros: bigint): bigint => (quantity * unitPriceMicros + 5_000n) / 10_000n;

/** Whether some base in whole cents gives exactly what was paid; written apart from the code it judges. */
function hasExactPair(paid: number, rate: number): boolean {
  const near = Math.round((paid * 10_000) / (10_000 + rate));
  return [near - 1, near, near + 1].some((base) => base + Number((BigInt(base) * BigInt(rate) + 5_000n) / 10_000n) === paid);
}

const add = (values: number[]): number => values.reduce((sum, value) => sum + value, 0);

function totalsOf(order: Priced) {
  const outcome = documentTotals(order, () => null);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

test(
  "whatever Shopify sells and however it rounds, the document is what the buyer paid, and its parts add up",
  () => {
    fc.assert(
      fc.property(orders, (order) => {
        const totals = totalsOf(order);
        expect(totals.totalMinor).toBe(order.totalMinor);
        expect(totals.baseMinor + totals.taxMinor + totals.tipMinor).toBe(totals.totalMinor);
        expect(add(totals.lines.map((line) => line.discountMinor))).toBe(totals.discountMinor);
        for (const group of totals.groups) {
          const lines = totals.lines.filter((line) => line.rateBasisPoints === group.rateBasisPoints);
          expect(add(lines.map((line) => line.baseMinor))).toBe(group.baseMinor);
          expect(add(lines.map((line) => line.taxMinor))).toBe(group.taxMinor);
          const exact = Number((BigInt(group.baseMinor) * BigInt(group.rateBasisPoints) + 5_000n) / 10_000n);
          if (hasExactPair(group.baseMinor + group.taxMinor, group.rateBasisPoints)) expect(group.taxMinor).toBe(exact);
          expect(Math.abs(group.taxMinor - (group.baseMinor * group.rateBasisPoints) / 10_000)).toBeLessThan(1);
        }
      }),
      { numRuns: RUNS },
    );
  },
  20_000 + RUNS,
);

test(
  "on every line quantity × unit price − discount is its base, and nothing is negative",
  () => {
    fc.assert(
      fc.property(orders, (order) => {
        for (const line of totalsOf(order).lines) {
          expect(amount(BigInt(line.quantity), line.unitPriceMicros) - BigInt(line.discountMinor)).toBe(BigInt(line.baseMinor));
          expect(Math.min(line.baseMinor, line.taxMinor, line.discountMinor, Number(line.unitPriceMicros))).toBeGreaterThanOrEqual(0);
          expect(Math.abs(line.taxMinor - (line.baseMinor * line.rateBasisPoints) / 10_000)).toBeLessThan(1);
        }
      }),
      { numRuns: RUNS },
    );
  },
  20_000 + RUNS,
);

test(
  "prices without tax and one taxed line: Shopify's figures are the document's",
  () => {
    const one = sold.filter((line) => line.unitMinor > 0 && line.discountPercent < 100).map((line) => ({ ...line, rateBasisPoints: 1500 }));
    fc.assert(
      fc.property(one, (line) => {
        const { paid, ...money } = price(line, false);
        const item = aSaleLine({ id: "l", title: "L", sku: "L", quantity: line.quantity, requiresShipping: false, ...money });
        const totals = totalsOf({ lines: [item], shippingLines: [], taxesIncluded: false, tipMinor: 0, totalMinor: paid, currency: "USD" });
        expect(totals.groups).toEqual([{ rateBasisPoints: 1500, baseMinor: money.netMinor, taxMinor: money.taxLines[0]?.amountMinor }]);
      }),
      { numRuns: RUNS },
    );
  },
  20_000 + RUNS,
);
