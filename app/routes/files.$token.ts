import type { LoaderFunctionArgs } from "@remix-run/node";
import { queries } from "~/composition.server";
import { localeFrom } from "~/i18n/locale";
import { statementPage } from "~/ui/statement-print";
import { statementCsv } from "~/ui/statement-table";
import { shadowTableCsv } from "~/ui/shadow-table";

const PRIVATE = {
  "Cache-Control": "no-store",
  "X-Robots-Tag": "noindex",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** A photo, an invoice or a table, for whoever holds a signed link that is still in force. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const token = params.token ?? "";
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get("locale");
  const file =
    (await queries.file({ token })) ?? (await tableFile(token, asked)) ?? (await statementFile(token, asked, searchParams.has("print")));
  if (!file) return new Response("404", { status: 404, headers: { ...PRIVATE, "Content-Type": "text/plain" } });
  const disposition = `${file.inline ? "inline" : "attachment"}; filename="${file.filename.replace(/[^\w.-]/g, "_")}"`;
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      ...PRIVATE,
      "Content-Type": file.contentType,
      "Content-Disposition": disposition,
      "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    },
  });
}

/** Its words are the merchant's, so that it is written here. */
async function tableFile(token: string, asked: string | null) {
  const table = await queries.shadowTable({ token });
  if (!table) return null;
  const csv = shadowTableCsv(localeFrom(asked, table.shop.locale), table.results);
  const bytes = new TextEncoder().encode(csv);
  return { bytes, contentType: "text/csv; charset=utf-8", filename: `shadow-${table.month}.csv`, inline: false };
}

/** The same of a courier's statement: its table, or a page to be printed. */
async function statementFile(token: string, asked: string | null, isPrint: boolean) {
  const found = await queries.settlementFile({ token });
  if (!found) return null;
  const { shop, statement, settlement } = found;
  const locale = localeFrom(asked, shop.locale);
  const name = `settlement-${settlement.number}-${settlement.until}`;
  const text = isPrint ? statementPage(locale, shop.timeZone, statement, settlement) : statementCsv(locale, shop.timeZone, statement);
  const kind = isPrint ? "html" : "csv";
  return {
    bytes: new TextEncoder().encode(text),
    contentType: `text/${kind}; charset=utf-8`,
    filename: `${name}.${kind}`,
    inline: isPrint,
  };
}
