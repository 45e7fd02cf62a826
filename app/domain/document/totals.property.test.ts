import fc from "fast-check";
import { expect, test } from "vitest";
import { generatedOrders } from "~/testing/generated-orders";
import { aPricedOrder, aSaleLine } from "~/testing/sales";
import { EC_BOTTLE, SPANISH_WORDS } from "~/testing/tax-law";
import type { DocumentTotals } from "./document";
import { grossOf } from "./line-amounts";
import { taxKey, type LineTax } from "./tax";
import { documentTotals, type PricedOrder } from "./totals";

const RUNS = Number(process.env.FC_RUNS ?? 10_000);
const LAW = { vat: () => null, excise: () => null, bottle: EC_BOTTLE };

function totalsOf(order: PricedOrder): DocumentTotals {
  const outcome = documentTotals(order, LAW, SPANISH_WORDS);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

const add = (values: number[]): number => values.reduce((sum, value) => sum + value, 0);

/** As SRI computes a line: cents, half up. */
const amount = (quantity: bigint, unitPriceMicros: bigint): bigint => (quantity * unitPriceMicros + 5_000n) / 10_000n;

/** The tax on a base, half up, and how far an amount is from it before rounding; written apart from the code they judge. */
function expected({ tax, baseMinor }: LineTax): number {
  const [factor, divisor] = tax.kind === "per_unit" ? [tax.unitMicros, 1_000_000n] : [tax.rateBasisPoints, 10_000n];
  return Number((2n * BigInt(baseMinor) * BigInt(factor) + divisor) / (2n * divisor));
}
const gap = ({ tax, baseMinor, taxMinor }: LineTax): number =>
  tax.kind === "per_unit" ? 0 : Math.abs(Number(BigInt(taxMinor) * 10_000n - BigInt(baseMinor) * BigInt(tax.rateBasisPoints))) / 10_000;
const growth = ({ tax }: LineTax): number => (tax.kind === "per_unit" ? 1 : 1 + tax.rateBasisPoints / 10_000);

/** Whether some base in whole cents gives exactly what was paid. */
function hasExactPair({ tax, baseMinor, taxMinor }: LineTax): boolean {
  const near = Math.round((baseMinor + taxMinor) / growth({ tax, baseMinor, taxMinor }));
  return [near - 1, near, near + 1].some((base) => base + expected({ tax, baseMinor: base, taxMinor: 0 }) === baseMinor + taxMinor);
}

const property = (name: string, holds: (totals: DocumentTotals, order: PricedOrder) => void) =>
  test(
    name,
    () => {
      fc.assert(
        fc.property(generatedOrders, (order) => holds(totalsOf(order), order)),
        { numRuns: RUNS },
      );
    },
    30_000 + 2 * RUNS,
  );

property("whatever Shopify sells and however it rounds, the document is what the buyer paid, and its parts add up", (totals, order) => {
  expect(totals.totalMinor).toBe(order.totalMinor);
  expect(totals.baseMinor + totals.taxMinor + totals.tipMinor).toBe(totals.totalMinor);
  expect(add(totals.lines.map((line) => line.discountMinor))).toBe(totals.discountMinor);
  expect(add(totals.lines.map((line) => line.baseMinor))).toBe(totals.baseMinor);
  for (const group of totals.groups) {
    const levied = totals.lines.flatMap((line) => line.taxes.filter(({ tax }) => taxKey(tax) === taxKey(group.tax)));
    expect(add(levied.map((tax) => tax.baseMinor))).toBe(group.baseMinor);
    expect(add(levied.map((tax) => tax.taxMinor))).toBe(group.taxMinor);
  }
});

property("every line is what Shopify charged for it", (totals, order) => {
  for (const line of totals.lines) {
    const { kind, id } = line.ref;
    const sold = kind === "line" ? order.lines.find((each) => each.id === id) : kind === "shipping" ? order.shippingLines[0] : undefined;
    const charged = kind === "duties" ? order.dutiesMinor : order.additionalFeesMinor;
    const untaxed = order.taxesIncluded ? 0 : add((sold?.taxLines ?? []).map((tax) => tax.amountMinor));
    expect(grossOf(line)).toBe(sold ? sold.netMinor + untaxed : charged);
  }
});

property("a tax is the tax on the sum of its bases where cents allow it, else less than a cent away", (totals) => {
  const isMixed = totals.groups.some(({ tax }) => tax.kind !== "vat");
  for (const group of totals.groups) {
    if (group.tax.kind === "excise") expect(gap(group)).toBeLessThanOrEqual(growth(group) / 2);
    else if (group.tax.kind === "per_unit" || (hasExactPair(group) && !isMixed)) expect(group.taxMinor).toBe(expected(group));
    else expect(gap(group)).toBeLessThan(1);
  }
});

property("on every line quantity × unit price − discount is its base, excise lies in the VAT's, and nothing is negative", ({ lines }) => {
  for (const line of lines) {
    expect(amount(BigInt(line.quantity), line.unitPriceMicros) - BigInt(line.discountMinor)).toBe(BigInt(line.baseMinor));
    const [vat, ...others] = line.taxes;
    const excise = others.find(({ tax }) => tax.kind === "excise");
    expect(vat?.baseMinor).toBe(line.baseMinor + (excise?.taxMinor ?? 0));
    expect(Math.min(line.baseMinor, line.discountMinor, Number(line.unitPriceMicros))).toBeGreaterThanOrEqual(0);
    for (const tax of line.taxes) {
      expect(Math.min(tax.baseMinor, tax.taxMinor)).toBeGreaterThanOrEqual(0);
      expect(gap(tax)).toBeLessThan(growth(tax));
    }
  }
});

test("Shopify's own base and tax stay untouched where they agree with the rate", () => {
  const order = (netMinor: number, taxMinor: number) =>
    aPricedOrder({
      lines: [aSaleLine({ netMinor, taxLines: [{ title: "IVA", rateBasisPoints: 1500, amountMinor: taxMinor }] })],
      taxesIncluded: false,
      totalMinor: netMinor + taxMinor,
    });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_999 }), (netMinor) => {
      const taxMinor = Math.round((netMinor * 1500) / 10_000);
      const [group] = totalsOf(order(netMinor, taxMinor)).groups;
      expect(group).toMatchObject({ baseMinor: netMinor, taxMinor });
    }),
    { numRuns: RUNS },
  );
});
