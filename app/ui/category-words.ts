import { readCategory } from "~/domain/tax-category/category-text";
import type { useWords } from "./words";

/** A tax category as merchants say it; a text that is none stays as it is. */
export function categoryWords(t: ReturnType<typeof useWords>, text: string): string {
  const category = readCategory(text);
  if (!category) return text;
  const { vat, rateBasisPoints = 0, excise, bottle } = category;
  return [
    t(`states.tax.${vat}`, { rate: rateBasisPoints / 100 }),
    excise && t("states.tax.excise", { code: excise.code, rate: excise.rateBasisPoints / 100 }),
    bottle && t("states.tax.bottles", { count: bottle.perItem }),
  ]
    .filter(Boolean)
    .join(" · ");
}
