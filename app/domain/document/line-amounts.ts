import type { DocumentLine, DocumentTotals, LineRef } from "./document";
import { compareTaxes, taxKey, type LineTax, type TaxGroup } from "./tax";

/** Equal for lines that come from the same place. */
export const refKey = ({ kind, id }: LineRef): string => `${kind} ${id}`;

/** What the buyer pays for a line: its price and every tax on it. */
export const grossOf = (line: Pick<DocumentLine, "baseMinor" | "taxes">): number =>
  line.baseMinor + add(line.taxes.map((levied) => levied.taxMinor));

/** The taxes of all lines, each once, in the order prints list them. */
export function taxGroups(lines: readonly Pick<DocumentLine, "taxes">[]): TaxGroup[] {
  const groups = new Map<string, LineTax>();
  for (const { tax, baseMinor, taxMinor } of lines.flatMap((line) => line.taxes)) {
    const known = groups.get(taxKey(tax)) ?? { tax, baseMinor: 0, taxMinor: 0 };
    groups.set(taxKey(tax), { tax, baseMinor: known.baseMinor + baseMinor, taxMinor: known.taxMinor + taxMinor });
  }
  return [...groups.values()].sort((a, b) => compareTaxes(a.tax, b.tax));
}

/** A document's totals from its lines and the tip beside them. */
export function totalsOf(lines: DocumentLine[], tipMinor: number): DocumentTotals {
  const groups = taxGroups(lines);
  const baseMinor = add(lines.map((line) => line.baseMinor));
  const taxMinor = add(groups.map((group) => group.taxMinor));
  const discountMinor = add(lines.map((line) => line.discountMinor));
  return { lines, groups, baseMinor, discountMinor, taxMinor, tipMinor, totalMinor: baseMinor + taxMinor + tipMinor };
}

/** The same amounts and units taken off: of a credit, as what its invoice bears less. */
export const negated = ({ lines, tipMinor }: DocumentTotals): DocumentTotals =>
  totalsOf(
    lines.map((line) => ({
      ...line,
      quantity: -line.quantity,
      discountMinor: -line.discountMinor,
      baseMinor: -line.baseMinor,
      taxes: line.taxes.map((levied) => ({ ...levied, baseMinor: -levied.baseMinor, taxMinor: -levied.taxMinor })),
    })),
    -tipMinor,
  );

export const add = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const addUp = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
