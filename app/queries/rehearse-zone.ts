import { setImmediate as breathe } from "node:timers/promises";
import type { PastOrder } from "~/domain/rehearsal/outcome";
import { partsOf } from "~/domain/rehearsal/past-parts";
import { rehearse, type Changed, type Sums } from "~/domain/rehearsal/rehearse";
import { zoneIndex } from "~/domain/zone/zone-index";
import type { Shop, Zone } from "~/ports/records";
import { placesKnown } from "~/workflows/order/locate-address";
import type { QueryPorts } from "./ports";

/** A month of any shop that one zone form is for; more is not looked at, and said so. */
const MOST_ORDERS = 5_000;
const DAYS = 30;
const DAY_MILLISECONDS = 86_400_000;
/** Orders that are named; the others are counted. */
const MOST_NAMED = 50;

type SumsView = Omit<Sums, "stops">;
export type RehearsalView = {
  days: number;
  orders: number;
  /** There were more; only the newest were looked at. */
  isCut: boolean;
  currency: string;
  before: SumsView;
  after: SumsView;
  couriers: { id: string; name: string; before: number; after: number }[];
  changedCount: number;
  /** The newest first. */
  changed: Changed[];
};

type Needs = Pick<QueryPorts, "store" | "screens" | "clock" | "zones" | "addressKey">;

/** What a zone that is not saved yet (`zone.id` null: a new one) would have made of the last thirty days' orders. Nothing is changed by it. */
export async function rehearseZone(
  ports: Needs,
  { shop, zone }: { shop: Shop; zone: Omit<Zone, "id"> & { id: string | null } },
): Promise<RehearsalView> {
  const s = ports.store.of(shop.id);
  const now = ports.clock.now();
  const within = { from: new Date(now.getTime() - DAYS * DAY_MILLISECONDS), until: now, most: MOST_ORDERS + 1 };
  const [found, couriers, before] = await Promise.all([
    ports.screens.pastOrders(shop.id, within),
    s.couriers(),
    ports.zones(shop, () => s.zones()),
  ]);
  const rows = found.slice(0, MOST_ORDERS).filter(({ lines }) => lines.some(({ requiresShipping }) => requiresShipping));
  const places = await placesKnown(ports, s, rows);
  const orders = rows
    .map((row, at): PastOrder => ({ id: row.id, name: row.name, place: places[at]!, sale: row, parts: partsOf(row) }))
    .filter(({ parts }) => parts.length > 0);
  const others = before.all.filter(({ id }) => id !== zone.id);
  const after = zoneIndex<Zone>([...others, { ...zone, id: zone.id ?? "new" }], before.gazetteers, before);
  const { timeZone, currency } = shop;
  const sums = await rehearse({
    ...{ orders, timeZone, breathe },
    before: { index: before, couriers },
    after: { index: after, couriers },
  });
  const { stops: was, ...beforeSums } = sums.before;
  const { stops: would, ...afterSums } = sums.after;
  return {
    ...{ days: DAYS, orders: sums.orders, isCut: found.length > MOST_ORDERS, currency },
    before: beforeSums,
    after: afterSums,
    couriers: couriers
      .map(({ id, name }) => ({ id, name, before: was.get(id) ?? 0, after: would.get(id) ?? 0 }))
      .filter((one) => one.before + one.after > 0),
    changedCount: sums.changed.length,
    changed: sums.changed.reverse().slice(0, MOST_NAMED),
  };
}
