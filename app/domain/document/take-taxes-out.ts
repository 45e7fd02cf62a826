import { halfUp } from "./rounding";
import { taxKey, type ExciseTax, type LineTax, type PerUnitTax, type VatTax } from "./tax";

/** The taxes a line bears. `units`: how many of the things taxed by the piece it has. */
export type Burden = { vat: VatTax; excise: ExciseTax | null; perUnit: { tax: PerUnitTax; units: number } | null };

export type GrossLine = { grossMinor: bigint; burden: Burden };

/** The tax in each of the amounts given, of the lines named by their places; null where there is no answer. */
export type TaxShares = (tax: VatTax | ExciseTax, members: readonly number[], amounts: readonly bigint[]) => bigint[] | null;

export type Untaxed = { baseMinor: bigint; taxes: LineTax[] };

const MICROS_PER_MINOR = 10_000n;

/**
 * Splits what is paid for each line into price and taxes: the tax per unit first, then the value added tax of what is left, then the excise
 * of what is left of that, since it lies in the base of the value added tax (Ecuador: LRTI art. 58). Every line's parts add up to what was
 * paid for it. Null when a line costs less than its taxes or `shares` has no answer.
 */
export function takeTaxesOut(lines: readonly GrossLine[], shares: TaxShares): Untaxed[] | null {
  const perUnit = perUnitTaxes(lines);
  const afterUnits = lines.map((line, index) => line.grossMinor - (perUnit[index] ?? 0n));
  if (afterUnits.some((amount) => amount < 0n)) return null;
  const vat = sharesByTax(
    lines.map((line) => line.burden.vat),
    afterUnits,
    shares,
  );
  if (vat === null) return null;
  const afterVat = afterUnits.map((amount, index) => amount - (vat[index] ?? 0n));
  const excise = sharesByTax(
    lines.map((line) => line.burden.excise),
    afterVat,
    shares,
  );
  if (excise === null) return null;
  return lines.map(({ burden }, index): Untaxed => {
    const [vatBase, vatTax, exciseTax] = [afterVat[index] ?? 0n, vat[index] ?? 0n, excise[index] ?? 0n];
    const baseMinor = vatBase - exciseTax;
    const taxes: LineTax[] = [levied(burden.vat, vatBase, vatTax)];
    if (burden.excise) taxes.push(levied(burden.excise, baseMinor, exciseTax));
    if (burden.perUnit) taxes.push(levied(burden.perUnit.tax, BigInt(burden.perUnit.units) * 100n, perUnit[index] ?? 0n));
    return { baseMinor, taxes };
  });
}

const levied = (tax: LineTax["tax"], base: bigint, amount: bigint): LineTax => ({ tax, baseMinor: Number(base), taxMinor: Number(amount) });

/** What so many units cost in tax, in minor units, half up. */
export const perUnitTax = (tax: PerUnitTax, units: number): bigint => halfUp(BigInt(units) * BigInt(tax.unitMicros), MICROS_PER_MINOR);

const perUnitTaxes = (lines: readonly GrossLine[]): bigint[] =>
  lines.map(({ burden: { perUnit } }) => (perUnit ? perUnitTax(perUnit.tax, perUnit.units) : 0n));

function sharesByTax(taxes: readonly (VatTax | ExciseTax | null)[], amounts: readonly bigint[], shares: TaxShares): bigint[] | null {
  const found = amounts.map(() => 0n);
  const groups = new Map<string, { tax: VatTax | ExciseTax; members: number[] }>();
  taxes.forEach((tax, index) => {
    if (tax === null) return;
    const group = groups.get(taxKey(tax)) ?? { tax, members: [] };
    group.members.push(index);
    groups.set(taxKey(tax), group);
  });
  for (const { tax, members } of groups.values()) {
    const parts = shares(
      tax,
      members,
      members.map((index) => amounts[index] ?? 0n),
    );
    if (parts === null) return null;
    members.forEach((index, at) => (found[index] = parts[at] ?? 0n));
  }
  return found;
}
