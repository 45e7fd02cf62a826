import { type Categorised, categorise } from "~/domain/tax-category/categorise";
import type { SaleOrder } from "~/domain/order/order";
import type { Shop } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

/** The order with the tax category of each line, as the merchant set it. `tax_category_unreadable` { line, category }. */
export async function withTaxCategories(s: ShopStore, shop: Pick<Shop, "taxRules">, sale: SaleOrder): Promise<Categorised<SaleOrder>> {
  const products = await s.productTaxCategories(sale.lines.flatMap(({ productId }) => productId ?? []));
  const lines = categorise(sale.lines, { rules: shop.taxRules, products });
  return lines.ok ? { ok: true, value: { ...sale, lines: lines.value } } : lines;
}
