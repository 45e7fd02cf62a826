import type { CourierReport, MoneyReportLeft, OthersReport } from "~/ports/door-records";
import type { Context } from "./store";

const REPORTS = `
  SELECT e.id::text AS id, e."deliveryId"::text AS "deliveryId", e.outcome,
    COALESCE(jsonb_array_length(e.body->'photos'), 0)::int AS "photosExpected",
    (SELECT count(*)::int FROM jsonb_array_elements(COALESCE(e.body->'photos', '[]'::jsonb)) photo
      JOIN "Shot" s ON s."shopId" = e."shopId" AND s.id = (photo->>'id')::uuid
      WHERE s."receivedAt" IS NOT NULL) AS "photosReceived"
  FROM "PhoneEvent" e
  WHERE e."shopId" = $1::uuid AND e."courierId" = $2::uuid AND (e."appliedAt" IS NULL OR e."appliedAt" >= $3)
  ORDER BY e."receivedAt" DESC, e.counter DESC, e.id`;

/** Courier by courier, so that the index over what is not worked out yet is used. */
const MONEY_LEFT = `
  SELECT c.id::text AS "courierId", c.name AS courier, (e.body->>'minor')::int AS minor, e.body->>'currency' AS currency, e."receivedAt"
  FROM "Courier" c
  JOIN "PhoneEvent" e ON e."shopId" = c."shopId" AND e."courierId" = c.id AND e."appliedAt" IS NULL
  WHERE c."shopId" = $1::uuid AND e."deliveryId" IS NULL AND (e.outcome->'params'->>'tries')::int >= $2::int
  ORDER BY e."receivedAt", e.id`;

/** Of what was theirs in the last weeks: what is older is on nobody's list. What its courier took back since says nothing any more. */
const OTHERS = `
  SELECT e."deliveryId"::text AS "deliveryId", o.name AS "orderName", e.outcome->>'code' AS code, c.name AS courier,
    COALESCE(e."happenedAt", e."receivedAt") AS at
  FROM "DeliveryHolder" h
  JOIN "PhoneEvent" e ON e."shopId" = h."shopId" AND e."deliveryId" = h."deliveryId" AND e."courierId" <> h."courierId"
  JOIN "Delivery" d ON d."shopId" = h."shopId" AND d.id = h."deliveryId"
  JOIN "Order" o ON o."shopId" = d."shopId" AND o.id = d."orderId"
  JOIN "Courier" c ON c."shopId" = e."shopId" AND c.id = e."courierId"
  WHERE h."shopId" = $1::uuid AND h."courierId" = $2::uuid AND h.since >= $3::timestamptz - interval '14 days'
    AND e."appliedAt" >= $3 AND e.outcome->>'code' IN ('taken_over', 'kept_delivered_before')
    AND NOT EXISTS (SELECT FROM "DeliveryAttempt" a
      WHERE a."shopId" = e."shopId" AND a."deliveryId" = e."deliveryId" AND a.id = e.id AND a."undoneAt" IS NOT NULL)
  ORDER BY e."appliedAt" DESC, e.id`;

/** What became of couriers' events, as couriers read it. */
export const reports = ({ shopId, db }: Context) => ({
  reportsOfCourier: (courierId: string, since: Date): Promise<CourierReport[]> =>
    db.$queryRawUnsafe<CourierReport[]>(REPORTS, shopId, courierId, since),
  othersReports: (courierId: string, since: Date): Promise<OthersReport[]> =>
    db.$queryRawUnsafe<OthersReport[]>(OTHERS, shopId, courierId, since),
  moneyReportsLeft: (tries: number): Promise<MoneyReportLeft[]> => db.$queryRawUnsafe<MoneyReportLeft[]>(MONEY_LEFT, shopId, tries),
});
