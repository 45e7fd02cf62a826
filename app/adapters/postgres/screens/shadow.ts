import type { ShopClient } from "~/db.server";
import type { ShadowResult } from "~/domain/shadow-month/result";
import type { ShadowReport } from "~/ports/screens";

/** What a page shows of each; the table for a spreadsheet has them all. */
const EXAMPLES = 5;
const LONGEST_LIST = 50;

const OF_RUN = `r."shopId" = $1::uuid AND r."runId" = $2::uuid`;
const ISSUED = `"outcome" = 'would_issue'`;
/** Sums of cents stay far below what a double holds exactly. */
const total = (amount: string) => `coalesce(sum(${amount}), 0)::float8`;

const CAUSES = `
  SELECT "outcome", "code", count(*)::int AS "count", ${total(`"totalMinor"`)} AS "totalMinor",
    to_jsonb((array_agg(jsonb_build_object('orderGid', "orderGid", 'name', "name", 'params', "params", 'totalMinor', "totalMinor",
      'currency', "currency") ORDER BY "placedAt", "orderGid"))[1:${EXAMPLES}]) AS "examples"
  FROM "ShadowResult" r WHERE ${OF_RUN} GROUP BY "outcome", "code" ORDER BY "outcome" = 'no_invoice', count(*) DESC, "code"`;
const TAXES = `
  SELECT tax->>'kind' AS "kind", tax->>'treatment' AS "treatment", (tax->>'rateBasisPoints')::int AS "rateBasisPoints",
    ${total(`(tax->>'baseMinor')::bigint`)} AS "baseMinor", ${total(`(tax->>'taxMinor')::bigint`)} AS "taxMinor",
    ${total(`(tax->>'chargedMinor')::bigint`)} AS "chargedMinor"
  FROM "ShadowResult" r, jsonb_array_elements(r."taxes") tax WHERE ${OF_RUN} AND ${ISSUED}
  GROUP BY 1, 2, 3 ORDER BY "kind" DESC, "rateBasisPoints" DESC, "treatment" DESC`;
const SUMS = `
  SELECT count(*)::int AS "orders", count(*) FILTER (WHERE ${ISSUED})::int AS "documents",
    ${total(`CASE WHEN ${ISSUED} THEN "totalMinor" + "differenceMinor" END`)} AS "documentsMinor",
    ${total(`CASE WHEN ${ISSUED} THEN "totalMinor" END`)} AS "ordersMinor",
    count(*) FILTER (WHERE ${ISSUED} AND "differenceMinor" <> 0)::int AS "differing",
    count(*) FILTER (WHERE ${ISSUED} AND "buyer" = 'final_consumer')::int AS "finalConsumers"
  FROM "ShadowResult" r WHERE ${OF_RUN}`;
const GATEWAYS = `
  SELECT gateway AS "gateway", count(*)::int AS "count" FROM "ShadowResult" r, unnest(r."gateways") gateway
  WHERE ${OF_RUN} GROUP BY 1 ORDER BY 2 DESC, 1`;
const PRODUCTS = `
  SELECT product->>'productId' AS "productId", max(product->>'title') AS "title", (product->>'rateBasisPoints')::int AS "rateBasisPoints",
    count(*)::int AS "count"
  FROM "ShadowResult" r, jsonb_array_elements(r."products") product WHERE ${OF_RUN} GROUP BY 1, 3 ORDER BY 4 DESC, 1, 3`;

/** What a month's orders come to: by cause, by tax, and what is still to be said by the merchant. */
export async function shadowReport(db: ShopClient, shopId: string, runId: string): Promise<ShadowReport> {
  const read = <T>(sql: string) => db.$queryRawUnsafe<T[]>(sql, shopId, runId);
  const [causes, taxes, [sums], gateways, products] = await Promise.all([
    read<ShadowReport["causes"][number]>(CAUSES),
    read<ShadowReport["taxes"][number]>(TAXES),
    read<Pick<ShadowReport, "orders" | "documents" | "documentsMinor" | "ordersMinor" | "differing" | "finalConsumers">>(SUMS),
    read<ShadowReport["gateways"][number]>(GATEWAYS),
    read<ShadowReport["products"][number]>(PRODUCTS),
  ]);
  const shown = products.slice(0, LONGEST_LIST);
  return { ...sums!, causes, taxes, gateways, products: shown, moreProducts: products.length - shown.length };
}

/** Every order of the month in the sequence in which they were placed. */
export async function shadowResults(db: ShopClient, runId: string): Promise<ShadowResult[]> {
  const rows = await db.shadowResult.findMany({ where: { runId }, orderBy: [{ placedAt: "asc" }, { orderGid: "asc" }] });
  return rows.map(({ shopId: _shop, runId: _run, totalMinor, differenceMinor, ...row }) => ({
    ...(row as unknown as ShadowResult),
    totalMinor: Number(totalMinor),
    differenceMinor: differenceMinor === null ? null : Number(differenceMinor),
  }));
}
