import type { Scene, Worker } from "~/domain/assignment/roster";
import { spotsOf } from "~/domain/assignment/spots";
import { NO_WORK } from "~/domain/assignment/load-limit";
import { LOOKED_AHEAD_DAYS } from "~/domain/assignment/time-limit";
import { startOfWeek } from "~/domain/assignment/wall-time";
import { dateIn, startOfDay } from "~/domain/time/calendar";
import type { Ports } from "~/ports/ports";
import type { Courier } from "~/ports/courier-records";
import type { Shop, Zone } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

type Needs = Pick<Ports, "clock" | "holidays">;
export type Crew = { workers: Worker[]; scene: Scene };

/** The couriers of some zones with what they have now, and by what it is decided. True while the caller holds the lock "assignment". */
export async function crewOf(ports: Needs, s: ShopStore, zones: readonly Zone[]): Promise<Crew> {
  const [shop, now] = [await s.shop(), ports.clock.now()];
  const couriers = await s.couriers();
  const since = { day: startOfDay(now, shop.timeZone), week: startOfWeek(now, shop.timeZone) };
  const [loads, inHand, lastGiven] = [await s.workloads(since), await s.cashInHand(), await turns(s, shop, zones)];
  const spots = spotsByCourier(await s.openAddresses());
  const workers = couriers.map((courier): Worker => {
    const { toCollectMinor = 0, ...load } = loads.get(courier.id) ?? {};
    return {
      ...{ courierId: courier.id, name: courier.name, terms: courier, spots: spots.get(courier.id) ?? [] },
      work: { ...NO_WORK, ...load, cashMinor: (inHand.get(courier.id) ?? 0) + toCollectMinor },
      lastGiven: lastGiven.get(courier.id) ?? new Map(),
    };
  });
  return { workers, scene: await sceneOf(ports, { shop, zones, couriers, now }) };
}

type Setting = { shop: Shop; zones: readonly Zone[]; couriers: readonly Courier[]; now: Date };

const DAY_MILLISECONDS = 86_400_000;

/** Holidays are looked up only where a rule asks for them. */
async function sceneOf({ holidays }: Needs, { shop, zones, couriers, now }: Setting): Promise<Scene> {
  const { strategy, holidaysWorked, plates, timeZone } = shop;
  const matter = plates.hours.length > 0 || couriers.some(({ worksOnHolidays }) => !(worksOnHolidays ?? holidaysWorked));
  const countries = matter ? [...new Set(zones.map(({ area }) => area.countryCode))] : [];
  const until = new Date(now.getTime() + LOOKED_AHEAD_DAYS * DAY_MILLISECONDS);
  const between = { from: dateIn(now, timeZone), until: dateIn(until, timeZone) };
  const days = new Map<string, ReadonlySet<string>>();
  for (const country of countries) days.set(country, await holidays(country, between));
  return { now, timeZone, rules: { strategy, holidaysWorked, plates }, holidays: (country) => days.get(country) ?? new Set() };
}

/** By courier: zone → when they last got one of it. Nobody asks where no zone goes by turns. */
async function turns(s: ShopStore, shop: Shop, zones: readonly Zone[]): Promise<Map<string, Map<string, number>>> {
  const byCourier = new Map<string, Map<string, number>>();
  if (zones.every(({ strategy }) => (strategy ?? shop.strategy) !== "round_robin")) return byCourier;
  for (const { zoneId, courierId, at } of await s.lastGiven())
    byCourier.set(courierId, (byCourier.get(courierId) ?? new Map<string, number>()).set(zoneId, at.getTime()));
  return byCourier;
}

function spotsByCourier(stops: Awaited<ReturnType<ShopStore["openAddresses"]>>): Map<string, string[]> {
  const spots = new Map<string, string[]>();
  for (const { courierId, address } of stops) {
    const own = spots.get(courierId) ?? [];
    own.push(...spotsOf(address).own);
    spots.set(courierId, own);
  }
  return spots;
}
