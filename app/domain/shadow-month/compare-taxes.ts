import type { TaxGroup } from "~/domain/document/tax";
import type { SaleOrder } from "~/domain/order/order";
import type { ShadowTax } from "./result";

/** A document's taxes, each beside what Shopify charged at its rate. A tax that Shopify knows nothing of was charged nothing. */
export function compareTaxes(
  groups: readonly TaxGroup[],
  { lines, shippingLines }: Pick<SaleOrder, "lines" | "shippingLines">,
): ShadowTax[] {
  const charged = [...lines, ...shippingLines].flatMap(({ taxLines }) => taxLines);
  return groups.map(({ tax, baseMinor, taxMinor }) => {
    const rateBasisPoints = tax.kind === "per_unit" ? 0 : tax.rateBasisPoints;
    const atRate = charged.filter((one) => rateBasisPoints !== 0 && one.rateBasisPoints === rateBasisPoints);
    return {
      kind: tax.kind,
      treatment: tax.kind === "vat" ? tax.treatment : null,
      rateBasisPoints,
      baseMinor,
      taxMinor,
      chargedMinor: atRate.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    };
  });
}
