import { assignBatch } from "~/domain/assignment/assign-batch";
import type { Choice } from "~/domain/assignment/choice";
import { NOTHING_TAKEN } from "~/domain/delivery/owed";
import { dateIn } from "~/domain/time/calendar";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { Courier, StopMove } from "~/ports/courier-records";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { openStopsOf } from "~/workflows/delivery/hand-back-stops";
import { crewOf } from "./crew";
import { moveStop } from "./move-stop";
import { taskOf } from "./task";
import { wakeAt } from "./wake";

export type CourierOut = { shopId: string; courierId: string; actor: string };
type Needs = Pick<Ports, "store" | "clock" | "ids" | "holidays">;

/**
 * A courier is out for the rest of the shop's day: all their open stops go to others at once, couriers are told of theirs, and shoppers whose
 * delivery was under way. Pressed twice, it happens once. Throws PermanentFailure courier_unknown.
 */
export async function courierOutToday(ports: Needs, { shopId, courierId, actor }: CourierOut): Promise<void> {
  const { store, clock, ids } = ports;
  await store.change(shopId, async (s) => {
    await s.lock("assignment");
    const courier = (await s.couriers()).find(({ id }) => id === courierId);
    if (!courier?.active) throw new PermanentFailure("courier_unknown");
    const [now, day] = [clock.now(), dateIn(clock.now(), (await s.shop()).timeZone)];
    if (courier.outOn === day) return;
    const stops = await openStopsOf(s, courierId);
    const runs = (await s.openRuns(courierId)).map(({ id, state }) => ({ id, state }));
    await s.saveCourier({ ...courier, outOn: day });
    const choices = await newCouriersOf(ports, s, stops);
    const moves: StopMove[] = [];
    for (const stop of stops) moves.push(await moveStop(s, stop, { choice: choices.get(stop.id) ?? null, from: courier.name, actor, now }));
    const absence = { id: ids.uuid(), courierId, day, declaredAt: now, actor, moves, runs };
    await s.insertAbsence(absence);
    await s.record({
      actor,
      type: "courier",
      to: "out",
      reason: { code: "courier_out", params: { courier: courier.name, count: stops.length } },
    });
    await tellAll(s, courier, absence);
  });
}

/** Price and commission stay the zone's that was found; who has no zone was given by hand, and waits for a hand again. */
async function newCouriersOf(ports: Needs, s: ShopStore, stops: readonly DeliveryRecord[]): Promise<Map<string, Choice>> {
  const zones = new Map((await s.zones()).map((zone) => [zone.id, zone]));
  const tasks = [];
  for (const delivery of stops) {
    const zone = zones.get(delivery.zoneId ?? "");
    if (!zone) continue;
    const [order, siblings] = [await s.order(delivery.orderId), await s.deliveriesOfOrder(delivery.orderId)];
    const taken = (await s.takenFor([order.id])).get(order.id) ?? NOTHING_TAKEN;
    tasks.push(taskOf({ delivery, zone, order, siblings, taken }));
  }
  const { workers, scene } = await crewOf(ports, s, [...zones.values()]);
  const choices = assignBatch(tasks, workers, scene);
  const moments = [...choices.values()].flatMap((choice) => (choice.courierId === null ? (choice.freeFrom ?? []) : []));
  await wakeAt(s, scene.now, moments);
  return choices;
}

/** One letter for each courier; a shopper has one only where the delivery was under way: the others were promised nobody. */
async function tellAll(s: ShopStore, { id }: Courier, { id: absenceId, moves }: { id: string; moves: StopMove[] }): Promise<void> {
  const { shopId } = s;
  const couriers = new Set([id, ...moves.flatMap(({ after }) => after.courierId ?? [])]);
  for (const courierId of couriers) await s.enqueue("tell-courier", { shopId, courierId, absenceId, isUndone: false });
  for (const { deliveryId, before, after } of moves)
    if (before.state === "out_for_delivery" && after.courierId !== id) await s.enqueue("tell-shopper", { shopId, deliveryId, absenceId });
}
