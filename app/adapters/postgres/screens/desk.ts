import type { DeskView } from "~/domain/order/desk-view";
import type { ShopClient } from "~/db.server";
import type { DeskFilter, DeskRow, PageOf } from "~/ports/screens";
import { likePatterns } from "./search";

/** A person must act: something is marked, or the authority said no, or nobody knows what it said. */
export const NEEDS_ATTENTION = `(o."cancelledAt" IS NULL AND (d."attention" IS NOT NULL OR f."attention" IS NOT NULL OR f."state" IN ('rejected', 'answer_unknown')))`;

const VIEWS: Record<DeskView, string> = {
  all: "TRUE",
  attention: NEEDS_ATTENTION,
  to_deliver: `o."cancelledAt" IS NULL AND d."state" IN ('unassigned', 'assigned', 'attempt_failed')`,
  out: `d."state" = 'out_for_delivery'`,
  delivered: `d."state" = 'delivered'`,
  invoiced: `f."state" IN ('authorised', 'delivered_to_buyer')`,
  cancelled: `(o."cancelledAt" IS NOT NULL OR d."state" IN ('cancelled', 'returned'))`,
};

export const DESK_TABLES = `
  "Order" o
  LEFT JOIN "Delivery" d ON d."shopId" = o."shopId" AND d."orderId" = o."id"
  LEFT JOIN "FiscalDocument" f ON f."shopId" = o."shopId" AND f."orderId" = o."id" AND f."kind" = 'invoice'
  LEFT JOIN "Zone" z ON z."shopId" = o."shopId" AND z."id" = d."zoneId"
  LEFT JOIN "Courier" c ON c."shopId" = o."shopId" AND c."id" = d."courierId"`;

const COLUMNS = `
  o."id" AS "orderId", o."name", o."placedAt", o."customerName", o."city", o."paymentType", o."financialStatus", o."currency", o."totalMinor",
  z."name" AS "zone", c."name" AS "courier", d."state" AS "deliveryState", f."state" AS "documentState", f."number" AS "documentNumber",
  CASE WHEN o."cancelledAt" IS NULL THEN COALESCE(f."attention", d."attention") END AS "attention", COALESCE(${NEEDS_ATTENTION}, FALSE) AS "needsAttention"`;

/** The courier's, the zone's and the document's names change apart from the order's own search text. */
const FOUND = `o."searchText" || ' ' || translate(lower(concat_ws(' ', c."name", z."name", f."number")), 'áàäâéèëêíìïîóòöôúùüûñç', 'aaaaeeeeiiiioooouuuunc') LIKE ALL ($2::text[])`;

type Raw = Omit<DeskRow, "totalMinor"> & { totalMinor: bigint };

export async function deskPage(db: ShopClient, shopId: string, { view, term, offset, limit }: DeskFilter): Promise<PageOf<DeskRow>> {
  const where = `o."shopId" = $1::uuid AND ${VIEWS[view]} AND ${FOUND}`;
  const patterns = likePatterns(term);
  const [rows, counted] = await Promise.all([
    db.$queryRawUnsafe<Raw[]>(
      `SELECT ${COLUMNS} FROM ${DESK_TABLES} WHERE ${where} ORDER BY "needsAttention" DESC, o."placedAt" DESC, o."id" DESC LIMIT $3 OFFSET $4`,
      shopId,
      patterns,
      limit,
      offset,
    ),
    db.$queryRawUnsafe<{ total: bigint }[]>(`SELECT count(*) AS total FROM ${DESK_TABLES} WHERE ${where}`, shopId, patterns),
  ]);
  return { rows: rows.map((row) => ({ ...row, totalMinor: Number(row.totalMinor) })), total: Number(counted[0]?.total ?? 0) };
}
