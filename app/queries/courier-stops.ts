import { isForLater } from "~/domain/delivery/later";
import { OPEN_STATES, type DeliveryState } from "~/domain/delivery/states";
import { stopOf, type Stop } from "~/domain/delivery/stop";
import type { Point } from "~/domain/geo/point";
import { startOfDay, wallTimeIn } from "~/domain/time/calendar";
import { otherHalf } from "~/domain/order/exchange";
import type { PostalAddress } from "~/domain/order/order";
import { byHand } from "~/domain/tour/by-hand";
import { asTheCrowFlies, openTour, type Travel } from "~/domain/tour/open-tour";
import { halvesTogether } from "~/domain/tour/pairs";
import { servedToday } from "~/domain/tour/stop-window";
import type { KnownPosition } from "~/domain/position/known-position";
import type { Window } from "~/domain/tour/windows";
import { momentIn } from "~/domain/zone/price-order";
import type { Ports } from "~/ports/ports";
import type { Shop, Zone } from "~/ports/records";
import type { CourierStop } from "~/ports/store";
import { stopPositions } from "./stop-positions";

type Needs = Pick<Ports, "store" | "clock" | "roadTimes" | "addressKey">;
type Whose = { shop: Pick<Shop, "id" | "timeZone" | "osrmUrl">; courierId: string };

const RANK: Partial<Record<DeliveryState, number>> = { out_for_delivery: 0, assigned: 1, attempt_failed: 2 };
const LATER = 10;

/** `orderedBy`: by roads, as the crow flies, or by the courier. */
export type CourierStops = {
  pending: Stop[];
  done: Stop[];
  orderedBy: "road" | "line" | "hand";
  /** Of those that are pending, by delivery. */
  addresses: Map<string, PostalAddress>;
  /** By delivery, as far as it is known. */
  positions: Map<string, KnownPosition>;
};

/**
 * The courier's list: what is on the way first, then what is to be fetched, then what failed, each in the order of a short way from where the
 * courier last was that keeps the zones' hours; or all as the courier put it. What is wanted another day is last. And what was delivered today,
 * the latest first.
 */
export async function courierStops({ store, clock, roadTimes, addressKey }: Needs, { shop, courierId }: Whose): Promise<CourierStops> {
  const s = store.of(shop.id);
  const now = clock.now();
  const [rows, wanted, zones] = await Promise.all([
    s.stopsOfCourier(courierId, startOfDay(now, shop.timeZone)),
    s.stopOrder(courierId),
    s.zones(),
  ]);
  const positions = await stopPositions({ clock, addressKey }, s, rows);
  const positionOf = ({ deliveryId, position }: Stop): Point | null => positions.get(deliveryId) ?? position;
  const stops = withExchanges(
    rows,
    rows.map(({ delivery, order, siblings, taken }) => stopOf(delivery, order.sale, siblings, taken)),
  );
  const done = stops
    .filter(({ state, bringBack }) => state === "delivered" && bringBack.length === 0)
    .sort((a, b) => (b.deliveredAt ?? "").localeCompare(a.deliveredAt ?? ""));
  const open = stops.filter(({ state, bringBack }) => OPEN_STATES.includes(state) || bringBack.length > 0);
  const called = [...(done[0] ? [done[0]] : []), ...open].map(positionOf);
  const travel = await travelBetween({ roadTimes }, shop, called);
  const windows = windowsOf(rows, zones, momentIn(now, shop.timeZone));
  const today = wallTimeIn(now, shop.timeZone).day;
  const ranks = Map.groupBy(open, ({ state, reattemptOn }) => (isForLater(reattemptOn, today) ? LATER : (RANK[state] ?? 9)));
  const proposed: Stop[] = [];
  for (const rank of [...ranks.keys()].sort((one, other) => one - other)) {
    const start = [proposed.at(-1), done[0]].map((last) => last && positionOf(last)).find(Boolean) ?? null;
    const told = { positionOf, windowOf: ({ deliveryId }: Stop) => windows.get(deliveryId) ?? null };
    proposed.push(...openTour(ranks.get(rank)!, { ...told, start, travel: travel ?? asTheCrowFlies }));
  }
  const isByHand = open.some(({ deliveryId }) => wanted.includes(deliveryId));
  // Whatever order the courier made: what is wanted another day comes after all that is due.
  const [due, later] = [false, true].map((is) => proposed.filter(({ reattemptOn }) => isForLater(reattemptOn, today) === is));
  const pending = [...halvesTogether(byHand(due!, ({ deliveryId }) => deliveryId, wanted)), ...halvesTogether(later!)];
  const isPending = new Set(open.map(({ deliveryId }) => deliveryId));
  const addresses = new Map(
    rows.flatMap(({ delivery: { id }, order: { sale } }) =>
      isPending.has(id) && sale.shippingAddress ? [[id, sale.shippingAddress] as const] : [],
    ),
  );
  return { pending, done, addresses, positions, orderedBy: isByHand ? "hand" : travel ? "road" : "line" };
}

