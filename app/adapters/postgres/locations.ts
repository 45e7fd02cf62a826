import { OPEN_STATES } from "~/domain/delivery/states";
import type { LocationLink, LocationRecord, ShopLocation } from "~/ports/location-records";
import type { Context } from "./store";

/** A delivery's own location; where Shopify has not said it yet, what `departureOf` says of its order. */
const OPEN_DEPARTURES = `
  SELECT DISTINCT COALESCE(d."locationGid", departure."gid") AS "gid" FROM "Delivery" d
  JOIN "Order" o ON o."shopId" = d."shopId" AND o."id" = d."orderId"
  LEFT JOIN LATERAL (
    SELECT one."value" ->> 'locationGid' AS "gid"
    FROM jsonb_array_elements(o."sale" -> 'fulfillmentOrders') WITH ORDINALITY AS one("value", "at")
    WHERE one."value" ->> 'status' <> 'CANCELLED' AND one."value" ->> 'locationGid' IS NOT NULL
    ORDER BY one."at" LIMIT 1
  ) departure ON d."locationGid" IS NULL
  WHERE d."shopId" = $1::uuid AND d."state" = ANY($2::text[]) AND COALESCE(d."locationGid", departure."gid") IS NOT NULL
  ORDER BY 1`;

export const locations = ({ shopId, db, ids }: Context) => ({
  async locations(): Promise<LocationRecord[]> {
    const rows = await db.location.findMany({ orderBy: [{ active: "desc" }, { name: "asc" }, { id: "asc" }] });
    return rows.map(({ shopId: _shop, ...location }) => location);
  },
  async locationByGid(gid: string): Promise<LocationRecord | null> {
    const row = await db.location.findUnique({ where: { shopId_gid: { shopId, gid } } });
    if (!row) return null;
    const { shopId: _shop, ...location } = row;
    return location;
  },
  async keepLocations(read: ShopLocation[]) {
    for (const { gid, ...location } of read)
      await db.location.upsert({
        where: { shopId_gid: { shopId, gid } },
        create: { shopId, id: ids.uuid(), gid, ...location },
        update: location,
      });
    await db.location.updateMany({ where: { gid: { notIn: read.map(({ gid }) => gid) } }, data: { active: false } });
  },
  async linkLocation(id: string, link: LocationLink) {
    await db.location.update({ where: { shopId_id: { shopId, id } }, data: link });
  },
  async openDepartures(): Promise<string[]> {
    const rows = await db.$queryRawUnsafe<{ gid: string }[]>(OPEN_DEPARTURES, shopId, ["unassigned", ...OPEN_STATES]);
    return rows.map(({ gid }) => gid);
  },
});
