import { foldText } from "~/domain/order/search-text";
import { categoryText, readCategory } from "./category-text";

/** Products with this tag are of this category. */
export type TagRule = { tag: string; category: string };
/** Products of this collection (its gid, and its title as it was when the rule was made) are of this category. */
export type CollectionRule = { collection: string; title: string; category: string };
export type TaxRule = TagRule | CollectionRule;
/** Which rule is meant. */
export type RuleKey = Pick<TagRule, "tag"> | Pick<CollectionRule, "collection">;

export const isCollectionRule = <R extends RuleKey>(rule: R): rule is Extract<R, { collection: string }> => "collection" in rule;

/** The collections that rules name, each once. */
export const collectionsOf = (rules: readonly TaxRule[]): string[] => [
  ...new Set(rules.filter(isCollectionRule).map((rule) => rule.collection)),
];

const isSame = (one: RuleKey, other: RuleKey): boolean =>
  isCollectionRule(one)
    ? isCollectionRule(other) && one.collection === other.collection
    : !isCollectionRule(other) && foldText(one.tag) === foldText(other.tag);

/** Adds a rule, or changes that of its tag or collection; an unreadable category leaves the rules as they are. */
export function withRule(rules: readonly TaxRule[], wanted: TaxRule): TaxRule[] {
  const known = readCategory(wanted.category);
  if (!known) return [...rules];
  const category = categoryText(known);
  const rule = isCollectionRule(wanted) ? { ...wanted, category } : { tag: wanted.tag.trim(), category };
  const at = rules.findIndex((one) => isSame(one, wanted));
  return at === -1 ? [...rules, rule] : rules.with(at, rule);
}

export const withoutRule = (rules: readonly TaxRule[], key: RuleKey): TaxRule[] => rules.filter((rule) => !isSame(rule, key));
