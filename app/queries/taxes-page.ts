import type { TagRule } from "~/domain/tax-category/categorise";
import { writeCategoryCsv } from "~/domain/tax-category/csv";
import type { Shop } from "~/ports/records";
import { type ProductTax, type ProductTaxes, productTaxes, type TaxQueryPorts } from "./product-taxes";

/** How many of the newest orders are looked at. */
const ORDERS = 1000;
const LONGEST_LIST = 50;

export type TaxesPage = Pick<ProductTaxes, "law" | "unlawful"> & {
  rules: TagRule[];
  /** Sold without a category at 0 % or at a rate that the law doesn't have. */
  missing: ProductTax[];
  moreMissing: number;
  products: number;
  csv: string;
};

/** How the law taxes what the shop sells, what Shopify charged for it, and where nobody has said which is right. */
export async function taxesPage(ports: TaxQueryPorts, { shop }: { shop: Shop }): Promise<TaxesPage> {
  const { law, unlawful, products } = await productTaxes(ports, { shop, orders: ORDERS });
  const missing = products.filter(({ source, charged }) => source === "none" && (charged === 0 || unlawful.includes(charged)));
  return {
    law,
    unlawful,
    rules: shop.taxRules,
    missing: missing.slice(0, LONGEST_LIST),
    moreMissing: Math.max(0, missing.length - LONGEST_LIST),
    products: products.length,
    csv: writeCategoryCsv(products.map(({ productId, title, category }) => ({ productId, product: title, category: category ?? "" }))),
  };
}
