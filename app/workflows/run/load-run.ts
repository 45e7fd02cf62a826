import { carrierOf } from "~/domain/dispatch/carrier";
import { isLoadable, isOfToday } from "~/domain/dispatch/run";
import { byDeparture, departureOf } from "~/domain/place/departure";
import { isReverse } from "~/domain/delivery/reverse";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { RunRecord } from "~/ports/courier-records";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { endRun } from "./end-run";
import { areGuidesWanted } from "./guides-wanted";
import { fiscalZone } from "~/workflows/document/fiscal-zone";
import { eventAbout } from "~/workflows/document/order-of";
import { courierName } from "~/workflows/courier/at-the-door";

export type LoadRun = { shopId: string; courierId: string };
type Needs = Pick<Ports, "store" | "clock" | "countries">;
type Loadable = DeliveryRecord & Pick<RunRecord, "locationId">;

/**
 * The courier loads all that waits to go out and lies in no run yet: a run for each location that goods leave from, and for each return that is
 * fetched, since a guide has one origin, and the guide of each is asked for. Pressed twice, the second finds nothing to load. Throws PermanentFailure guides_off, or carrier_data_missing { courier }.
 */
export async function loadRun({ store, clock, countries }: Needs, { shopId, courierId }: LoadRun): Promise<void> {
  const pack = countries("EC");
  await store.change(shopId, async (s) => {
    await s.lock(`load:${courierId}`);
    if (!(await areGuidesWanted(s))) throw new PermanentFailure("guides_off");
    const courier = (await s.couriers()).find(({ id }) => id === courierId)!;
    if ("missing" in carrierOf(courier, pack.country)) throw new PermanentFailure("carrier_data_missing", { courier: courier.name });
    const timeZone = await fiscalZone(s, pack);
    const runs = await s.openRuns(courierId);
    const current = runs.filter((run) => isOfToday(run, clock.now(), timeZone));
    const stops = await lockedStops(s, courierId, clock.now(), current);
    // Yesterday's guides cover nothing any more: what they leave open is loaded anew.
    for (const run of runs) if (!current.includes(run)) await endRun(s, run, clock.now());
    const outward = stops.filter((stop) => !isReverse(stop));
    for (const [locationId, leaving] of byDeparture(outward, (stop) => stop.locationId))
      await load(s, { courierId, locationId }, leaving, pack);
    // What is fetched leaves from its buyer: each has a guide of its own.
    for (const stop of stops.filter(isReverse)) await load(s, { courierId, locationId: stop.locationId }, [stop], pack);
  });
}

/** Locked in the order of their ids, before any run: whoever changes a stop's state does the same. */
async function lockedStops(s: ShopStore, courierId: string, now: Date, current: RunRecord[]): Promise<Loadable[]> {
  const ids = (await s.stopsOfCourier(courierId, now)).map(({ delivery }) => delivery.id);
  for (const id of ids.sort()) await s.lock(`delivery:${id}`);
  const currentIds = current.map(({ id }) => id);
  const stops = (await s.stopsOfCourier(courierId, now)).filter(({ delivery }) => isLoadable(delivery, currentIds));
  const locations = new Map((await s.locations()).map(({ gid, id }) => [gid, id]));
  return stops.map(({ delivery, order }) => ({
    ...delivery,
    locationId: locations.get(delivery.locationGid ?? departureOf(order.sale) ?? "") ?? null,
  }));
}

async function load(
  s: ShopStore,
  whose: Pick<RunRecord, "courierId" | "locationId">,
  stops: Loadable[],
  { country, currency }: { country: string; currency: string },
) {
  const [actor, run] = [`courier:${await courierName(s, whose.courierId)}`, await s.insertRun(whose)];
  for (const { id: deliveryId, orderId } of stops) {
    await s.updateDelivery(deliveryId, { runId: run.id });
    await s.record({ orderId, deliveryId, actor, type: "run", from: null, to: "loading" });
  }
  const about = { kind: "dispatch_guide" as const, subject: run.id, orderId: null, originalId: null };
  const { document } = await s.openDocument({ ...about, country, currency, totalMinor: 0 });
  const reason = { code: "run_loaded", params: { count: stops.length } };
  await s.record({ ...eventAbout(document), actor, from: null, to: "waiting_for_data", reason });
  await s.enqueue("issue-document", { shopId: s.shopId, documentId: document.id });
}
