import { addUp } from "./line-amounts";
import { fitTaxGroup } from "./fit-tax-group";
import { overLines } from "./over-lines";
import { ONE_MINOR, taxError, withoutTax } from "./rounding";
import { perUnitTax, type Burden, type TaxShares } from "./take-taxes-out";

/** An item's taxes, and what Shopify charged of value added tax on it. */
export type TaxedItem = { burden: Burden; vatTaxMinor: bigint; isExciseListed: boolean };

/**
 * The taxes in what was paid: Shopify's own where they agree with their rate, else the nearest that do
 * (docs/decisions/0003-cent-differences.md). Null when Shopify's tax doesn't belong to its rate.
 */
export const paidTaxes =
  (items: readonly TaxedItem[]): TaxShares =>
  (tax, members, amounts) => {
    const rate = BigInt(tax.rateBasisPoints);
    const taxed = members.flatMap((index) => items[index] ?? []);
    // Of the excise Shopify knows nothing, or charged it beside the other tax instead of under it: the law's own pair.
    if (tax.kind === "excise" || taxed.some((item) => item.isExciseListed)) return nearest(amounts, rate);
    const units = addUp(taxed.map(unitsTax));
    const paid = addUp(amounts) + units;
    const own = taxed.map((item) => item.vatTaxMinor);
    const fit = fitTaxGroup({ base: paid - addUp(own), tax: addUp(own) }, rate, members.length);
    if (fit === null) return null;
    // What is taxed by the piece is no part of the base, but Shopify took its tax out of the whole price.
    if (units !== 0n) return nearest(amounts, rate);
    return fit.tax === addUp(own) && agree(own, amounts, rate) ? own : overLines(fit.tax, amounts, rate);
  };

const unitsTax = ({ burden: { perUnit } }: TaxedItem): bigint => (perUnit ? perUnitTax(perUnit.tax, perUnit.units) : 0n);

/** The pair whose tax is nearest to base × rate; none where that is more than a cent away, as it can be above 100 %. */
function nearest(amounts: readonly bigint[], rate: bigint): bigint[] | null {
  const paid = addUp(amounts);
  const base = withoutTax(paid, rate);
  return taxError(base, paid - base, rate) > ONE_MINOR ? null : overLines(paid - base, amounts, rate);
}

const agree = (taxes: readonly bigint[], amounts: readonly bigint[], rate: bigint): boolean =>
  taxes.every((tax, at) => taxError((amounts[at] ?? 0n) - tax, tax, rate) < ONE_MINOR);
