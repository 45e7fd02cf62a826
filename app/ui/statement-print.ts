import type { SettlementState } from "~/domain/settlement/settlement-state";
import type { Statement } from "~/domain/settlement/statement";
import type { Locale } from "~/i18n/locale";
import { merchantWords } from "~/i18n/merchant";
import { formatsFor, type Formats } from "./format";
import { factsOf } from "./statement-facts";
import { whyOf } from "./statement-words";

type Printed = { state: SettlementState; sha256: string; issuedAt: Date; answeredAt: Date | null; paidAt: Date | null };

const STYLE = `body{font:13px/1.45 system-ui,sans-serif;color:#111;max-width:46em;margin:2em auto;padding:0 1em}
table{border-collapse:collapse;width:100%;margin:1em 0}th,td{border-bottom:1px solid #ccc;padding:.35em .5em;text-align:left;vertical-align:top}
td.n,th.n{text-align:right;white-space:nowrap}code{overflow-wrap:anywhere;font-size:11px}h1{font-size:1.4em;margin:0}thead{display:table-header-group}
tr{break-inside:avoid}@page{margin:16mm}`;

/** A statement as a page of its own, to be printed or kept as PDF. */
export function statementPage(locale: Locale, timeZone: string, statement: Statement, printed: Printed): string {
  const { t } = merchantWords(locale);
  const formats = formatsFor(locale, timeZone);
  const { money, number, dateTime } = formats;
  const { number: ordinal, shop, courier, currency, period, lines } = statement;
  const amount = (minor: number) => escape(money(minor, currency));
  const facts = factsOf(statement).map(([name, minor]) => row([escape(t(`admin.settlements.fact.${name}`)), amount(minor)]));
  const entries = lines.map((line) =>
    row([
      line.day,
      escape(t(`admin.settlements.kind.${line.kind}`)),
      escape(line.order ?? ""),
      escape(whyOf(line, { t, money, number, currency })),
      amount(line.minor),
    ]),
  );
  const heads = (["day", "kind", "order", "why", "amount"] as const).map((column) => escape(t(`admin.settlements.column.${column}`)));
  const title = escape(`${t("admin.settlements.number", { number: ordinal })} · ${courier}`);
  const moments = [
    t("admin.settlements.issuedAt", { when: dateTime(printed.issuedAt.toISOString()) }),
    printed.answeredAt &&
      t(`admin.settlements.answered.${printed.state === "disputed" ? "no" : "yes"}`, { when: dateTime(printed.answeredAt.toISOString()) }),
    printed.paidAt && t("admin.settlements.paidAt", { when: dateTime(printed.paidAt.toISOString()) }),
  ];
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body>
<h1>${title}</h1><p>${escape(shop)}<br>${escape(periodText(t, formats, period))}</p>
<table>${facts.join("")}</table>
<table><thead>${row(heads, "th")}</thead><tbody>${entries.join("")}</tbody></table>
<p>${moments
    .filter((text) => text !== null)
    .map(escape)
    .join("<br>")}</p><p>SHA-256 <code>${printed.sha256}</code></p></body></html>`;
}

type Translate = ReturnType<typeof merchantWords>["t"];
export function periodText(t: Translate, { fiscalDate }: Pick<Formats, "fiscalDate">, { from, until }: Statement["period"]): string {
  const end = { until: fiscalDate(until) };
  return from === null ? t("admin.settlements.until", end) : t("admin.settlements.period", { from: fiscalDate(from), ...end });
}

/** The last cell is an amount. */
const row = (cells: readonly string[], tag: "td" | "th" = "td"): string =>
  `<tr>${cells.map((cell, at) => `<${tag}${at === cells.length - 1 ? ' class="n"' : ""}>${cell}</${tag}>`).join("")}</tr>`;

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
