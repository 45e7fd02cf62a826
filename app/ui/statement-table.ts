import { formatMinor } from "~/domain/money/money";
import type { Statement } from "~/domain/settlement/statement";
import { csvOf, harmless } from "~/domain/table/csv";
import type { Locale } from "~/i18n/locale";
import { merchantWords } from "~/i18n/merchant";
import { formatsFor } from "./format";
import { whyOf } from "./statement-words";

const COLUMNS = ["day", "kind", "order", "amount", "currency", "why"] as const;

/** A statement's lines for a spreadsheet, in the merchant's language; the mark at its head tells that it is UTF-8. */
export function statementCsv(locale: Locale, timeZone: string, { lines, currency }: Statement): string {
  const { t } = merchantWords(locale);
  const { money, number } = formatsFor(locale, timeZone);
  const rows = lines.map((line) => [
    line.day,
    t(`admin.settlements.kind.${line.kind}`),
    harmless(line.order ?? ""),
    formatMinor(line.minor, currency),
    currency,
    harmless(whyOf(line, { t, money, number, currency })),
  ]);
  return `\uFEFF${csvOf([COLUMNS.map((column) => t(`admin.settlements.column.${column}`)), ...rows])}`;
}
