import { expect, test } from "vitest";
import type { OrderLine, TaxCategory } from "~/domain/order/order";
import { aPricedOrder, aSaleLine, aShippingLine } from "~/testing/sales";
import { EC_BOTTLE, SPANISH_WORDS } from "~/testing/tax-law";
import { ratedAt } from "./tax";
import type { TaxLaw } from "./tax-law";
import { documentTotals, type PricedOrder } from "./totals";

const iva = (amountMinor: number, rateBasisPoints = 1500) => [{ title: "IVA", rateBasisPoints, amountMinor }];
const aLine = aSaleLine;
const shipping = aShippingLine;
const anyTax: TaxLaw = { vat: () => null, excise: () => null, bottle: EC_BOTTLE };
const totals = (order: Partial<PricedOrder>) => {
  const outcome = documentTotals(aPricedOrder(order), anyTax, SPANISH_WORDS);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
};
const problem = (order: Partial<PricedOrder>) => {
  const outcome = documentTotals(aPricedOrder(order), anyTax, SPANISH_WORDS);
  return outcome.ok ? null : outcome.problem;
};

test("takes Shopify's own base and tax when they agree with the rate", () => {
  const { groups, lines } = totals({ lines: [aLine({ netMinor: 1150, taxLines: iva(150) })], totalMinor: 1150 });
  expect(groups).toEqual([{ tax: ratedAt(1500), baseMinor: 1000, taxMinor: 150 }]);
  expect(lines[0]).toMatchObject({ unitPriceMicros: 10_000_000n, discountMinor: 0, baseMinor: 1000 });
});

test("moves the base by a cent when line-rounded taxes don't add up to the tax on the sum", () => {
  // Three lines of 0.10 + 0.02 tax each: 0.30 × 15 % is 0.05, not 0.06; 0.31 + 0.05 is what was paid.
  const lines = [1, 2, 3].map(() => aLine({ netMinor: 10, taxLines: iva(2) }));
  const result = totals({ lines, taxesIncluded: false, totalMinor: 36 });
  expect(result.groups).toEqual([{ tax: ratedAt(1500), baseMinor: 31, taxMinor: 5 }]);
  expect(result.lines.map((line) => line.baseMinor)).toEqual([10, 10, 11]);
});

test("10.00 with 15 % in it has no exact pair: 8.70 + 1.30, half a cent off the rate, keeps the total", () => {
  const result = totals({ lines: [aLine({ netMinor: 1000, taxLines: iva(130) })], totalMinor: 1000 });
  expect(result.groups).toEqual([{ tax: ratedAt(1500), baseMinor: 870, taxMinor: 130 }]);
});

test("shows a tax-included discount without its tax and keeps the unit price of before", () => {
  const line = aLine({ quantity: 2, originalMinor: 2300, netMinor: 2070, taxLines: iva(270) });
  expect(totals({ lines: [line], totalMinor: 2070 }).lines[0]).toMatchObject({
    unitPriceMicros: 10_000_000n,
    discountMinor: 200,
    baseMinor: 1800,
  });
});

test("free shipping is a line whose discount is its price", () => {
  const order = {
    lines: [aLine({ netMinor: 1150, taxLines: iva(150) })],
    shippingLines: [shipping({ originalMinor: 345, netMinor: 0, taxLines: iva(0) })],
  };
  expect(totals({ ...order, totalMinor: 1150 }).lines[1]).toMatchObject({ code: "ENVIO", discountMinor: 300, baseMinor: 0 });
});

test("untaxed lines are a group at 0 %, after the taxed ones", () => {
  const lines = [aLine({ netMinor: 500 }), aLine({ netMinor: 1150, taxLines: iva(150) })];
  expect(totals({ lines, totalMinor: 1650 }).groups.map((group) => group.tax)).toEqual([ratedAt(1500), ratedAt(0)]);
});

test("lines edited away and shipping that costs nothing are not on the document", () => {
  const lines = [aLine({ quantity: 0, originalMinor: 0, netMinor: 0 }), aLine({ sku: null, netMinor: 500 })];
  const result = totals({ lines, shippingLines: [shipping({ netMinor: 0 })], totalMinor: 500 });
  expect(result.lines.map((line) => line.code)).toEqual(["7"]);
});

test("a tip is added to the total, untaxed", () => {
  expect(totals({ lines: [aLine({ netMinor: 500 })], tipMinor: 50, totalMinor: 550 })).toMatchObject({
    tipMinor: 50,
    baseMinor: 500,
    totalMinor: 550,
  });
});

test("twenty thousand cheap units still multiply to the line's base", () => {
  const [line] = totals({ lines: [aLine({ quantity: 20_000, netMinor: 33_333 })], totalMinor: 33_333 }).lines;
  expect(line).toMatchObject({ unitPriceMicros: 16_667n, discountMinor: 1 });
});

test("holds an order whose total is another one, and says both", () => {
  expect(problem({ lines: [aLine({ netMinor: 500 })], totalMinor: 501 })).toEqual({
    code: "totals_differ",
    params: { document: "5.00", order: "5.01" },
  });
});

test("holds empty orders, and taxes that don't belong to their rate", () => {
  expect(problem({})).toEqual({ code: "nothing_to_invoice" });
  expect(problem({ lines: [aLine({ netMinor: 10_000, taxLines: iva(1000) })], totalMinor: 10_000 })).toEqual({
    code: "totals_cannot_be_reproduced",
  });
  expect(problem({ lines: [aLine({ netMinor: 101, taxLines: iva(13) })], taxesIncluded: false, totalMinor: 114 })).toEqual({
    code: "totals_cannot_be_reproduced",
  });
});

