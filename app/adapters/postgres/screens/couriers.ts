import { OPEN_STATES } from "~/domain/delivery/states";
import type { ShopClient } from "~/db.server";
import type { CourierLoad } from "~/ports/screens";
import { startOfDay } from "./counters";

const LOADS = `
  SELECT c."id" AS "courierId", c."mailProblem",
    (SELECT count(*) FROM "Delivery" d WHERE d."shopId" = c."shopId" AND d."courierId" = c."id" AND d."state" = ANY ($4::text[])) AS "openStops",
    (SELECT count(*) FROM "Delivery" d WHERE d."shopId" = c."shopId" AND d."courierId" = c."id" AND d."state" <> 'cancelled'
       AND d."assignedAt" >= ${startOfDay("$2", "$3")}) AS "assignedToday",
    (SELECT COALESCE(array_agg(z."name" ORDER BY z."priority", z."name"), '{}') FROM "ZoneCourier" zc JOIN "Zone" z ON z."shopId" = zc."shopId" AND z."id" = zc."zoneId"
       WHERE zc."shopId" = c."shopId" AND zc."courierId" = c."id" AND z."active") AS "zones",
    (SELECT jsonb_build_object('id', l."id", 'expiresAt', l."expiresAt") FROM "AccessLink" l
       WHERE l."shopId" = c."shopId" AND l."kind" = 'courier' AND l."subjectId" = c."id" AND l."revokedAt" IS NULL AND l."expiresAt" > $2
       ORDER BY l."createdAt" DESC LIMIT 1) AS "link"
  FROM "Courier" c WHERE c."shopId" = $1::uuid`;

type Raw = Pick<CourierLoad, "courierId" | "zones" | "mailProblem"> & {
  openStops: bigint;
  assignedToday: bigint;
  link: { id: string; expiresAt: string } | null;
};

export async function courierLoads(db: ShopClient, shopId: string, now: Date, timeZone: string): Promise<CourierLoad[]> {
  const rows = await db.$queryRawUnsafe<Raw[]>(LOADS, shopId, now, timeZone, [...OPEN_STATES]);
  return rows.map(({ openStops, assignedToday, link, ...row }) => ({
    ...row,
    openStops: Number(openStops),
    assignedToday: Number(assignedToday),
    link: link && { id: link.id, expiresAt: new Date(link.expiresAt) },
  }));
}
