import { OPEN_STATES, type DeliveryState } from "~/domain/delivery/states";
import { stopOf, type Stop } from "~/domain/delivery/stop";
import { startOfDay } from "~/domain/time/calendar";
import { openTour } from "~/domain/tour/open-tour";
import type { Ports } from "~/ports/ports";
import type { Shop } from "~/ports/records";

type Needs = Pick<Ports, "store" | "clock">;
type Whose = { shop: Pick<Shop, "id" | "timeZone">; courierId: string };

const RANK: Partial<Record<DeliveryState, number>> = { out_for_delivery: 0, assigned: 1, attempt_failed: 2 };

/**
 * The courier's list: what is on the way first, then what is to be fetched, then what failed, each in the order of a short way from where the
 * courier last was; and what was delivered today, the latest first.
 */
export async function courierStops({ store, clock }: Needs, { shop, courierId }: Whose): Promise<{ pending: Stop[]; done: Stop[] }> {
  const rows = await store.of(shop.id).stopsOfCourier(courierId, startOfDay(clock.now(), shop.timeZone));
  const stops = rows.map(({ delivery, order, siblings }) => stopOf(delivery, order.sale, siblings));
  const done = stops.filter(({ state }) => state === "delivered").sort((a, b) => (b.deliveredAt ?? "").localeCompare(a.deliveredAt ?? ""));
  const ranks = Map.groupBy(
    stops.filter(({ state }) => OPEN_STATES.includes(state)),
    ({ state }) => RANK[state] ?? 9,
  );
  const pending: Stop[] = [];
  for (const rank of [...ranks.keys()].sort()) {
    const from = pending.at(-1)?.position ?? done[0]?.position ?? null;
    pending.push(...openTour(ranks.get(rank)!, ({ position }) => position, from));
  }
  return { pending, done };
}

/** One of the courier's own deliveries; null when it isn't, or was given to somebody else. */
export async function courierStop(
  { store }: Pick<Ports, "store">,
  { shop, courierId, deliveryId }: Whose & { deliveryId: string },
): Promise<Stop | null> {
  const s = store.of(shop.id);
  const delivery = await s.findDelivery(deliveryId);
  if (!delivery || delivery.courierId !== courierId) return null;
  return stopOf(delivery, (await s.order(delivery.orderId)).sale, await s.deliveriesOfOrder(delivery.orderId));
}
