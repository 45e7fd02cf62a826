import { chooseCourier, type Candidate } from "~/domain/assignment/choose-courier";
import { startOfDay } from "~/domain/time/calendar";
import { findZone } from "~/domain/zone/find-zone";
import type { Place, ZoneMatch } from "~/domain/zone/zone";
import type { Ports } from "~/ports/ports";
import type { AssignmentReason, DeliveryRecord, OrderRecord, Worded, Zone } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

type Input = { shopId: string; deliveryId: string };

/** Zone, price, commission and courier follow from the address. One shop's deliveries are assigned one at a time, so that loads are true. */
export async function assignDelivery({ store, clock }: Pick<Ports, "store" | "clock">, { shopId, deliveryId }: Input): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock("assignment");
    await s.lock(`delivery:${deliveryId}`);
    const delivery = await s.delivery(deliveryId);
    if (delivery.state !== "unassigned") return;
    const order = await s.order(delivery.orderId);
    const match = findZone(await s.zones(), placeOf(order));
    if (!match) return wait(s, delivery, noZone(order));
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
      attention: priceNotice(order, match.zone),
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

function placeOf({ sale: { shippingAddress: address } }: OrderRecord): Place {
  return {
    countryCode: address?.countryCode ?? null,
    province: address?.province ?? null,
    city: address?.city ?? null,
    zip: address?.zip ?? null,
    address2: address?.address2 ?? null,
  };
}

const noZone = ({ sale }: OrderRecord): Worded => ({
  code: "no_zone",
  params: { place: [sale.shippingAddress?.city, sale.shippingAddress?.zip].filter(Boolean).join(" ") || "?" },
});

/** The price at checkout is the buyer's consent: a difference is shown, never charged silently (PRODUCT.md). */
function priceNotice({ sale }: OrderRecord, zone: Zone): Worded | null {
  const charged = sale.shippingLines.reduce((sum, line) => sum + line.originalMinor, 0);
  if (sale.shippingLines.length === 0) return { code: "shipping_not_charged", params: { zone: zone.rateMinor / 100 } };
  return charged === zone.rateMinor ? null : { code: "price_differs", params: { charged: charged / 100, zone: zone.rateMinor / 100 } };
}
