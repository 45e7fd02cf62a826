import type { ProductCategory } from "~/domain/tax-category/csv";
import type { Context } from "./store";

export const taxCategories = ({ shopId, db }: Context) => ({
  async productTaxCategories(productIds: string[]): Promise<Map<string, string>> {
    const rows = await db.productTaxCategory.findMany({ where: { productId: { in: productIds } } });
    return new Map(rows.map(({ productId, category }) => [productId, category]));
  },
  async saveProductTaxCategories(products: ProductCategory[]): Promise<void> {
    const last = new Map(products.map(({ productId, category }) => [productId, category]));
    await db.productTaxCategory.deleteMany({ where: { productId: { in: [...last.keys()] } } });
    const data = [...last].flatMap(([productId, category]) => (category === null ? [] : [{ shopId, productId, category }]));
    await db.productTaxCategory.createMany({ data });
  },
});
