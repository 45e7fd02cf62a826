import { amountDue, NOTHING_TAKEN } from "~/domain/delivery/owed";
import { OPEN_STATES } from "~/domain/delivery/states";
import type { PostalAddress } from "~/domain/order/order";
import type { ShopStore } from "~/ports/store";
import { toDelivery, toOrder } from "./rows";
import type { Context } from "./store";
import { takenFor } from "./taken";

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

/**
 * With whom what is still owed at the door is: an order's is with the delivery that `bearsPayment` says, the first that is still to come. `isBegun`:
 * something of the order was collected or not taken, so that less is owed than Shopify says.
 */
const TO_COLLECT = `
  SELECT d."courierId"::text AS "courierId", d.id::text AS id, o.id::text AS "orderId", (o.sale->>'outstandingMinor')::float AS minor,
    EXISTS (SELECT 1 FROM "Delivery" f WHERE f."shopId" = d."shopId" AND f."orderId" = d."orderId" AND (f.refused <> '[]'
      OR EXISTS (SELECT 1 FROM "CourierEntry" e WHERE e."shopId" = f."shopId" AND e."deliveryId" = f.id AND e.kind = 'collected'))) AS "isBegun"
  FROM "Delivery" d JOIN "Order" o ON o."shopId" = d."shopId" AND o.id = d."orderId"
  WHERE d."shopId" = $1::uuid AND d."courierId" IS NOT NULL AND d.state IN (${OPEN}) AND d.method <> 'carrier' AND d."returnGid" IS NULL
    AND o."paymentType" = 'cash_on_delivery' AND (o.sale->>'outstandingMinor')::numeric > 0
    AND NOT EXISTS (SELECT 1 FROM "Delivery" f WHERE f."shopId" = d."shopId" AND f."orderId" = d."orderId" AND f.id < d.id
      AND f."returnGid" IS NULL AND f.method <> 'carrier' AND f.state NOT IN ('cancelled', 'returned', 'delivered'))`;

const ADDRESSES = `
  SELECT d."courierId"::text AS "courierId", o.sale->'shippingAddress' AS address
  FROM "Delivery" d JOIN "Order" o ON o."shopId" = d."shopId" AND o.id = d."orderId"
  WHERE d."shopId" = $1::uuid AND d."courierId" IS NOT NULL AND d.state IN (${OPEN}) AND jsonb_typeof(o.sale->'shippingAddress') = 'object'`;

type Counted = { id: string; open: number; today: number; week: number; grams: number };
type Cash = { courierId: string; id: string; orderId: string; minor: number; isBegun: boolean };

/** Each courier's stops with what is to be collected there. Only an order of which something was collected or refused is looked at as a whole. */
async function cashOf(db: Context["db"], shopId: string): Promise<Pick<Cash, "courierId" | "minor">[]> {
  const stops = await db.$queryRawUnsafe<Cash[]>(TO_COLLECT, shopId);
  const orderIds = stops.flatMap(({ isBegun, orderId }) => (isBegun ? [orderId] : []));
  if (orderIds.length === 0) return stops;
  const taken = await takenFor(db, orderIds);
  const ways = { where: { returnGid: null }, orderBy: { id: "asc" } } as const;
  const orders = await db.order.findMany({ where: { id: { in: orderIds } }, include: { deliveries: ways } });
  const begun = new Map(orders.map(({ deliveries, ...order }) => [order.id, { order, siblings: deliveries.map(toDelivery) }]));
  return stops.map(({ courierId, id, orderId, minor }) => {
    const whole = begun.get(orderId);
    if (!whole) return { courierId, minor };
    const door = { siblings: whole.siblings, taken: taken.get(orderId) ?? NOTHING_TAKEN };
    return { courierId, minor: amountDue(toOrder(whole.order).sale, id, door) };
  });
}

/** What couriers have in hand, as the choice of one looks at it. */
export const couriersWork = ({ shopId, db }: Context) => {
  return {
    async workloads({ day, week }: { day: Date; week: Date }): ReturnType<ShopStore["workloads"]> {
      const rows = await db.$queryRawUnsafe<Counted[]>(WORKLOADS, shopId, day, week);
      const toCollect = new Map<string, number>();
      for (const { courierId, minor } of await cashOf(db, shopId)) toCollect.set(courierId, (toCollect.get(courierId) ?? 0) + minor);
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
