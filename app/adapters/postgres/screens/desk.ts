import type { ShopClient } from "~/db.server";
import { weightier } from "~/domain/attention/weight";
import type { DeskView } from "~/domain/order/desk-view";
import type { Worded } from "~/ports/records";
import type { DeskFilter, DeskRow, PageOf } from "~/ports/screens";
import { foundBy, likePatterns } from "./search";

const OF_ORDER = (alias: string) => `"Order" o ON o."shopId" = ${alias}."shopId" AND o."id" = ${alias}."orderId"`;

/**
 * Orders of which a person must see something: it is marked, or the authority said no, or nobody knows what it said. Few, whatever the
 * shop's size. Of a cancelled order only what is still to be decided: the goods were handed over all the same, or the document bears a number.
 */
export const NEEDING = `
  SELECT m."orderId" AS "id" FROM "Delivery" m JOIN ${OF_ORDER("m")}
    WHERE m."shopId" = $1::uuid AND m."attention" IS NOT NULL AND (o."cancelledAt" IS NULL OR m."state" NOT IN ('cancelled', 'returned', 'unassigned'))
  UNION
  SELECT m."orderId" FROM "FiscalDocument" m JOIN ${OF_ORDER("m")} LEFT JOIN "Delivery" d ON d."shopId" = m."shopId" AND d."orderId" = m."orderId"
    WHERE m."shopId" = $1::uuid AND (m."attention" IS NOT NULL OR m."state" IN ('rejected', 'answer_unknown'))
      AND (o."cancelledAt" IS NULL OR m."number" IS NOT NULL OR d."state" = 'delivered')`;

const VIEWS: Record<DeskView, string> = {
  all: "TRUE",
  attention: "TRUE",
  to_deliver: `o."cancelledAt" IS NULL AND d."state" IN ('unassigned', 'assigned', 'attempt_failed')`,
  out: `d."state" = 'out_for_delivery'`,
  delivered: `d."state" = 'delivered'`,
  invoiced: `f."state" IN ('authorised', 'delivered_to_buyer')`,
  cancelled: `(o."cancelledAt" IS NOT NULL OR d."state" IN ('cancelled', 'returned'))`,
};

// All joins are on unique keys: PostgreSQL leaves out those whose columns a query doesn't use.
const TABLES = `
  "Order" o
  LEFT JOIN "Delivery" d ON d."shopId" = o."shopId" AND d."orderId" = o."id"
  LEFT JOIN "FiscalDocument" f ON f."shopId" = o."shopId" AND f."kind" = 'invoice' AND f."subject" = o."id"::text
  LEFT JOIN "Zone" z ON z."shopId" = d."shopId" AND z."id" = d."zoneId"
  LEFT JOIN "Courier" c ON c."shopId" = d."shopId" AND c."id" = d."courierId"`;

const COLUMNS = `
  o."id" AS "orderId", o."name", o."placedAt", o."customerName", o."city", o."paymentType", o."financialStatus", o."currency", o."totalMinor",
  z."name" AS "zone", c."name" AS "courier", d."state" AS "deliveryState", f."state" AS "documentState", f."number" AS "documentNumber",
  f."attention" AS "ofDocument", d."attention" AS "ofDelivery", p."needs" AS "needsAttention"`;

type Raw = Omit<DeskRow, "totalMinor" | "attention"> & { totalMinor: bigint; ofDocument: Worded | null; ofDelivery: Worded | null };

const toRow = ({ ofDocument, ofDelivery, totalMinor, ...row }: Raw): DeskRow => ({
  ...row,
  totalMinor: Number(totalMinor),
  attention: row.needsAttention ? weightier(ofDelivery, ofDocument) : null,
});

/** What a page's query and its count begin with: the few that need attention and, when words are looked for, all that match, found once. */
const withSets = (patterns: readonly string[]): string => {
  const matched = `matched AS MATERIALIZED (SELECT o."id" FROM ${TABLES} WHERE o."shopId" = $1::uuid${foundBy(patterns, 2, true)})`;
  return `WITH needing AS MATERIALIZED (${NEEDING})${patterns.length > 0 ? `, ${matched}` : ""}`;
};

export async function deskPage(db: ShopClient, shopId: string, { view, term, offset, limit }: DeskFilter): Promise<PageOf<DeskRow>> {
  const patterns = likePatterns(term);
  const wanted = `o."shopId" = $1::uuid AND ${VIEWS[view]}${patterns.length > 0 ? ` AND o."id" IN (SELECT "id" FROM matched)` : ""}`;
  const needs = `o."id" IN (SELECT "id" FROM needing)`;
  const others = view === "attention" ? "FALSE" : `NOT (${needs})`;
  const counted = view === "attention" ? `${wanted} AND ${needs}` : wanted;
  const [most, skipped] = [patterns.length + 2, patterns.length + 3].map((n) => `$${n}::int`);
  const order = `"needs" DESC, "placedAt" DESC, "id" DESC`;
  const [rows, count] = await Promise.all([
    db.$queryRawUnsafe<Raw[]>(
      `${withSets(patterns)},
        needed AS (SELECT o."id", o."placedAt", TRUE AS "needs" FROM ${TABLES} WHERE ${wanted} AND ${needs}),
        rest AS (SELECT o."id", o."placedAt", FALSE AS "needs" FROM ${TABLES} WHERE ${wanted} AND ${others} ORDER BY o."placedAt" DESC, o."id" DESC LIMIT ${most} + ${skipped}),
        page AS (SELECT * FROM needed UNION ALL SELECT * FROM rest ORDER BY ${order} LIMIT ${most} OFFSET ${skipped})
      SELECT ${COLUMNS} FROM page p JOIN ${TABLES.replace(`"Order" o`, `"Order" o ON o."shopId" = $1::uuid AND o."id" = p."id"`)}
      ORDER BY p."needs" DESC, p."placedAt" DESC, p."id" DESC`,
      shopId,
      ...patterns,
      limit,
      offset,
    ),
    db.$queryRawUnsafe<{ total: bigint }[]>(
      `${withSets(patterns)} SELECT count(*) AS total FROM ${TABLES} WHERE ${counted}`,
      shopId,
      ...patterns,
    ),
  ]);
  return { rows: rows.map(toRow), total: Number(count[0]?.total ?? 0) };
}
