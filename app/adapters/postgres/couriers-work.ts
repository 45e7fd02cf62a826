import { OPEN_STATES } from "~/domain/delivery/states";
import type { PostalAddress } from "~/domain/order/order";
import type { ShopStore } from "~/ports/store";
import type { Context } from "./store";

const OPEN = OPEN_STATES.map((state) => `'${state}'`).join();

/** Of an order with several deliveries each courier carries the whole weight as far as it is known. */
const WORKLOADS = `
  SELECT d."courierId"::text AS id,
    count(*) FILTER (WHERE d.state IN (${OPEN}))::int AS open,
    count(*) FILTER (WHERE d."assignedAt" >= $2)::int AS today,
    count(*) FILTER (WHERE d."assignedAt" >= $3)::int AS week,
    COALESCE(sum((o.sale->>'totalGrams')::numeric) FILTER (WHERE d.state IN (${OPEN})), 0)::float AS grams
  FROM "Delivery" d JOIN "Order" o ON o."shopId" = d."shopId" AND o.id = d."orderId"
  WHERE d."shopId" = $1::uuid AND d."courierId" IS NOT NULL AND d.state <> 'cancelled' AND (d.state IN (${OPEN}) OR d."assignedAt" >= $3)
  GROUP BY d."courierId"`;

/** What is still to be collected. An order's cash is with the delivery that collects it, as `bearsPayment` says: no earlier one stands that would. */
const TO_COLLECT = `
  SELECT d."courierId"::text AS id, sum((o.sale->>'outstandingMinor')::numeric)::float AS minor
  FROM "Delivery" d JOIN "Order" o ON o."shopId" = d."shopId" AND o.id = d."orderId"
  WHERE d."shopId" = $1::uuid AND d."courierId" IS NOT NULL AND d.state IN (${OPEN}) AND d.method <> 'carrier' AND d."returnGid" IS NULL
    AND o."paymentType" = 'cash_on_delivery' AND (o.sale->>'outstandingMinor')::numeric > 0
    AND NOT EXISTS (SELECT 1 FROM "Delivery" f WHERE f."shopId" = d."shopId" AND f."orderId" = d."orderId" AND f.id < d.id
      AND f."returnGid" IS NULL AND f.method <> 'carrier' AND f.state NOT IN ('cancelled', 'returned'))
  GROUP BY d."courierId"`;

const ADDRESSES = `
  SELECT d."courierId"::text AS "courierId", o.sale->'shippingAddress' AS address
  FROM "Delivery" d JOIN "Order" o ON o."shopId" = d."shopId" AND o.id = d."orderId"
  WHERE d."shopId" = $1::uuid AND d."courierId" IS NOT NULL AND d.state IN (${OPEN}) AND jsonb_typeof(o.sale->'shippingAddress') = 'object'`;

type Counted = { id: string; open: number; today: number; week: number; grams: number };
type Cash = { id: string; minor: number };

/** What couriers have in hand, as the choice of one looks at it. */
export const couriersWork = ({ shopId, db }: Context) => {
  return {
    async workloads({ day, week }: { day: Date; week: Date }): ReturnType<ShopStore["workloads"]> {
      const rows = await db.$queryRawUnsafe<Counted[]>(WORKLOADS, shopId, day, week);
      const toCollect = new Map((await db.$queryRawUnsafe<Cash[]>(TO_COLLECT, shopId)).map(({ id, minor }) => [id, minor]));
      return new Map(
        rows.map(({ id, open, today, week: stopsThisWeek, grams }) => [
          id,
          { openStops: open, stopsToday: today, stopsThisWeek, openGrams: grams, toCollectMinor: toCollect.get(id) ?? 0 },
        ]),
      );
    },
    openAddresses: () => db.$queryRawUnsafe<{ courierId: string; address: PostalAddress }[]>(ADDRESSES, shopId),
    async lastGiven() {
      const where = { courierId: { not: null }, zoneId: { not: null }, assignedAt: { not: null } };
      const groups = await db.delivery.groupBy({ by: ["zoneId", "courierId"], where, _max: { assignedAt: true } });
      return groups.map(({ zoneId, courierId, _max }) => ({ zoneId: zoneId!, courierId: courierId!, at: _max.assignedAt! }));
    },
  };
};
