import type { Taken } from "~/domain/delivery/owed";
import type { WayToPay } from "~/domain/settlement/collected";
import { collectedBeyond } from "~/domain/settlement/collected-for-order";
import type { Worded } from "~/ports/records";
import type { Context } from "./store";

const COLLECTED = { where: { kind: "collected" }, select: { minor: true, currency: true, how: true } } as const;

/** What couriers collected for orders, less what Shopify was told of it. Two statements, however many orders; one where nothing was collected. */
export async function takenFor(db: Context["db"], orderIds: readonly string[]): Promise<Map<string, Taken>> {
  if (orderIds.length === 0) return new Map();
  const orders = await db.order.findMany({
    where: { id: { in: [...orderIds] }, deliveries: { some: { entries: { some: { kind: "collected" } } } } },
    select: { id: true, currency: true, deliveries: { select: { id: true, entries: COLLECTED } } },
  });
  if (orders.length === 0) return new Map();
  const rows = await db.event.findMany({ where: { orderId: { in: orders.map(({ id }) => id) }, type: "payment" } });
  const events = Map.groupBy(
    rows.map(({ orderId, type, reason }) => ({ orderId, type, reason: reason as unknown as Worded | null })),
    ({ orderId }) => orderId,
  );
  return new Map(
    orders.map(({ id, currency, deliveries }) => {
      const brought = deliveries.map(({ id: deliveryId, entries }) => ({
        deliveryId,
        entries: entries.map(({ minor, how, ...entry }) => ({ ...entry, minor: Number(minor), how: how as WayToPay | null })),
      }));
      const all = brought.flatMap(({ entries }) => entries);
      const byDelivery = Object.fromEntries(
        brought.flatMap(({ deliveryId, entries }) => {
          const minor = entries.reduce((sum, entry) => sum + (entry.currency === currency ? entry.minor : 0), 0);
          return minor === 0 ? [] : [[deliveryId, minor]];
        }),
      );
      return [id, { minor: collectedBeyond(all, events.get(id) ?? [], currency), byDelivery }];
    }),
  );
}
