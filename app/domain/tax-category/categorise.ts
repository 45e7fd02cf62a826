import type { OrderLine } from "~/domain/order/order";
import { foldText } from "~/domain/order/search-text";
import { readCategory } from "./category-text";
import { isCollectionRule, type TaxRule } from "./rules";

/** What the merchant has set: product by product, by collection and by tag. */
export type TaxSettings = { rules: readonly TaxRule[]; products: ReadonlyMap<string, string> };

export type CategorySource = "metafield" | "product" | "collection" | "tag" | "none";
type Sold = Pick<OrderLine, "productId" | "productTags" | "productTaxCategory" | "productCollections">;
/** `other`: what a rule of the same kind says against it. */
export type FoundCategory = { source: CategorySource; text: string | null; other: string | null };

/**
 * Where a product's category is written: its own metafield first, then the merchant's table, then the rules by collection, then those by
 * tag. Two rules of one kind that contradict each other are both told: nobody has said which is meant.
 */
export function findCategory(sold: Sold, { rules, products }: TaxSettings): FoundCategory {
  if (sold.productTaxCategory) return { source: "metafield", text: sold.productTaxCategory, other: null };
  const own = sold.productId ? products.get(sold.productId) : undefined;
  if (own) return { source: "product", text: own, other: null };
  return byRules("collection", rules, sold) ?? byRules("tag", rules, sold) ?? { source: "none", text: null, other: null };
}

function byRules(
  source: "collection" | "tag",
  rules: readonly TaxRule[],
  { productTags, productCollections = [] }: Sold,
): FoundCategory | null {
  const tags = new Set(productTags.map(foldText));
  const fits = (rule: TaxRule) => (isCollectionRule(rule) ? productCollections.includes(rule.collection) : tags.has(foldText(rule.tag)));
  const fitting = rules.filter((rule) => isCollectionRule(rule) === (source === "collection") && fits(rule));
  const [text, other = null] = new Set(fitting.map(({ category }) => category));
  return text === undefined ? null : { source, text, other };
}

export type Categorised<T> =
  { ok: true; value: T } | { ok: false; problem: { code: string; params: { line: string; category: string; other?: string } } };

/**
 * The lines with their categories; a line of which nobody says anything stays as Shopify's tax lines have it.
 * `tax_category_unreadable` { line, category } for a text that is none, `tax_rules_differ` { line, category, other } for two rules that contradict each other.
 */
export function categorise<L extends OrderLine>(lines: readonly L[], settings: TaxSettings): Categorised<L[]> {
  const found: L[] = [];
  for (const line of lines) {
    const { text, other } = findCategory(line, settings);
    if (text !== null && other !== null)
      return { ok: false, problem: { code: "tax_rules_differ", params: { line: line.title, category: text, other } } };
    const taxCategory = text === null ? null : readCategory(text);
    if (text !== null && taxCategory === null)
      return { ok: false, problem: { code: "tax_category_unreadable", params: { line: line.title, category: text } } };
    found.push({ ...line, taxCategory });
  }
  return { ok: true, value: found };
}
