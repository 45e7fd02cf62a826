import type { OrderLine } from "~/domain/order/order";
import { foldText } from "~/domain/order/search-text";
import { categoryText, readCategory } from "./category-text";

/** Products with this tag are of this category. */
export type TagRule = { tag: string; category: string };

/** What the merchant has set: product by product, and by tag; the first rule that fits holds. */
export type TaxSettings = { rules: readonly TagRule[]; products: ReadonlyMap<string, string> };

export type CategorySource = "metafield" | "product" | "tag" | "none";
type Sold = Pick<OrderLine, "productId" | "productTags" | "productTaxCategory">;

/** Where a product's category is written: its own metafield first, then the merchant's table, then the rules by tag. */
export function findCategory(sold: Sold, { rules, products }: TaxSettings): { source: CategorySource; text: string | null } {
  if (sold.productTaxCategory) return { source: "metafield", text: sold.productTaxCategory };
  const own = sold.productId ? products.get(sold.productId) : undefined;
  if (own) return { source: "product", text: own };
  const tags = new Set(sold.productTags.map(foldText));
  const rule = rules.find(({ tag }) => tags.has(foldText(tag)));
  return rule ? { source: "tag", text: rule.category } : { source: "none", text: null };
}

export type Categorised<T> = { ok: true; value: T } | { ok: false; problem: { code: string; params: { line: string; category: string } } };

/**
 * The lines with their categories; a line of which nobody says anything stays as Shopify's tax lines have it.
 * `tax_category_unreadable` { line, category } for a text that is none.
 */
export function categorise<L extends OrderLine>(lines: readonly L[], settings: TaxSettings): Categorised<L[]> {
  const found: L[] = [];
  for (const line of lines) {
    const { text } = findCategory(line, settings);
    const taxCategory = text === null ? null : readCategory(text);
    if (text !== null && taxCategory === null)
      return { ok: false, problem: { code: "tax_category_unreadable", params: { line: line.title, category: text } } };
    found.push({ ...line, taxCategory });
  }
  return { ok: true, value: found };
}

/** Adds a rule, or changes that of its tag; an unreadable category leaves the rules as they are. */
export function withRule(rules: readonly TagRule[], { tag, category }: TagRule): TagRule[] {
  const known = readCategory(category);
  if (!known) return [...rules];
  const rule = { tag: tag.trim(), category: categoryText(known) };
  const at = rules.findIndex((one) => foldText(one.tag) === foldText(tag));
  return at === -1 ? [...rules, rule] : rules.with(at, rule);
}

export const withoutRule = (rules: readonly TagRule[], tag: string): TagRule[] =>
  rules.filter((rule) => foldText(rule.tag) !== foldText(tag));
