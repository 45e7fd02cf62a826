import { assignBatch } from "~/domain/assignment/assign-batch";
import { NOTHING_TAKEN } from "~/domain/delivery/owed";
import { findZone, type Doubt } from "~/domain/zone/find-zone";
import { leavesFrom } from "~/domain/zone/departure";
import { destinationInWords } from "~/domain/zone/destination";
import type { Ports } from "~/ports/ports";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { placeKnown } from "~/workflows/order/locate-address";
import { crewOf } from "./crew";
import { letWait, settle, type Found } from "./settle";
import { taskOf } from "./task";
import { together } from "./together";
import { wakeAt } from "./wake";

type Needs = Pick<Ports, "clock" | "zones" | "holidays" | "addressKey">;

/**
 * Zone, price, commission and courier of some deliveries follow from their addresses. Where it can't be told which zone is meant, a person
 * tells. Part of the caller's transaction, which holds the lock "assignment" and that of each.
 */
export async function assign(ports: Needs, s: ShopStore, deliveries: readonly DeliveryRecord[]): Promise<void> {
  const zones = await ports.zones(await s.shop(), () => s.zones());
  const found: Found[] = [];
  for (const delivery of deliveries) found.push(...(await locate(ports, zones, s, delivery)));
  if (found.length === 0) return;
  const { workers, scene } = await crewOf(ports, s, [...new Set(found.map(({ match }) => match.zone))]);
  const takenFor = await s.takenFor(found.map(({ order }) => order.id));
  const tasks = found.map(({ match, ...one }) => {
    const taken = takenFor.get(one.order.id) ?? NOTHING_TAKEN;
    return taskOf({ ...one, zone: match.zone, taken });
  });
  const choices = assignBatch(tasks, workers, scene);
  const byId = new Map(found.map((one) => [one.delivery.id, one]));
  // A millisecond apart, in the order in which they were given: whose turn it is next is told by when each got their last.
  for (const [turn, [id, choice]] of [...choices].entries())
    await settle(s, byId.get(id)!, await together(s, byId.get(id)!, choice), { ...scene, now: new Date(scene.now.getTime() + turn) });
  await wakeAt(
    s,
    scene.now,
    [...choices.values()].flatMap((choice) => (choice.courierId === null ? (choice.freeFrom ?? []) : [])),
  );
}

/** The zone of a delivery's address; where there is none, or none for certain, it waits and says so. */
async function locate(ports: Needs, index: Awaited<ReturnType<Needs["zones"]>>, s: ShopStore, delivery: DeliveryRecord): Promise<Found[]> {
  const order = await s.order(delivery.orderId);
  const finding = findZone(index, await placeKnown(ports, s, order.sale), leavesFrom(delivery, order.sale));
  const [match] = finding.matches;
  const attention = match ? unclear(finding.doubt) : { code: "no_zone", params: { place: destinationInWords(order.sale) } };
  if (match && !attention) return [{ delivery, order, siblings: await s.deliveriesOfOrder(order.id), match, finding }];
  await letWait(s, delivery, attention!, NOWHERE);
  return [];
}

/** What followed from a zone that it no longer is in. */
const NOWHERE = { zoneId: null, rateMinor: null, commissionMinor: null, commissionBasis: null, assignment: null };

/** Of zones that are equal the winner is always the same; of two places nobody can say which is meant. */
const unclear = (doubt: Doubt | null): Doubt | null => (doubt?.code === "zones_equal" ? null : doubt);
