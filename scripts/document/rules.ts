import { LOCALES, type Locale } from "../../app/i18n/locale.ts";
import { merchantWords } from "../../app/i18n/merchant.ts";
import type { Problem } from "../../app/countries/pack.ts";
import { attentionIn } from "../../app/ui/worded.ts";

/** A rule that failed: its code, what it is about, and what the merchant would read in the admin. */
export type FailedRule = {
  code: string;
  where: string;
  params: Record<string, string | number>;
  words: Record<Locale, { title: string; next: string }>;
};

const PLACES: Record<string, string> = {
  order_cancelled: "order.cancelledAt",
  currency_not_supported: "order.currencyCode",
  gift_cards_only: "order.lineItems.isGiftCard",
  tax_rate_expired: "order.taxLines",
  tax_rate_unknown: "order.taxLines",
  fiscal_data_missing: "order.fiscalData",
  fiscal_data_invalid: "order.fiscalData",
  production_not_enabled: "issuer.environment",
  schema_invalid: "document.xml",
};

function whereOf({ code, params }: Problem): string {
  if (code === "issuer_data_invalid") return SERIES.has(String(params?.field)) ? `series.${params?.field}` : `issuer.${params?.field}`;
  return PLACES[code] ?? (code.startsWith("certificate_") ? "p12" : "order");
}

const SERIES = new Set(["establishment", "emissionPoint"]);

/** Problems as failed rules, each once. */
export function failedRules(problems: readonly Problem[]): FailedRule[] {
  const rules = problems.map((problem) => ({
    code: problem.code,
    where: whereOf(problem),
    params: problem.params ?? {},
    words: Object.fromEntries(LOCALES.map((locale) => [locale, attentionIn(merchantWords(locale).t)(problem)])) as FailedRule["words"],
  }));
  return [...new Map(rules.map((rule) => [JSON.stringify([rule.code, rule.params]), rule])).values()];
}
