import { readCategory } from "~/domain/tax-category/category-text";
import { type CategorySource, findCategory } from "~/domain/tax-category/categorise";
import { chargedRate } from "~/domain/tax-category/charged";
import { dateIn } from "~/domain/time/calendar";
import type { Shop } from "~/ports/records";
import type { ProductSold } from "~/ports/screens";
import type { QueryPorts } from "./ports";

export type TaxQueryPorts = Pick<QueryPorts, "screens" | "countries" | "clock">;
/** `other`: what a second rule says against the category. */
export type ProductTax = {
  productId: string;
  title: string;
  charged: number;
  category: string | null;
  other: string | null;
  source: CategorySource;
};
export type ProductTaxes = {
  /** The rates in force today. */
  law: { rateBasisPoints: number; source: string }[];
  products: ProductTax[];
  /** Rates that Shopify charged and the law doesn't have today. */
  unlawful: number[];
};

/** What is known of products beyond what their last order had of them. */
export type Told = (products: ProductSold[]) => Promise<ProductSold[]>;

/** What Shopify charged for each product of the newest orders, beside what the merchant and the law say. */
export async function productTaxes(
  { screens, countries, clock }: TaxQueryPorts,
  { shop, orders, told = (sold) => Promise.resolve(sold) }: { shop: Shop; orders: number; told?: Told },
): Promise<ProductTaxes> {
  const pack = countries("EC");
  const law = pack.vatRates(dateIn(clock.now(), pack.timeZone));
  const products = (await told(await screens.productsSold(shop.id, orders))).map((sold) => productTax(sold, shop));
  const unlawful = new Set(products.map(({ charged }) => charged));
  for (const { rateBasisPoints } of law) unlawful.delete(rateBasisPoints);
  return { law, products, unlawful: [...unlawful].sort((a, b) => a - b) };
}

function productTax({ title, rates, ownCategory, ...sold }: ProductSold, { taxRules }: Pick<Shop, "taxRules">): ProductTax {
  const own = new Map(ownCategory ? [[sold.productId, ownCategory]] : []);
  const { source, text, other } = findCategory(sold, { rules: taxRules, products: own });
  const charged = chargedRate(rates, readCategory(text ?? ""));
  return { productId: sold.productId, title, charged, category: text, other, source };
}
