import { foldText } from "~/domain/order/search-text";
import { findCategory } from "~/domain/tax-category/categorise";
import { writeCategoryCsv } from "~/domain/tax-category/csv";
import { collectionsOf, type TaxRule } from "~/domain/tax-category/rules";
import { TransientFailure } from "~/ports/failures";
import type { Shop } from "~/ports/records";
import type { ProductSold } from "~/ports/screens";
import { type Paging, pagingOf, type PageInput } from "./paging";
import type { QueryPorts } from "./ports";
import { type ProductTax, type ProductTaxes, productTaxes, type TaxQueryPorts } from "./product-taxes";

/** How many of the newest orders are looked at. */
const ORDERS = 1000;
const PAGE_SIZE = 50;
/** So many products are asked for by collection: one call for each rule, a point for each product. */
const MOST_ASKED = 250;

export type TaxesPage = Pick<ProductTaxes, "law" | "unlawful"> & {
  rules: TaxRule[];
  /** Sold without a category at 0 % or at a rate that the law doesn't have, or under two rules that contradict each other. */
  missing: ProductTax[];
  /** Of those that the search finds. */
  paging: Paging;
  allMissing: number;
  products: number;
  csv: string;
};

type Needs = TaxQueryPorts & Pick<QueryPorts, "admin" | "log">;

/** How the law taxes what the shop sells, what Shopify charged for it, and where nobody has said which is right. */
export async function taxesPage(ports: Needs, { shop, term, page }: { shop: Shop } & PageInput): Promise<TaxesPage> {
  const told = (products: ProductSold[]) => withCollections(ports, shop, products);
  const { law, unlawful, products } = await productTaxes(ports, { shop, orders: ORDERS, told });
  const missing = products.filter(
    ({ source, charged, other }) => other !== null || (source === "none" && (charged === 0 || unlawful.includes(charged))),
  );
  const words = foldText(term).split(" ");
  const found = missing.filter(({ title }) => words.every((word) => foldText(title).includes(word)));
  const paging = pagingOf(page, PAGE_SIZE, found.length);
  const from = (Math.min(page, paging.pages) - 1) * PAGE_SIZE;
  return {
    law,
    unlawful,
    rules: shop.taxRules,
    missing: found.slice(from, from + PAGE_SIZE),
    paging: { ...paging, page: Math.min(page, paging.pages) },
    allMissing: missing.length,
    products: products.length,
    csv: writeCategoryCsv(products.map(({ productId, title, category }) => ({ productId, product: title, category: category ?? "" }))),
  };
}

/** A rule made today holds for orders of before: what else would be listed as missing is asked for anew. Shopify away: as last read. */
async function withCollections({ admin, log }: Needs, shop: Shop, products: ProductSold[]): Promise<ProductSold[]> {
  const collections = collectionsOf(shop.taxRules);
  const isOpen = (sold: ProductSold) =>
    !sold.ownCategory && findCategory(sold, { rules: shop.taxRules, products: new Map() }).source === "none";
  const asked = products.filter(isOpen).slice(0, MOST_ASKED);
  if (collections.length === 0 || asked.length === 0) return products;
  try {
    const ids = asked.map(({ productId }) => productId);
    const members = await admin(shop, "now").productsIn(collections, ids);
    const isAsked = new Set(ids);
    const now = (productId: string) => collections.filter((one) => members.get(one)?.has(productId));
    return products.map((sold) => (isAsked.has(sold.productId) ? { ...sold, productCollections: now(sold.productId) } : sold));
  } catch (error) {
    if (!(error instanceof TransientFailure)) throw error;
    log.warn("taxes.collections_unread", { shop: shop.domain, error: error.message });
    return products;
  }
}
