import { categoryText, readCategory } from "~/domain/tax-category/category-text";
import { isCollectionRule, type RuleKey, type TaxRule, withoutRule, withRule } from "~/domain/tax-category/rules";
import { readCategoryCsv } from "~/domain/tax-category/csv";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import { resumeWaiting } from "~/workflows/document/resume-waiting";

type Whose = { shopId: string; actor: string };
type Needs = Pick<Ports, "store">;
const HELD_BY_CATEGORY = ["tax_category_differs", "tax_category_unreadable", "tax_rules_differ", "tax_rate_unknown", "tax_rate_expired"];

/** A rule for a tag or a collection, new or changed; what was held by its categories is tried again. PermanentFailure tax_category_unreadable { category }. */
export async function saveTaxRule({ store }: Needs, { shopId, actor, rule }: Whose & { rule: TaxRule }): Promise<void> {
  const line = isCollectionRule(rule) ? rule.title : rule.tag;
  if (!readCategory(rule.category)) throw new PermanentFailure("tax_category_unreadable", { line, category: rule.category });
  await changeRules(store, { shopId, actor }, (rules) => withRule(rules, rule));
}

export const removeTaxRule = ({ store }: Needs, { shopId, actor, rule }: Whose & { rule: RuleKey }): Promise<void> =>
  changeRules(store, { shopId, actor }, (rules) => withoutRule(rules, rule));

async function changeRules(store: Ports["store"], { shopId, actor }: Whose, change: (rules: TaxRule[]) => TaxRule[]): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock("tax-rules");
    await s.updateShop({ taxRules: change((await s.shop()).taxRules) });
    await s.record({ actor, type: "tax_rules", from: null, to: "saved" });
    await resumeWaiting(s, HELD_BY_CATEGORY);
  });
}

/** One product's category; null takes it away. PermanentFailure tax_category_unreadable { line, category }. */
export async function saveProductTax(
  { store }: Needs,
  { shopId, actor, productId, category }: Whose & { productId: string; category: string | null },
): Promise<void> {
  const known = category === null ? null : readCategory(category);
  if (category !== null && !known) throw new PermanentFailure("tax_category_unreadable", { line: productId, category });
  await saveProducts(store, { shopId, actor }, [{ productId, category: known && categoryText(known) }]);
}

/** A whole table at once, or nothing of it. PermanentFailure tax_csv_invalid { line, text }. */
export async function importProductTaxes({ store }: Needs, { shopId, actor, csv }: Whose & { csv: string }): Promise<void> {
  const read = readCategoryCsv(csv);
  if (!read.ok) throw new PermanentFailure(read.problem.code, read.problem.params);
  await saveProducts(store, { shopId, actor }, read.value);
}

async function saveProducts(
  store: Ports["store"],
  { shopId, actor }: Whose,
  products: { productId: string; category: string | null }[],
): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.saveProductTaxCategories(products);
    await s.record({
      actor,
      type: "product_taxes",
      from: null,
      to: "saved",
      reason: { code: "product_taxes_saved", params: { count: products.length } },
    });
    await resumeWaiting(s, HELD_BY_CATEGORY);
  });
}
