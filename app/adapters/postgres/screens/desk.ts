import type { ShopClient } from "~/db.server";
import { weightier } from "~/domain/attention/weight";
import type { DeskView } from "~/domain/order/desk-view";
import type { Worded } from "~/ports/records";
import type { DeskFilter, DeskRow, PageOf } from "~/ports/screens";
import { likePatterns, orderFoundBy } from "./search";

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

/** Not what fetches the goods of a return. */
const OUTWARD = `AND "returnGid" IS NULL`;
/** Whether one of the order's deliveries is in one of these states. An order may have several. */
const hasDelivery = (states: string, which = ""): string =>
  `o."id" IN (SELECT "orderId" FROM "Delivery" WHERE "shopId" = $1::uuid AND "state" IN (${states}) ${which})`;
const INVOICED = `SELECT "orderId" FROM "FiscalDocument" WHERE "shopId" = $1::uuid AND "kind" = 'invoice' AND "state" IN ('authorised', 'delivered_to_buyer')`;

const VIEWS: Record<DeskView, string> = {
  all: "TRUE",
  attention: "TRUE",
  to_deliver: `o."cancelledAt" IS NULL AND ${hasDelivery(`'unassigned', 'assigned', 'attempt_failed'`)}`,
  again: `o."cancelledAt" IS NULL AND ${hasDelivery(`'attempt_failed'`)}`,
  out: hasDelivery(`'out_for_delivery'`),
  delivered: hasDelivery(`'delivered'`, OUTWARD),
  invoiced: `o."id" IN (${INVOICED})`,
  cancelled: `(o."cancelledAt" IS NOT NULL OR ${hasDelivery(`'cancelled', 'returned'`, OUTWARD)})`,
};

/** Of several ways out the one that is furthest behind, as domain/delivery/overall says it. */
const SHOWN_DELIVERY = `
  SELECT s.*, count(*) OVER () AS "deliveries",
    sum(s."parcels") FILTER (WHERE s."method" = 'courier' AND s."state" IN ('unassigned', 'assigned', 'attempt_failed', 'out_for_delivery')) OVER () AS "labels"
  FROM "Delivery" s WHERE s."shopId" = o."shopId" AND s."orderId" = o."id" AND s."returnGid" IS NULL
  ORDER BY array_position(ARRAY['unassigned', 'assigned', 'attempt_failed', 'out_for_delivery', 'returned', 'delivered'], s."state") NULLS LAST, s."id" LIMIT 1`;
/** Of several invoices the one that a person must look at, else the last; one that made room for another is none of them. */
const SHOWN_INVOICE = `
  SELECT * FROM "FiscalDocument" i WHERE i."shopId" = o."shopId" AND i."orderId" = o."id" AND i."kind" = 'invoice' AND i."subject" NOT LIKE 'voided:%'
  ORDER BY (i."attention" IS NOT NULL) DESC, i."id" DESC LIMIT 1`;

/** What fetches the goods of a return, until they are at the shop. */
const SHOWN_RETURN = `
  SELECT r."state" FROM "Delivery" r WHERE r."shopId" = o."shopId" AND r."orderId" = o."id" AND r."returnGid" IS NOT NULL
    AND (r."state" NOT IN ('delivered', 'cancelled', 'returned') OR r."owesRest") ORDER BY r."id" LIMIT 1`;

/** What a page's rows are read from; filters and counts look at orders alone. */
const ROWS = `
  LEFT JOIN LATERAL (${SHOWN_DELIVERY}) d ON TRUE
  LEFT JOIN LATERAL (${SHOWN_INVOICE}) f ON TRUE
  LEFT JOIN "Zone" z ON z."shopId" = d."shopId" AND z."id" = d."zoneId"
  LEFT JOIN "Courier" c ON c."shopId" = d."shopId" AND c."id" = d."courierId"`;

const COLUMNS = `
  o."id" AS "orderId", o."name", o."placedAt", o."customerName", o."city", o."paymentType", o."financialStatus", o."currency", o."totalMinor",
  z."name" AS "zone", c."name" AS "courier", d."state" AS "deliveryState", d."method" AS "deliveryMethod", COALESCE(d."deliveries", 0)::int AS "deliveries", (${SHOWN_RETURN}) AS "returnState",
  COALESCE(d."labels", 0)::int AS "labels",
  CASE WHEN d."state" = 'attempt_failed' THEN d."reattemptOn" END AS "reattemptOn",
  COALESCE(d."state" = 'delivered' AND d."heldFor" = 'photo', FALSE) AS "awaitsPhoto",
  f."state" AS "documentState", f."number" AS "documentNumber", f."attention" AS "ofDocument",
  COALESCE(d."attention", (
    SELECT s."attention" FROM "Delivery" s WHERE s."shopId" = o."shopId" AND s."orderId" = o."id" AND s."attention" IS NOT NULL ORDER BY s."id" LIMIT 1
  )) AS "ofDelivery", p."needs" AS "needsAttention"`;

type Raw = Omit<DeskRow, "totalMinor" | "attention"> & { totalMinor: bigint; ofDocument: Worded | null; ofDelivery: Worded | null };

const toRow = ({ ofDocument, ofDelivery, totalMinor, ...row }: Raw): DeskRow => ({
  ...row,
  totalMinor: Number(totalMinor),
  attention: row.needsAttention ? weightier(ofDelivery, ofDocument) : null,
});

/** What a page's query and its count begin with: the few that need attention and, when words are looked for, all that match, found once. */
const withSets = (patterns: readonly string[]): string => {
  const matched = `matched AS MATERIALIZED (SELECT o."id" FROM "Order" o WHERE o."shopId" = $1::uuid${orderFoundBy(patterns, 2)})`;
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
        needed AS (SELECT o."id", o."placedAt", TRUE AS "needs" FROM "Order" o WHERE ${wanted} AND ${needs}),
        rest AS (SELECT o."id", o."placedAt", FALSE AS "needs" FROM "Order" o WHERE ${wanted} AND ${others} ORDER BY o."placedAt" DESC, o."id" DESC LIMIT ${most} + ${skipped}),
        page AS (SELECT * FROM needed UNION ALL SELECT * FROM rest ORDER BY ${order} LIMIT ${most} OFFSET ${skipped})
      SELECT ${COLUMNS} FROM page p JOIN "Order" o ON o."shopId" = $1::uuid AND o."id" = p."id" ${ROWS}
      ORDER BY p."needs" DESC, p."placedAt" DESC, p."id" DESC`,
      shopId,
      ...patterns,
      limit,
      offset,
    ),
    db.$queryRawUnsafe<{ total: bigint }[]>(
      `${withSets(patterns)} SELECT count(*) AS total FROM "Order" o WHERE ${counted}`,
      shopId,
      ...patterns,
    ),
  ]);
  return { rows: rows.map(toRow), total: Number(count[0]?.total ?? 0) };
}
