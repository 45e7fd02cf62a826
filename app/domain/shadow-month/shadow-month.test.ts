import { expect, test } from "vitest";
import { ratedAt } from "~/domain/document/tax";
import { aSaleLine, aShippingLine } from "~/testing/sales";
import { compareTaxes } from "./compare-taxes";
import { outcomeUnder } from "./result";

const iva = (rateBasisPoints: number, amountMinor: number) => [{ title: "IVA", rateBasisPoints, amountMinor }];

test("what is missing waits, what contradicts is held, what is over needs no invoice", () => {
  expect(outcomeUnder(null)).toBe("would_issue");
  for (const code of ["fiscal_data_missing", "fiscal_data_invalid", "trigger_not_chosen"]) expect(outcomeUnder(code)).toBe("would_wait");
  for (const code of ["totals_differ", "tax_rate_expired", "something_new"]) expect(outcomeUnder(code)).toBe("would_be_held");
  for (const code of ["order_cancelled", "order_refunded", "nothing_to_invoice"]) expect(outcomeUnder(code)).toBe("no_invoice");
});

test("each tax stands beside what Shopify charged at its rate, shipping among it; one that Shopify doesn't know was charged nothing", () => {
  const order = {
    lines: [aSaleLine({ taxLines: iva(1500, 150) }), aSaleLine({ taxLines: iva(1500, 76) }), aSaleLine({ taxLines: iva(0, 0) })],
    shippingLines: [aShippingLine({ taxLines: iva(1500, 45) })],
  };
  const exempt = { kind: "vat" as const, treatment: "exempt" as const, rateBasisPoints: 0 };
  const bottle = { kind: "per_unit" as const, code: "5001", unitMicros: 20_000 };
  const groups = [
    { tax: ratedAt(1500), baseMinor: 1805, taxMinor: 270 },
    { tax: exempt, baseMinor: 1000, taxMinor: 0 },
    { tax: bottle, baseMinor: 600, taxMinor: 12 },
  ];
  expect(compareTaxes(groups, order)).toEqual([
    { kind: "vat", treatment: "rated", rateBasisPoints: 1500, baseMinor: 1805, taxMinor: 270, chargedMinor: 271 },
    { kind: "vat", treatment: "exempt", rateBasisPoints: 0, baseMinor: 1000, taxMinor: 0, chargedMinor: 0 },
    { kind: "per_unit", treatment: null, rateBasisPoints: 0, baseMinor: 600, taxMinor: 12, chargedMinor: 0 },
  ]);
});
