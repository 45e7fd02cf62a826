import type { ShopClient } from "~/db.server";
import type { PastOrderRow } from "~/ports/screens";

type Within = { from: Date; until: Date; most: number };
type Row = Omit<PastOrderRow, "totalMinor"> & { totalMinor: bigint };

/**
 * The newest orders of a time that a courier brought, or would have brought before the app was there. Of the stored orders only what is asked
 * for leaves the database: whole ones are ten times as much.
 */
export async function pastOrders(db: ShopClient, shopId: string, { from, until, most }: Within): Promise<PastOrderRow[]> {
  const rows = await db.$queryRawUnsafe<Row[]>(
    `SELECT o.id, o.name, o."totalMinor", o.sale->>'placedAt' AS "placedAt", (o.sale->>'totalGrams')::int AS "totalGrams",
       o.sale->'shippingAddress' AS "shippingAddress", o.sale->'shippingLines' AS "shippingLines",
       o.sale->'fulfillmentOrders' AS "fulfillmentOrders", (o.sale->>'taxesIncluded')::boolean AS "taxesIncluded",
       (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', l->'id', 'requiresShipping', l->'requiresShipping', 'quantity', l->'quantity',
          'originalMinor', l->'originalMinor', 'netMinor', l->'netMinor', 'taxLines', l->'taxLines')), '[]')
        FROM jsonb_array_elements(o.sale->'lines') l) AS lines,
       (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', d.id, 'state', d.state, 'method', d.method, 'locationGid', d."locationGid",
          'lines', d.lines) ORDER BY d.id), '[]') FROM "Delivery" d WHERE d."shopId" = o."shopId" AND d."orderId" = o.id AND d."returnGid" IS NULL) AS deliveries
     FROM "Order" o
     WHERE o."shopId" = $1::uuid AND o."placedAt" >= $2::timestamptz AND o."placedAt" < $3::timestamptz AND o."cancelledAt" IS NULL
       AND jsonb_typeof(o.sale->'shippingAddress') = 'object'
       AND (NOT EXISTS (SELECT 1 FROM "Delivery" d WHERE d."shopId" = o."shopId" AND d."orderId" = o.id)
         OR EXISTS (SELECT 1 FROM "Delivery" d WHERE d."shopId" = o."shopId" AND d."orderId" = o.id AND d.method = 'courier'))
     ORDER BY o."placedAt" DESC, o.id LIMIT $4::int`,
    shopId,
    from.toISOString(),
    until.toISOString(),
    most,
  );
  return rows.map(({ totalMinor, ...row }) => ({ ...row, totalMinor: Number(totalMinor) }));
}
