import { formatMinor } from "~/domain/money/money";
import type { SaleOrder } from "~/domain/order/order";
import type { DocumentLine, DocumentTotals } from "./document";
import { adjustItems, adjustedMinor } from "./adjust-items";
import { totalsOf } from "./line-amounts";
import type { LineWords } from "./line-words";
import { paidTaxes, type TaxedItem } from "./paid-taxes";
import { priceLine } from "./price-line";
import { withoutTax } from "./rounding";
import { grossOfItem, saleItems, type SaleItem } from "./sale-items";
import { takeTaxesOut, type Burden, type Untaxed } from "./take-taxes-out";
import { burdenOf, type TaxLaw, type TotalsProblem } from "./tax-law";

export type TotalsOutcome = { ok: true; value: DocumentTotals } | { ok: false; problem: TotalsProblem };

export type PricedOrder = Pick<
  SaleOrder,
  | "lines"
  | "removedLines"
  | "shippingLines"
  | "removedShippingLines"
  | "refunds"
  | "taxesIncluded"
  | "tipMinor"
  | "dutiesMinor"
  | "additionalFeesMinor"
  | "totalMinor"
  | "currency"
>;

/**
 * A document's lines and totals from a Shopify order: every line is what the buyer paid for it, and the sum is the order's total, to the
 * cent. Where that can't be done the outcome is a problem and the document is held: `nothing_to_invoice`,
 * `tax_rate_unknown`, `tax_category_differs`, what the law says, `totals_cannot_be_reproduced` or `totals_differ`.
 */
export function documentTotals(order: PricedOrder, law: TaxLaw, words: LineWords): TotalsOutcome {
  const items = adjustItems(saleItems(order, words), order, words);
  if (items.length === 0) return problem("nothing_to_invoice");
  const taxed: TaxedItem[] = [];
  for (const item of items) {
    const burdened = burdenOf(item, law);
    if (!burdened.ok) return burdened;
    taxed.push(burdened);
  }
  if (items.some(isNegative)) return problem("totals_cannot_be_reproduced");
  const gross = items.map((item, index) => ({ grossMinor: grossOfItem(item, order.taxesIncluded), burden: taxed[index]!.burden }));
  const untaxed = takeTaxesOut(gross, paidTaxes(taxed));
  if (untaxed === null) return problem("totals_cannot_be_reproduced");
  const lines = items.map((item, index) => documentLine(item, untaxed[index]!, taxed[index]!.burden, order.taxesIncluded));
  return agreed(totalsOf(lines, order.tipMinor), order);
}

const isNegative = (item: SaleItem): boolean => item.netMinor < 0 || item.quantity < 1 || item.taxLines.some((tax) => tax.amountMinor < 0);

function documentLine(item: SaleItem, { baseMinor, taxes }: Untaxed, burden: Burden, taxesIncluded: boolean): DocumentLine {
  const given = BigInt(Math.max(0, item.originalMinor - item.netMinor));
  return {
    ref: item.ref,
    code: item.code,
    description: item.description,
    quantity: item.quantity,
    ...priceLine(baseMinor, discountBeforeTax(given, burden, taxesIncluded), BigInt(item.quantity)),
    baseMinor: Number(baseMinor),
    taxes,
  };
}

function discountBeforeTax(given: bigint, { vat, excise }: Burden, taxesIncluded: boolean): bigint {
  const beforeVat = taxesIncluded ? withoutTax(given, BigInt(vat.rateBasisPoints)) : given;
  return excise ? withoutTax(beforeVat, BigInt(excise.rateBasisPoints)) : beforeVat;
}

/** Whether Shopify's total knows of money that moved beyond the lines is not documented: both are what the buyer paid. */
function agreed(totals: DocumentTotals, order: PricedOrder): TotalsOutcome {
  const { totalMinor } = totals;
  if (totalMinor === order.totalMinor || totalMinor + adjustedMinor(order.refunds) === order.totalMinor) return { ok: true, value: totals };
  const inWords = (minor: number) => formatMinor(minor, order.currency);
  return problem("totals_differ", { document: inWords(totals.totalMinor), order: inWords(order.totalMinor) });
}

const problem = (code: string, params?: TotalsProblem["params"]): TotalsOutcome => ({
  ok: false,
  problem: params ? { code, params } : { code },
});
