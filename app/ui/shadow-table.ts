import { formatMinor } from "~/domain/money/money";
import type { ShadowResult } from "~/domain/shadow-month/result";
import { csvOf, harmless } from "~/domain/table/csv";
import type { Locale } from "~/i18n/locale";
import { merchantWords } from "~/i18n/merchant";
import { attentionIn } from "./worded";

const COLUMNS = ["order", "placed", "outcome", "code", "problem", "next", "total", "currency", "difference", "buyer"] as const;

/** A month's orders for a spreadsheet, in the merchant's language; the mark at its head tells that it is UTF-8. */
export function shadowTableCsv(locale: Locale, results: readonly ShadowResult[]): string {
  const { t } = merchantWords(locale);
  const attention = attentionIn(t);
  const rowOf = ({ code, params, currency, ...one }: ShadowResult): string[] => {
    const words = code === null ? { title: "", next: "" } : attention({ code, params });
    return [
      harmless(one.name),
      one.placedAt.toISOString(),
      t(`admin.shadow.outcome.${one.outcome}`),
      code ?? "",
      harmless(words.title),
      words.next,
      formatMinor(one.totalMinor, currency),
      currency,
      one.differenceMinor === null ? "" : formatMinor(one.differenceMinor, currency),
      one.buyer === null ? "" : t(`admin.shadow.buyer.${one.buyer}`),
    ];
  };
  return `\uFEFF${csvOf([COLUMNS.map((column) => t(`admin.shadow.column.${column}`)), ...results.map(rowOf)])}`;
}
