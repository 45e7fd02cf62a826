import type { DocumentView } from "~/domain/document/document-view";
import type { ShopClient } from "~/db.server";
import type { DocumentFilter, DocumentRow, PageOf } from "~/ports/screens";
import { foundBy, likePatterns } from "./search";

const VIEWS: Record<DocumentView, string> = {
  all: "TRUE",
  attention: `(f."attention" IS NOT NULL OR f."state" IN ('rejected', 'answer_unknown'))`,
  open: `f."state" IN ('waiting_for_data', 'numbered', 'signed', 'sent', 'answer_unknown')`,
  authorised: `f."state" IN ('authorised', 'delivered_to_buyer')`,
  closed: `f."state" IN ('voided', 'credited')`,
};

/** When the buyer got it: of several deliveries the first. */
const DELIVERED_AT = `(SELECT min(d."deliveredAt") FROM "Delivery" d WHERE d."shopId" = f."shopId" AND d."orderId" = f."orderId" AND d."returnGid" IS NULL)`;

const COLUMNS = `
  f."id" AS "documentId", f."kind", f."orderId", o."name" AS "orderName", COALESCE(o."customerName", c."name", '') AS "customerName", r."courierId", f."state", f."number", f."currency", f."totalMinor", f."createdAt", ${DELIVERED_AT} AS "deliveredAt", to_char(f."issueDate", 'YYYY-MM-DD') AS "issueDate",
  f."authorisedAt", f."mailedTo", f."attention", f."tries"`;
// A guide belongs to no order but to a courier's run. Joined on its whole key, so that a count leaves it out.
const TABLES = `"FiscalDocument" f
  LEFT JOIN "Order" o ON o."shopId" = f."shopId" AND o."id" = f."orderId"
  LEFT JOIN "Run" r ON r."shopId" = f."shopId" AND r."id" = CASE WHEN f."kind" = 'dispatch_guide' AND f."subject" NOT LIKE 'voided:%' THEN f."subject"::uuid END
  LEFT JOIN "Courier" c ON c."shopId" = r."shopId" AND c."id" = r."courierId"`;

type Raw = Omit<DocumentRow, "totalMinor"> & { totalMinor: bigint };

export async function documentPage(
  db: ShopClient,
  shopId: string,
  { view, term, offset, limit }: DocumentFilter,
): Promise<PageOf<DocumentRow>> {
  const patterns = likePatterns(term);
  const where = `f."shopId" = $1::uuid AND ${VIEWS[view]}${foundBy(patterns, 2)}`;
  const [most, skipped] = [patterns.length + 2, patterns.length + 3].map((n) => `$${n}::int`);
  const [rows, counted] = await Promise.all([
    db.$queryRawUnsafe<Raw[]>(
      `SELECT ${COLUMNS} FROM ${TABLES} WHERE ${where} ORDER BY (${VIEWS.attention}) DESC, f."id" DESC LIMIT ${most} OFFSET ${skipped}`,
      shopId,
      ...patterns,
      limit,
      offset,
    ),
    db.$queryRawUnsafe<{ total: bigint }[]>(`SELECT count(*) AS total FROM ${TABLES} WHERE ${where}`, shopId, ...patterns),
  ]);
  return { rows: rows.map((row) => ({ ...row, totalMinor: Number(row.totalMinor) })), total: Number(counted[0]?.total ?? 0) };
}
