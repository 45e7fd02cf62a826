import type { SaleOrder } from "~/domain/order/order";
import type { TaxSettings } from "~/domain/tax-category/categorise";
import type { Shop } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

/** What the merchant has set about the taxes of an order's products. */
export async function taxSettingsFor(
  s: Pick<ShopStore, "productTaxCategories">,
  { taxRules }: Pick<Shop, "taxRules">,
  { lines, removedLines }: Pick<SaleOrder, "lines" | "removedLines">,
): Promise<TaxSettings> {
  const products = [...lines, ...removedLines].flatMap(({ productId }) => productId ?? []);
  return { rules: taxRules, products: await s.productTaxCategories(products) };
}
