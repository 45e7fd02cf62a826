import { csvOf, harmless } from "~/domain/table/csv";
import { categoryText, readCategory } from "./category-text";

export type ProductRow = { productId: string; product: string; category: string };
/** null: the product's entry is taken away. */
export type ProductCategory = { productId: string; category: string | null };
export type ReadCsv =
  { ok: true; value: ProductCategory[] } | { ok: false; problem: { code: "tax_csv_invalid"; params: { line: number; text: string } } };

const HEADER = ["product_id", "product", "category"];

/** A table for a spreadsheet; what is read back are the first and the last column. */
export const writeCategoryCsv = (rows: readonly ProductRow[]): string =>
  csvOf([HEADER, ...rows.map(({ productId, product, category }) => [lastPart(productId), harmless(product), category])]);

/** Reads what a spreadsheet made of it: commas or semicolons, quotes, a byte order mark. `tax_csv_invalid` { line, text } names the first bad line. */
export function readCategoryCsv(text: string): ReadCsv {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const separator = (lines[0] ?? "").includes(";") ? ";" : ",";
  const found: ProductCategory[] = [];
  for (const [at, line] of lines.entries()) {
    const cells = cellsOf(line, separator);
    if (line.trim() === "" || (at === 0 && cells[0]?.toLowerCase() === HEADER[0])) continue;
    const row = readRow(cells);
    if (!row) return { ok: false, problem: { code: "tax_csv_invalid", params: { line: at + 1, text: line.slice(0, 80) } } };
    found.push(row);
  }
  return { ok: true, value: found };
}

function readRow([id = "", , text = ""]: string[]): ProductCategory | null {
  const number = /^(?:gid:\/\/shopify\/Product\/)?(\d{1,19})$/.exec(id)?.[1];
  const category = text === "" ? null : readCategory(text);
  if (!number || (text !== "" && category === null)) return null;
  return { productId: `gid://shopify/Product/${number}`, category: category && categoryText(category) };
}

/** One line's cells; a doubled quote inside quotes is a quote. */
function cellsOf(line: string, separator: string): string[] {
  const cells = [""];
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at]!;
    if (sign === '"' && isQuoted && line[at + 1] === '"') at += 1;
    else if (sign === '"') {
      isQuoted = !isQuoted;
      continue;
    } else if (sign === separator && !isQuoted) {
      cells.push("");
      continue;
    }
    cells[cells.length - 1] += sign;
  }
  return cells.map((cell) => cell.trim());
}

const lastPart = (gid: string): string => gid.slice(gid.lastIndexOf("/") + 1);
