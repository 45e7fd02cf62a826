import { formatMinor } from "~/domain/money/money";
import type { SaleOrder } from "~/domain/order/order";
import type { DocumentLine, DocumentTotals, TaxGroup } from "./document";
import { allocate } from "./allocate";
import { fitTaxGroup } from "./fit-tax-group";
import { priceLine } from "./price-line";
import { withoutTax } from "./rounding";
import { saleItems, type SaleItem } from "./sale-items";

/** Why an order has no totals; the same shape as a country pack's Problem. */
export type TotalsProblem = { code: string; params?: Record<string, string | number> };
export type TotalsOutcome = { ok: true; value: DocumentTotals } | { ok: false; problem: TotalsProblem };

/** What the country adds: whether its law knows a rate (0 included); null when it does. */
export type RateCheck = (rateBasisPoints: number) => TotalsProblem | null;

type Order = Pick<SaleOrder, "lines" | "shippingLines" | "taxesIncluded" | "tipMinor" | "totalMinor" | "currency">;
type PricedGroup = { group: TaxGroup; lines: DocumentLine[] };

/**
 * A document's lines and totals from a Shopify order: every tax group is what the buyer paid for it, and the sum is the order's total, to
 * the cent. Where that can't be done the outcome is a problem and the document is held: `gift_card_line`, `nothing_to_invoice`,
 * `tax_rate_unknown`, what `checkRate` says, `totals_cannot_be_reproduced` or `totals_differ`.
 */
export function documentTotals(order: Order, checkRate: RateCheck): TotalsOutcome {
  if (order.lines.some((line) => line.isGiftCard && line.quantity > 0)) return problem("gift_card_line");
  const items = saleItems(order);
  if (items.length === 0) return problem("nothing_to_invoice");
  const strange = items.map((item) => rateProblem(item, checkRate)).find((found) => found !== null);
  if (strange) return { ok: false, problem: strange };
  const groups = [...groupByRate(items)].map(([rate, members]) => priceGroup(members, rate, order.taxesIncluded));
  if (groups.some((group) => group === null)) return problem("totals_cannot_be_reproduced");
  return sumUp(
    groups.filter((group) => group !== null),
    order,
  );
}

function rateProblem(item: SaleItem, checkRate: RateCheck): TotalsProblem | null {
  if (item.rates.length > 1) return { code: "tax_rate_unknown", params: { rate: item.rates.map((rate) => rate / 100).join(" + ") } };
  return checkRate(rateOf(item));
}

const rateOf = (item: SaleItem): number => item.rates[0] ?? 0;

/** The highest rate first, as the prints list them. */
function groupByRate(items: readonly SaleItem[]): [number, SaleItem[]][] {
  const groups = new Map<number, SaleItem[]>();
  for (const item of items) groups.set(rateOf(item), [...(groups.get(rateOf(item)) ?? []), item]);
  return [...groups].sort(([a], [b]) => b - a);
}

function priceGroup(items: readonly SaleItem[], rateBasisPoints: number, taxesIncluded: boolean): PricedGroup | null {
  if (items.some((item) => item.netMinor < 0 || item.taxMinor < 0 || item.quantity < 1)) return null;
  const net = sum(items.map((item) => BigInt(item.netMinor)));
  const tax = sum(items.map((item) => BigInt(item.taxMinor)));
  const rate = BigInt(rateBasisPoints);
  const fit = fitTaxGroup({ base: taxesIncluded ? net - tax : net, tax }, rate, items.length);
  if (fit === null) return null;
  const bases = allocate(
    fit.base,
    items.map((item) => BigInt(item.netMinor) * fit.base),
    net === 0n ? 1n : net,
  );
  const taxes = allocate(
    fit.tax,
    bases.map((base) => base * rate),
    10_000n,
  );
  const lines = items.map((item, index) => documentLine(item, bases[index] ?? 0n, taxes[index] ?? 0n, taxesIncluded));
  return { group: { rateBasisPoints, baseMinor: Number(fit.base), taxMinor: Number(fit.tax) }, lines };
}

function documentLine(item: SaleItem, base: bigint, tax: bigint, taxesIncluded: boolean): DocumentLine {
  const given = BigInt(Math.max(0, item.originalMinor - item.netMinor));
  const discount = taxesIncluded ? withoutTax(given, BigInt(rateOf(item))) : given;
  return {
    code: item.code,
    description: item.description,
    quantity: item.quantity,
    ...priceLine(base, discount, BigInt(item.quantity)),
    baseMinor: Number(base),
    rateBasisPoints: rateOf(item),
    taxMinor: Number(tax),
  };
}

function sumUp(priced: readonly PricedGroup[], order: Order): TotalsOutcome {
  const groups = priced.map(({ group }) => group);
  const lines = priced.flatMap((group) => group.lines);
  const baseMinor = add(groups.map((group) => group.baseMinor));
  const taxMinor = add(groups.map((group) => group.taxMinor));
  const totalMinor = baseMinor + taxMinor + order.tipMinor;
  if (totalMinor !== order.totalMinor) {
    const inWords = (minor: number) => formatMinor(minor, order.currency);
    return problem("totals_differ", { document: inWords(totalMinor), order: inWords(order.totalMinor) });
  }
  const discountMinor = add(lines.map((line) => line.discountMinor));
  return { ok: true, value: { lines, groups, baseMinor, discountMinor, taxMinor, tipMinor: order.tipMinor, totalMinor } };
}

const problem = (code: string, params?: TotalsProblem["params"]): TotalsOutcome => ({
  ok: false,
  problem: params ? { code, params } : { code },
});
const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
const add = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