/** Each half of an exchange says what the other is, where the same courier has both. */
function withExchanges(rows: readonly CourierStop[], stops: Stop[]): Stop[] {
  const deliveries = rows.map(({ delivery }) => delivery);
  return stops.map((stop, at) => {
    const { delivery, order } = rows[at]!;
    const ofOrder = deliveries.filter(({ orderId }) => orderId === delivery.orderId);
    const other = OPEN_STATES.includes(delivery.state) ? otherHalf(delivery, ofOrder, order.sale.returns ?? []) : null;
    const goods = stops.find(({ deliveryId }) => deliveryId === other?.id)?.goods ?? [];
    if (!other) return stop;
    return { ...stop, exchange: { deliveryId: other.id, goods: goods.map(({ title, quantity }) => ({ title, quantity })) } };
  });
}

/** When each stop may be called at: within its zone's hours of today. */
function windowsOf(
  rows: readonly CourierStop[],
  zones: readonly Zone[],
  moment: { weekday: number; minute: number },
): Map<string, Window | null> {
  const byZone = new Map(zones.map(({ id, hours }) => [id, servedToday(hours, moment)]));
  return new Map(rows.map(({ delivery }) => [delivery.id, byZone.get(delivery.zoneId ?? "") ?? null]));
}

/** Seconds on the road between any two of the stops; null where no server tells them. */
async function travelBetween(
  { roadTimes }: Pick<Ports, "roadTimes">,
  { id: shopId, osrmUrl: url }: Pick<Shop, "id" | "osrmUrl">,
  called: readonly (Point | null)[],
): Promise<Travel | null> {
  const keyOf = ({ latitude, longitude }: Point) => `${latitude},${longitude}`;
  const points = new Map(called.flatMap((point) => (point ? [[keyOf(point), point] as const] : [])));
  const table = url !== null && points.size > 2 ? await roadTimes({ shopId, url }, [...points.values()]) : null;
  if (!table) return null;
  const at = new Map([...points.keys()].map((key, index) => [key, index]));
  return (from, to) => table.values[at.get(keyOf(from))! * table.size + at.get(keyOf(to))!]!;
}

/** One of the courier's own deliveries; null when it isn't, or was given to somebody else. */
export async function courierStop(
  { store }: Pick<Ports, "store">,
  { shop, courierId, deliveryId }: Pick<Whose, "courierId"> & { shop: Pick<Shop, "id">; deliveryId: string },
): Promise<Stop | null> {
  const s = store.of(shop.id);
  const delivery = await s.findDelivery(deliveryId);
  if (!delivery || delivery.courierId !== courierId) return null;
  const { orderId } = delivery;
  const taken = (await s.takenFor([orderId])).get(orderId);
  return stopOf(delivery, (await s.order(orderId)).sale, await s.deliveriesOfOrder(orderId), taken);
}
