import { expect, test } from "vitest";
import type { DocumentTotals } from "~/domain/document/document";
import { someTotals } from "~/testing/ecuador";
import { SPANISH_WORDS } from "~/testing/tax-law";
import { creditTotals, type CreditRequest } from "./credit-totals";

const NOTHING = { lines: [], shipping: [], adjustmentMinor: 0 };
const oneCoffee = { lineId: "CAF-1", quantity: 1, netMinor: 1035, taxMinor: 135 };

function credit(refund: CreditRequest["refund"], credited: DocumentTotals[] = []) {
  const answer = creditTotals({ original: someTotals(), credited, refund, taxesIncluded: true }, SPANISH_WORDS);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}
const shown = ({ lines }: DocumentTotals) =>
  lines.map((line) => [line.code, line.quantity, line.baseMinor, ...line.taxes.map((tax) => tax.taxMinor)]);

test("a unit given back is credited at its price and its share of the discount", () => {
  const { totals } = credit({ ...NOTHING, lines: [oneCoffee] });
  expect(shown(totals)).toEqual([["CAF-1", 1, 900, 135]]);
  expect(totals).toMatchObject({ totalMinor: 1035, discountMinor: 100 });
});

test("prices without tax are given back with their tax on top", () => {
  const refund = { ...NOTHING, lines: [{ ...oneCoffee, netMinor: 900 }] };
  const answer = creditTotals({ original: someTotals(), credited: [], refund, taxesIncluded: false }, SPANISH_WORDS);
  expect(answer).toMatchObject({ ok: true, value: { totals: { totalMinor: 1035 } } });
});

test("shipping is credited in parts, and no more than there was", () => {
  const half = credit({ ...NOTHING, shipping: [{ shippingLineId: null, netMinor: 150, taxMinor: 20 }] });
  expect(shown(half.totals)).toEqual([["ENVIO", 1, 130, 20]]);
  const rest = credit({ ...NOTHING, shipping: [{ shippingLineId: "ENVIO", netMinor: 150, taxMinor: 20 }] }, [half.totals]);
  expect(shown(rest.totals)).toEqual([["ENVIO", 1, 131, 19]]);
});

test("an amount without lines goes over the original's taxes by what is left of each", () => {
  const { totals } = credit({ ...NOTHING, adjustmentMinor: 1000 });
  expect(shown(totals)).toEqual([
    ["AJUSTE", 1, 570, 85],
    ["AJUSTE", 1, 345, 0],
  ]);
  expect(totals.totalMinor).toBe(1000);
});

test("what was kept of the money lowers the lines", () => {
  const { totals } = credit({ ...NOTHING, lines: [oneCoffee], adjustmentMinor: -200 });
  expect(shown(totals)).toEqual([["CAF-1", 1, 726, 109]]);
});

test("everything takes all that is left, the tip as a line without tax", () => {
  const first = credit({ ...NOTHING, lines: [oneCoffee] });
  const { totals } = credit("everything", [first.totals]);
  expect(shown(totals)).toEqual([
    ["CAF-1", 1, 900, 135],
    ["ENVIO", 1, 261, 39],
    ["LIB-7", 1, 1250, 0],
    ["PROPINA", 1, 100, 0],
  ]);
  expect(totals.totalMinor + first.totals.totalMinor).toBe(someTotals().totalMinor);
});

test("more than was paid is credited up to what was paid, and the rest is said", () => {
  const { totals, beyondMinor } = credit({ ...NOTHING, adjustmentMinor: 5000 });
  expect([totals.totalMinor, beyondMinor]).toEqual([3720, 1280]);
});

test("where nothing is left, or nothing was given back, there is no credit", () => {
  const all = credit("everything").totals;
  const none = { ok: false, problem: { code: "nothing_to_credit" } };
  const ask = (refund: CreditRequest["refund"], credited: DocumentTotals[]) =>
    creditTotals({ original: someTotals(), credited, refund, taxesIncluded: true }, SPANISH_WORDS);
  expect(ask("everything", [all])).toEqual(none);
  expect(ask({ ...NOTHING, lines: [oneCoffee] }, [all])).toEqual(none);
  expect(ask(NOTHING, [])).toEqual(none);
});
