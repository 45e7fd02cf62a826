import type { TaxCategory } from "~/domain/order/order";
import { categoryText } from "~/domain/tax-category/category-text";
import type { ExciseTax, PerUnitTax, VatTax } from "./tax";
import type { Burden } from "./take-taxes-out";
import type { SaleItem } from "./sale-items";

/** Why an order has no totals; the same shape as a country pack's Problem. */
export type TotalsProblem = { code: string; params?: Record<string, string | number> };

/** What the country adds: which taxes its law knows on the day of the document. Each check gives null for what is in force. */
export type TaxLaw = {
  vat(rateBasisPoints: number): TotalsProblem | null;
  excise(excise: NonNullable<TaxCategory["excise"]>): TotalsProblem | null;
  /** The tax on bottles; null where there is none. */
  bottle: PerUnitTax | null;
};

export type Burdened = { ok: true; burden: Burden; vatTaxMinor: bigint; isExciseListed: boolean } | { ok: false; problem: TotalsProblem };

/**
 * The taxes an item bears, and what of Shopify's own tax is value added tax. Rates are what Shopify charged; how the law treats the thing,
 * excise and bottles are the merchant's category. Two rates on one item are nothing a single tax can express, unless one is its excise.
 */
export function burdenOf(item: SaleItem, law: TaxLaw): Burdened {
  const { category } = item;
  const rates = [...new Set(item.taxLines.map((tax) => tax.rateBasisPoints).filter((rate) => rate !== 0))];
  const exciseRate = category?.excise?.rateBasisPoints;
  const isExciseListed = exciseRate !== undefined && rates.length === 2 && rates.includes(exciseRate);
  const vatRates = isExciseListed ? rates.filter((rate) => rate !== exciseRate) : rates;
  if (vatRates.length > 1) return refuse("tax_rate_unknown", { rate: vatRates.map((rate) => rate / 100).join(" + ") });
  const vat = vatOf(category, vatRates[0] ?? 0);
  const rate = vatRates[0] ?? 0;
  const differs = category && {
    line: item.description,
    category: categoryText(category),
    rate: String(rate / 100),
  };
  if (differs && vat.treatment !== "rated" && rate > 0) return refuse("tax_category_differs", differs);
  const wrong =
    (vat.treatment === "rated" ? law.vat(vat.rateBasisPoints) : null) ?? (category?.excise ? law.excise(category.excise) : null);
  if (wrong) return { ok: false, problem: wrong };
  if (differs && isOtherRate(item, rate)) return refuse("tax_category_differs", differs);
  if (category?.bottle && !law.bottle) return refuse("tax_rate_unknown", { rate: "bottle" });
  const vatLines = item.taxLines.filter((tax) => !isExciseListed || tax.rateBasisPoints !== exciseRate);
  return {
    ok: true,
    burden: { vat, excise: exciseOf(category), perUnit: perUnitOf(item, law) },
    vatTaxMinor: BigInt(vatLines.reduce((sum, tax) => sum + tax.amountMinor, 0)),
    isExciseListed,
  };
}

/** What costs nothing bears no tax at any rate. */
const isOtherRate = ({ category, netMinor }: SaleItem, charged: number): boolean =>
  category?.rateBasisPoints !== undefined && category.rateBasisPoints !== charged && netMinor !== 0;

const vatOf = (category: TaxCategory | null, rateBasisPoints: number): VatTax =>
  category === null || category.vat === "rated"
    ? { kind: "vat", treatment: "rated", rateBasisPoints }
    : { kind: "vat", treatment: category.vat, rateBasisPoints: 0 };

const exciseOf = (category: TaxCategory | null): ExciseTax | null => (category?.excise ? { kind: "excise", ...category.excise } : null);

const perUnitOf = ({ category, quantity }: SaleItem, { bottle }: TaxLaw): Burden["perUnit"] =>
  category?.bottle && bottle ? { tax: bottle, units: category.bottle.perItem * quantity } : null;

const refuse = (code: string, params: TotalsProblem["params"]): Burdened => ({ ok: false, problem: { code, ...(params && { params }) } });
