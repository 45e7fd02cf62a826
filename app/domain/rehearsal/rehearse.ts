import { wallTimeIn } from "~/domain/time/calendar";
import { readPlace } from "~/domain/zone/find-zone";
import { readBy, type ZoneIndex } from "~/domain/zone/zone-index";
import { outcomesOf, type Outcome, type PastOrder, type PricedZone } from "./outcome";
import { shareOut, type Hand } from "./share-out";

/**
 * What all orders together come to, in minor units. An order is in a zone when each of its deliveries is. `withoutCourier` and `stops` (by
 * courier) count deliveries.
 */
export type Sums = {
  inZone: number;
  withoutZone: number;
  /** Of those without: nobody can say in which zone they are. */
  unclear: number;
  withoutPrice: number;
  withoutCourier: number;
  incomeMinor: number;
  payMinor: number;
  stops: Map<string, number>;
};
/** An order that a change would treat otherwise. Zones by name; null: none. */
export type Changed = {
  id: string;
  name: string;
  fromZone: string | null;
  toZone: string | null;
  rateMinor: [before: number | null, after: number | null];
};
export type Rehearsal = { orders: number; before: Sums; after: Sums; changed: Changed[] };

type Rules<Z extends PricedZone> = { index: ZoneIndex<Z>; couriers: readonly Hand[] };
type Given<Z extends PricedZone> = {
  orders: readonly PastOrder[];
  before: Rules<Z>;
  after: Rules<Z>;
  timeZone: string;
  /** Lets others have their turn: thousands of orders take seconds, and checkout waits for none of them. */
  breathe: () => Promise<unknown>;
};
/** A few milliseconds' worth. */
const AT_ONCE = 50;

/**
 * A change of rules, run on orders of the past: what shipping would have brought in by the zones' own prices, what couriers would have earned,
 * how many stops each would have had, and which orders would have gone another way. Both sides are reckoned, neither is what was charged.
 */
export async function rehearse<Z extends PricedZone>({ orders, before, after, timeZone, breathe }: Given<Z>): Promise<Rehearsal> {
  const sorted = [...orders].sort((a, b) => a.sale.placedAt.localeCompare(b.sale.placedAt) || (a.id < b.id ? -1 : 1));
  const [was, would]: [Outcome<Z>[][], Outcome<Z>[][]] = [[], []];
  const days: string[] = [];
  for (const [index, order] of sorted.entries()) {
    const at = wallTimeIn(new Date(order.sale.placedAt), timeZone);
    const [located, anew] = readingsOf(order, before.index, after.index);
    was.push(outcomesOf(before.index, order, { at, located }));
    would.push(outcomesOf(after.index, order, { at, located: anew }));
    days.push(at.day);
    if (index % AT_ONCE === AT_ONCE - 1) await breathe();
  }
  const changed = sorted.flatMap((order, at) => changeOf(order, was[at]!, would[at]!) ?? []);
  return {
    orders: sorted.length,
    before: sumsOf(was, days, before.couriers),
    after: sumsOf(would, days, after.couriers),
    changed,
  };
}

/** How an address reads before and after. To read it is most of the work, and what is priced otherwise reads as before. */
function readingsOf<Z extends PricedZone>({ place }: PastOrder, before: ZoneIndex<Z>, after: ZoneIndex<Z>) {
  const located = readPlace(before, place);
  const isAlike = readBy(before, place.countryCode) === readBy(after, place.countryCode);
  return [located, isAlike ? located : readPlace(after, place)] as const;
}

/** The first of its deliveries that would go another way tells how. */
function changeOf<Z extends PricedZone>({ id, name }: PastOrder, was: readonly Outcome<Z>[], would: readonly Outcome<Z>[]): Changed | null {
  for (const [at, before] of was.entries()) {
    const after = would[at]!;
    if (before.zone?.id === after.zone?.id && before.rateMinor === after.rateMinor) continue;
    const [fromZone, toZone] = [before.zone?.name ?? null, after.zone?.name ?? null];
    return { id, name, fromZone, toZone, rateMinor: [before.rateMinor, after.rateMinor] };
  }
  return null;
}

function sumsOf<Z extends PricedZone>(orders: readonly Outcome<Z>[][], days: readonly string[], couriers: readonly Hand[]): Sums {
  const deliveries = orders.flatMap((parts, order) =>
    parts.flatMap((one, part) => (one.zone ? [{ ...one, zone: one.zone, id: `${order}.${part}`, day: days[order]! }] : [])),
  );
  const given = shareOut(
    deliveries.map(({ id, day, zone }) => ({ id, day, courierIds: zone.courierIds })),
    couriers,
  );
  const stops = new Map<string, number>();
  for (const courierId of given.values()) if (courierId !== null) stops.set(courierId, (stops.get(courierId) ?? 0) + 1);
  const sum = (of: (outcome: Outcome<Z>) => number) => deliveries.reduce((all, outcome) => all + of(outcome), 0);
  const inZone = orders.filter((parts) => parts.every(({ zone }) => zone !== null));
  const hasNoPrice = ({ bearsShipping, rateMinor }: Outcome<Z>) => bearsShipping && rateMinor === null;
  return {
    inZone: inZone.length,
    withoutZone: orders.length - inZone.length,
    unclear: orders.filter((parts) => parts.some(({ isUnclear }) => isUnclear)).length,
    withoutPrice: inZone.filter((parts) => parts.some(hasNoPrice)).length,
    withoutCourier: [...given.values()].filter((courierId) => courierId === null).length,
    incomeMinor: sum(({ rateMinor }) => rateMinor ?? 0),
    payMinor: sum(({ commissionMinor }) => commissionMinor),
    stops,
  };
}
