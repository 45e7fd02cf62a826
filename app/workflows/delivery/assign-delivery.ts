import { chooseCourier, type Candidate } from "~/domain/assignment/choose-courier";
import type { SaleOrder } from "~/domain/order/order";
import { startOfDay } from "~/domain/time/calendar";
import { commissionOf } from "~/domain/rate/commission";
import { findZone, type Doubt, type Finding, type ZoneMatch } from "~/domain/zone/find-zone";
import { momentIn, priceOfOrder } from "~/domain/zone/price-order";
import { leavesFrom } from "~/domain/zone/departure";
import { placeInWords, placeOf } from "~/domain/zone/place-of";
import type { Ports } from "~/ports/ports";
import type { AssignmentReason, DeliveryRecord, OrderRecord, Worded, Zone } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { askForShipping } from "./charge-shipping";
import { priceNotice } from "./price-notice";

type Input = { shopId: string; deliveryId: string };

/**
 * Zone, price, commission and courier follow from the address. Where it can't be told which zone is meant, a person tells. One shop's
 * deliveries are assigned one at a time, so that loads are true.
 */
export async function assignDelivery(ports: Pick<Ports, "store" | "clock" | "zones">, { shopId, deliveryId }: Input): Promise<void> {
  await ports.store.change(shopId, async (s) => {
    await s.lock("assignment");
    await s.lock(`delivery:${deliveryId}`);
    const delivery = await s.delivery(deliveryId);
    if (delivery.state !== "unassigned" || delivery.method !== "courier") return;
    const order = await s.order(delivery.orderId);
    const finding = findZone(await ports.zones(await s.shop(), () => s.zones()), placeOf(order.sale), leavesFrom(delivery, order.sale));
    const [match] = finding.matches;
    if (!match) return wait(s, delivery, { code: "no_zone", params: { place: placeInWords(order.sale) } });
    if (finding.doubt && isUnclear(finding.doubt)) return wait(s, delivery, finding.doubt);
    await give(s, { delivery, order, match, finding, now: ports.clock.now() });
  });
}

/** Of zones that are equal the winner is always the same; of two places nobody can say which is meant. */
const isUnclear = ({ code }: Doubt): boolean => code !== "zones_equal";

type Found = { delivery: DeliveryRecord; order: OrderRecord; match: ZoneMatch<Zone>; finding: Finding<Zone>; now: Date };

async function give(s: ShopStore, { delivery, order, match, finding, now }: Found): Promise<void> {
  const { timeZone } = await s.shop();
  const { zone } = match;
  const choice = chooseCourier(await candidatesOf(s, zone, now));
  const rateMinor = priceOfOrder(zone, order.sale, timeZone);
  const earned = { shippingMinor: rateMinor ?? 0, orderMinor: order.sale.totalMinor, attempts: 1, at: momentIn(now, timeZone) };
  const priced = { zoneId: zone.id, rateMinor, commissionMinor: commissionOf(zone.commission, earned) };
  const found = why(match, finding);
  if (choice.courierId === null)
    return wait(s, delivery, { code: choice.code, params: { zone: zone.name } }, { ...priced, assignment: { ...choice, params: found } });
  const assignment: AssignmentReason = { code: choice.code, params: { ...choice.params, ...found }, considered: choice.considered };
  const { doubt } = finding;
  await s.updateDelivery(delivery.id, {
    ...priced,
    state: "assigned",
    courierId: choice.courierId,
    assignment,
    assignedAt: now,
    attention: cashNotice(order.sale, zone) ?? priceNotice(order.sale, { rateMinor }) ?? doubt,
  });
  const about = { orderId: order.id, deliveryId: delivery.id, actor: "system", type: "delivery" };
  await s.record({ ...about, from: "unassigned", to: "assigned", reason: { code: choice.code, params: assignment.params ?? {} } });
  await s.enqueue("publish-delivery", { shopId: s.shopId, deliveryId: delivery.id });
  await askForShipping(s, delivery.id, order.sale, rateMinor);
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

/** Checkout can't keep a buyer of this zone from choosing to pay at the door. */
const cashNotice = ({ paymentType }: SaleOrder, { name, cashAllowed }: Zone): Worded | null =>
  paymentType === "cash_on_delivery" && !cashAllowed ? { code: "cash_not_allowed", params: { zone: name } } : null;

/** By what of the zone the address was found in it, and what it was taken for where it was not written as it is called. */
const why = ({ by, what, zone }: ZoneMatch<Zone>, { guess, position }: Finding<Zone>): Record<string, string> => ({
  zone: zone.name,
  ...{
    place: { place: what },
    postal: { pattern: what },
    position: { position: position?.source ?? "" },
    country: { country: zone.area.countryCode },
  }[by],
  ...(guess ? { read: guess.text, as: guess.name } : {}),
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
