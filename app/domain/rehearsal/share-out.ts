/** One delivery of a day, for those of a zone. */
export type Stop = { id: string; day: string; courierIds: readonly string[] };
export type Hand = { id: string; active: boolean; dailyCapacity: number };

/**
 * Who would have had which stop: within each courier's stops a day the one with the fewest that day, then the fewest of all, then the first in
 * the zone's list. Shifts, weights and cash are a matter of the hour and are left out. Null: all had their day's fill.
 */
export function shareOut(stops: readonly Stop[], hands: readonly Hand[]): Map<string, string | null> {
  const able = new Map(hands.filter(({ active }) => active).map((hand) => [hand.id, hand]));
  const [onDay, inAll] = [new Map<string, number>(), new Map<string, number>()];
  const count = (map: ReadonlyMap<string, number>, key: string) => map.get(key) ?? 0;
  const given = new Map<string, string | null>();
  for (const { id, day, courierIds } of stops) {
    const today = (courierId: string) => count(onDay, `${day} ${courierId}`);
    const isBefore = (a: string, b: string) => (today(a) - today(b) || count(inAll, a) - count(inAll, b)) < 0;
    let best: string | null = null;
    for (const courierId of courierIds)
      if (today(courierId) < (able.get(courierId)?.dailyCapacity ?? 0) && (best === null || isBefore(courierId, best))) best = courierId;
    given.set(id, best);
    if (best === null) continue;
    onDay.set(`${day} ${best}`, today(best) + 1);
    inAll.set(best, count(inAll, best) + 1);
  }
  return given;
}
