import { allocate } from "~/domain/document/allocate";
import { parseMinor } from "~/domain/money/money";
import type { TaxLine } from "~/domain/order/order";
import type { Amount, TaxLineNode } from "./order-node";

/** Reads a MoneyBag as the shop currency's minor units; what is missing is nothing. */
export type ReadMinor = (amount: Amount | null) => number;
export const minorIn =
  (currency: string): ReadMinor =>
  (amount) =>
    amount ? parseMinor(amount.shopMoney.amount, currency) : 0;

export const sumOf = (amounts: number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

export const toTaxLines = (lines: TaxLineNode[], minor: ReadMinor): TaxLine[] =>
  lines.map(({ title, ratePercentage, priceSet }) => ({
    title,
    rateBasisPoints: Math.round((ratePercentage ?? 0) * 100),
    amountMinor: minor(priceSet),
  }));

export const taxIn = (taxLines: TaxLine[]): number => sumOf(taxLines.map((tax) => tax.amountMinor));

/** The same taxes with another sum, each keeping its share. */
export function withTax(taxLines: TaxLine[], totalMinor: number): TaxLine[] {
  const before = taxIn(taxLines);
  if (before === totalMinor) return taxLines;
  if (before === 0) return taxLines.map((tax, index) => ({ ...tax, amountMinor: index === 0 ? totalMinor : 0 }));
  const shares = taxLines.map((tax) => BigInt(tax.amountMinor) * BigInt(totalMinor));
  const parts = allocate(BigInt(totalMinor), shares, BigInt(before));
  return taxLines.map((tax, index) => ({ ...tax, amountMinor: Number(parts[index]) }));
}
