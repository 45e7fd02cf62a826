import fc from "fast-check";
import { expect, test } from "vitest";
import type { Refund } from "~/domain/order/refund";
import { generatedOrders, paidFor } from "~/testing/generated-orders";
import { aPricedOrder, aSaleLine } from "~/testing/sales";
import { EC_BOTTLE, SPANISH_WORDS } from "~/testing/tax-law";
import { documentTotals, type PricedOrder } from "./totals";

const RUNS = Number(process.env.FC_RUNS ?? 3_000);
const LAW = { vat: () => null, excise: () => null, bottle: EC_BOTTLE };

const aRefund = (refund: Partial<Refund>): Refund => ({
  gid: "gid://shopify/Refund/1",
  createdAt: "",
  note: null,
  lines: [],
  shipping: [],
  dutiesMinor: 0,
  tipMinor: 0,
  adjustmentMinor: 0,
  totalMinor: 0,
  ...refund,
});
const iva = (amountMinor: number, rateBasisPoints = 1500) => [{ title: "IVA", rateBasisPoints, amountMinor }];
const NOTHING_MOVED = aPricedOrder({
  lines: [aSaleLine({ id: "coffee", netMinor: 1150, taxLines: iva(150) }), aSaleLine({ id: "book", netMinor: 1150, taxLines: iva(0, 0) })],
  totalMinor: 2300,
});

function totals(order: Partial<PricedOrder>) {
  const outcome = documentTotals({ ...NOTHING_MOVED, ...order }, LAW, SPANISH_WORDS);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

test("an amount given back before the invoice is a discount on every line by its worth, whether Shopify's total knows of it or not", () => {
  const refunds = [aRefund({ adjustmentMinor: 230, totalMinor: 230 })];
  const known = totals({ refunds, totalMinor: 2070 });
  expect(known.lines.map(({ baseMinor, discountMinor }) => [baseMinor, discountMinor])).toEqual([
    [900, 100],
    [1035, 115],
  ]);
  expect(known).toMatchObject({ totalMinor: 2070, taxMinor: 135, discountMinor: 215 });
  expect(totals({ refunds, totalMinor: 2300 })).toEqual(known);
});

test("what the merchant kept of a line taken back is a line of its own, taxed as that line was", () => {
  const gone = aSaleLine({
    id: "mug",
    title: "Taza",
    quantity: 0,
    orderedNetMinor: 1150,
    netMinor: 0,
    orderedTaxLines: iva(150),
    taxLines: [],
  });
  const lines = [{ lineId: "mug", quantity: 1, netMinor: 1150, taxMinor: 150 }];
  const refunds = [aRefund({ lines, adjustmentMinor: -230, totalMinor: 920 })];
  const kept = totals({ removedLines: [gone], refunds, totalMinor: 2530 });
  expect(kept.lines.at(-1)).toMatchObject({
    description: "Valor retenido de la devolución: Taza",
    baseMinor: 200,
    taxes: [{ taxMinor: 30 }],
  });
  expect(kept.totalMinor).toBe(2530);
  expect(totals({ removedLines: [gone], refunds, totalMinor: 2300 })).toEqual(kept);
});

test("all of it given back leaves nothing to invoice; a total that is neither is told as before", () => {
  const order = { ...NOTHING_MOVED, refunds: [aRefund({ adjustmentMinor: 2300 })] };
  expect(documentTotals({ ...order, totalMinor: 0 }, LAW, SPANISH_WORDS)).toMatchObject({ problem: { code: "nothing_to_invoice" } });
  const odd = { ...NOTHING_MOVED, refunds: [aRefund({ adjustmentMinor: 230 })], totalMinor: 2071 };
  expect(documentTotals(odd, LAW, SPANISH_WORDS)).toMatchObject({
    problem: { code: "totals_differ", params: { document: "20.70", order: "20.71" } },
  });
});

test(
  "whatever is given back or kept, the document is what the buyer paid in the end, each tax within a cent of its rate",
  () => {
    const moved = fc.record({
      givenPercent: fc.integer({ min: 0, max: 95 }),
      keptPercent: fc.integer({ min: 0, max: 99 }),
      isKnown: fc.boolean(),
    });
    fc.assert(
      fc.property(generatedOrders, moved, (order, { givenPercent, keptPercent, isKnown }) => {
        // A bottle isn't sold below its tax, and a line kept in part is one that had no tax of its own kind.
        fc.pre(order.lines.every(({ taxCategory }) => !taxCategory));
        const [first, ...others] = order.lines;
        const worth = paidFor(first!, order.taxesIncluded);
        const taxMinor = first!.taxLines.reduce((sum, tax) => sum + tax.amountMinor, 0);
        const keptMinor = Math.floor((worth * keptPercent) / 100);
        const left = order.totalMinor - worth;
        const givenMinor = Math.floor(((left - order.tipMinor) * givenPercent) / 100);
        const refunds = [
          aRefund({
            lines: [{ lineId: first!.id, quantity: first!.quantity, netMinor: first!.netMinor, taxMinor }],
            adjustmentMinor: -keptMinor,
          }),
          aRefund({ gid: "gid://shopify/Refund/2", adjustmentMinor: givenMinor }),
        ];
        const paid = left + keptMinor - givenMinor;
        fc.pre(paid > order.tipMinor);
        const removed = { ...first!, quantity: 0, netMinor: 0, taxLines: [] };
        const document = totals({ ...order, lines: others, removedLines: [removed], refunds, totalMinor: isKnown ? paid : left });
        expect(document.totalMinor).toBe(paid);
        expect(document.baseMinor + document.taxMinor + document.tipMinor).toBe(paid);
        for (const { tax, baseMinor, taxMinor: levied } of document.groups)
          if (tax.kind === "vat") expect(Math.abs(levied - (baseMinor * tax.rateBasisPoints) / 10_000)).toBeLessThan(1.1501);
      }),
      { numRuns: RUNS },
    );
  },
  30_000 + 4 * RUNS,
);
