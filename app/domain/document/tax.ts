/**
 * Value added tax, by how the law treats a thing. Exempt and not subject carry no rate; 0 % is `rated`. Rates are basis points (15 % is
 * 1500).
 */
export type VatTax = { kind: "vat"; treatment: "rated" | "exempt" | "not_subject"; rateBasisPoints: number };

/** A tax on certain goods by value; it enters the base of the value added tax. `code`: the authority's, of the kind of goods. */
export type ExciseTax = { kind: "excise"; code: string; rateBasisPoints: number };

/** A fixed amount for each unit (Ecuador: per plastic bottle), outside the base of the others. Millionths of the currency's unit. */
export type PerUnitTax = { kind: "per_unit"; code: string; unitMicros: number };

export type Tax = VatTax | ExciseTax | PerUnitTax;

/** A tax on a line. The base of a tax per unit is a count, in hundredths, so that 24 bottles are 2400 as 24.00 would be. */
export type LineTax = { tax: Tax; baseMinor: number; taxMinor: number };

/** The same tax on all the lines that bear it. */
export type TaxGroup = LineTax;

export const ratedAt = (rateBasisPoints: number): VatTax => ({ kind: "vat", treatment: "rated", rateBasisPoints });

/** Equal for equal taxes. */
export function taxKey(tax: Tax): string {
  switch (tax.kind) {
    case "vat":
      return `vat ${tax.treatment} ${tax.rateBasisPoints}`;
    case "excise":
      return `excise ${tax.code} ${tax.rateBasisPoints}`;
    case "per_unit":
      return `per_unit ${tax.code} ${tax.unitMicros}`;
  }
}

const KINDS: readonly Tax["kind"][] = ["vat", "excise", "per_unit"];
const TREATMENTS: readonly VatTax["treatment"][] = ["rated", "not_subject", "exempt"];

/** Value added tax first, its rates from the highest, then what has no rate; the other taxes behind it. */
export function compareTaxes(a: Tax, b: Tax): number {
  const ranks = (tax: Tax): (number | string)[] => [
    KINDS.indexOf(tax.kind),
    tax.kind === "vat" ? TREATMENTS.indexOf(tax.treatment) : tax.code,
    tax.kind === "per_unit" ? tax.unitMicros : -tax.rateBasisPoints,
  ];
  const [left, right] = [ranks(a), ranks(b)];
  const at = left.findIndex((rank, index) => rank !== right[index]);
  return at === -1 ? 0 : (left[at] ?? 0) < (right[at] ?? 0) ? -1 : 1;
}
