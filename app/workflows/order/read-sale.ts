import type { OrderLine, SaleOrder } from "~/domain/order/order";
import { collectionsOf } from "~/domain/tax-category/rules";
import type { ShopifyAdmin } from "~/ports/shopify-admin";
import type { Shop } from "~/ports/records";

type Rules = Pick<Shop, "taxRules">;

/** An order as Shopify has it now, each product with the collections of the merchant's tax rules that it is in. Null: there is none. */
export async function readSale(shopify: ShopifyAdmin, shop: Rules, gid: string): Promise<SaleOrder | null> {
  const sale = await shopify.order(gid);
  return sale && withCollections(shopify, shop, sale);
}

/** Whoever has no rule by collection pays nothing for it; else one call for each, whatever the number of lines. */
async function withCollections(shopify: ShopifyAdmin, { taxRules }: Rules, sale: SaleOrder): Promise<SaleOrder> {
  const collections = collectionsOf(taxRules);
  const products = [...new Set([...sale.lines, ...sale.removedLines].flatMap(({ productId }) => productId ?? []))];
  if (collections.length === 0 || products.length === 0) return sale;
  const members = await shopify.productsIn(collections, products);
  const told = (line: OrderLine): OrderLine => ({
    ...line,
    productCollections: collections.filter((one) => line.productId !== null && members.get(one)?.has(line.productId)),
  });
  return { ...sale, lines: sale.lines.map(told), removedLines: sale.removedLines.map(told) };
}