test("holds a line with two different taxes on it, and what the country's law doesn't know", () => {
  const twice = [...iva(120, 1200), ...iva(30, 300)];
  expect(problem({ lines: [aLine({ taxLines: twice })], totalMinor: 1000 })).toEqual({
    code: "tax_rate_unknown",
    params: { rate: "12 + 3" },
  });
  const law: TaxLaw = { ...anyTax, vat: (rate) => ({ code: "no", params: { rate } }) };
  const refused = documentTotals(aPricedOrder({ lines: [aLine({ netMinor: 1000 })], totalMinor: 1000 }), law, SPANISH_WORDS);
  expect(refused).toEqual({ ok: false, problem: { code: "no", params: { rate: 0 } } });
});

const inCategory = (taxCategory: TaxCategory, line: Partial<OrderLine>) => aLine({ taxCategory, ...line });
const perfume = { code: "3610", rateBasisPoints: 2000 };

test("exempt and not subject are groups of their own, and a tax charged on them holds the order", () => {
  const lines = [
    inCategory({ vat: "not_subject" }, { netMinor: 300 }),
    inCategory({ vat: "exempt" }, { netMinor: 200 }),
    aLine({ netMinor: 115, taxLines: iva(15) }),
  ];
  expect(totals({ lines, totalMinor: 615 }).groups).toEqual([
    { tax: ratedAt(1500), baseMinor: 100, taxMinor: 15 },
    { tax: { kind: "vat", treatment: "not_subject", rateBasisPoints: 0 }, baseMinor: 300, taxMinor: 0 },
    { tax: { kind: "vat", treatment: "exempt", rateBasisPoints: 0 }, baseMinor: 200, taxMinor: 0 },
  ]);
  expect(problem({ lines: [inCategory({ vat: "exempt" }, { netMinor: 115, taxLines: iva(15) })], totalMinor: 115 })).toEqual({
    code: "tax_category_differs",
    params: { line: "Café", category: "exempt", rate: "15" },
  });
});

test("a line charged at another rate than its category's holds the document with both; what costs nothing bears no tax", () => {
  const at15 = { vat: "rated", rateBasisPoints: 1500 } as const;
  expect(problem({ lines: [inCategory(at15, { netMinor: 100 })], totalMinor: 100 })).toEqual({
    code: "tax_category_differs",
    params: { line: "Café", category: "iva:15", rate: "0" },
  });
  const lines = [inCategory(at15, { netMinor: 115, taxLines: iva(15) }), inCategory(at15, { netMinor: 0 })];
  expect(totals({ lines, totalMinor: 115 }).taxMinor).toBe(15);
});

test("an excise lies in the price and in the other tax's base: 13.80 are 10.00 + 2.00 + 1.80", () => {
  const line = inCategory({ vat: "rated", excise: perfume }, { netMinor: 1380, taxLines: iva(180) });
  const { lines, groups } = totals({ lines: [line], totalMinor: 1380 });
  expect(lines[0]).toMatchObject({ baseMinor: 1000, unitPriceMicros: 10_000_000n });
  expect(groups).toEqual([
    { tax: ratedAt(1500), baseMinor: 1200, taxMinor: 180 },
    { tax: { kind: "excise", ...perfume }, baseMinor: 1000, taxMinor: 200 },
  ]);
});

test("an excise that Shopify charged beside the other tax is put under it, the price paid staying the same", () => {
  const taxLines = [{ title: "ICE", rateBasisPoints: 2000, amountMinor: 200 }, ...iva(150)];
  const line = inCategory({ vat: "rated", excise: perfume }, { netMinor: 1000, taxLines });
  const { groups, totalMinor } = totals({ lines: [line], taxesIncluded: false, totalMinor: 1350 });
  expect(groups.map(({ baseMinor, taxMinor }) => [baseMinor, taxMinor])).toEqual([
    [1174, 176],
    [978, 196],
  ]);
  expect(totalMinor).toBe(1350);
});

test("an excise of three times the price holds an order whose cents it can't divide", () => {
  const firearm = { vat: "rated", excise: { code: "3630", rateBasisPoints: 30_000 } } as const;
  expect(totals({ lines: [inCategory(firearm, { netMinor: 400 })], totalMinor: 400 }).baseMinor).toBe(100);
  expect(problem({ lines: [inCategory(firearm, { netMinor: 402 })], totalMinor: 402 })).toEqual({ code: "totals_cannot_be_reproduced" });
});

test("bottles are taxed by the piece, outside every base", () => {
  const line = inCategory({ vat: "rated", bottle: { perItem: 12 } }, { quantity: 2, netMinor: 1198, taxLines: iva(156) });
  expect(totals({ lines: [line], totalMinor: 1198 }).groups).toEqual([
    { tax: ratedAt(1500), baseMinor: 1000, taxMinor: 150 },
    { tax: EC_BOTTLE, baseMinor: 2400, taxMinor: 48 },
  ]);
  expect(problem({ lines: [inCategory({ vat: "rated", bottle: { perItem: 1 } }, { netMinor: 1 })], totalMinor: 1 })).toEqual({
    code: "totals_cannot_be_reproduced",
  });
});

test("duties and fees are lines of their own at 0 %; a tax that Shopify put on them shows in the difference", () => {
  const order = { lines: [aLine({ netMinor: 500 })], dutiesMinor: 70, additionalFeesMinor: 30 };
  const { lines, groups } = totals({ ...order, totalMinor: 600 });
  expect(lines.map((line) => [line.code, line.baseMinor])).toEqual([
    ["CAF-1", 500],
    ["ARANCEL", 70],
    ["CARGOS", 30],
  ]);
  expect(groups).toEqual([{ tax: ratedAt(0), baseMinor: 600, taxMinor: 0 }]);
  expect(problem({ ...order, totalMinor: 605 })).toEqual({ code: "totals_differ", params: { document: "6.00", order: "6.05" } });
});
