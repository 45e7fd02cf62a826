import { chooseCourier, type Candidate } from "~/domain/assignment/choose-courier";
import { startOfDay } from "~/domain/time/calendar";
import { findZone } from "~/domain/zone/find-zone";
import { placeInWords, placeOf } from "~/domain/zone/place-of";
import type { ZoneMatch } from "~/domain/zone/zone";
import type { Ports } from "~/ports/ports";
import type { AssignmentReason, DeliveryRecord, Worded, Zone } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { priceNotice } from "./price-notice";

type Input = { shopId: string; deliveryId: string };

/** Zone, price, commission and courier follow from the address. One shop's deliveries are assigned one at a time, so that loads are true. */
export async function assignDelivery({ store, clock }: Pick<Ports, "store" | "clock">, { shopId, deliveryId }: Input): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock("assignment");
    await s.lock(`delivery:${deliveryId}`);
    const delivery = await s.delivery(deliveryId);
    if (delivery.state !== "unassigned" || delivery.method !== "courier") return;
    const order = await s.order(delivery.orderId);
    const match = findZone(await s.zones(), placeOf(order.sale));
    if (!match) return wait(s, delivery, { code: "no_zone", params: { place: placeInWords(order.sale) } });
    const choice = chooseCourier(await candidatesOf(s, match.zone, clock.now()));
    const priced = { zoneId: match.zone.id, rateMinor: match.zone.rateMinor, commissionMinor: match.zone.commissionMinor };
    if (choice.courierId === null)
      return wait(
        s,
        delivery,
        { code: choice.code, params: { zone: match.zone.name } },
        { ...priced, assignment: { ...choice, ...why(match) } },
      );
    const assignment: AssignmentReason = {
      code: choice.code,
      params: { ...choice.params, ...why(match).params },
      considered: choice.considered,
    };
    await s.updateDelivery(deliveryId, {
      ...priced,
      state: "assigned",
      courierId: choice.courierId,
      assignment,
      assignedAt: clock.now(),
      attention: priceNotice(order.sale, match.zone),
    });
    await s.record({
      orderId: order.id,
      deliveryId,
      actor: "system",
      type: "delivery",
      from: "unassigned",
      to: "assigned",
      reason: { code: choice.code, params: assignment.params ?? {} },
    });
    await s.enqueue("publish-delivery", { shopId, deliveryId });
  });
}

async function wait(s: ShopStore, delivery: DeliveryRecord, attention: Worded, patch: Partial<DeliveryRecord> = {}): Promise<void> {
  if (delivery.attention?.code !== attention.code)
    await s.record({
      orderId: delivery.orderId,
      deliveryId: delivery.id,
      actor: "system",
      type: "delivery",
      from: "unassigned",
      to: "unassigned",
      reason: attention,
    });
  await s.updateDelivery(delivery.id, { ...patch, attention });
}

const why = ({ by, what, zone }: ZoneMatch<Zone>): { params: Record<string, string> } => ({
  params: { zone: zone.name, [by === "place" ? "place" : "pattern"]: what },
});

async function candidatesOf(s: ShopStore, zone: Zone, now: Date): Promise<Candidate[]> {
  const { timeZone } = await s.shop();
  const [couriers, open, today] = [await s.couriers(), await s.openStops(), await s.assignedSince(startOfDay(now, timeZone))];
  return couriers
    .filter(({ id }) => zone.courierIds.includes(id))
    .map(({ id, name, active, dailyCapacity }) => ({
      courierId: id,
      name,
      active,
      openStops: open.get(id) ?? 0,
      stopsToday: today.get(id) ?? 0,
      capacity: dailyCapacity,
    }));
}
