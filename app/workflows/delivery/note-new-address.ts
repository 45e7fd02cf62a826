import { OPEN_STATES } from "~/domain/delivery/states";
import type { SaleOrder } from "~/domain/order/order";
import { leavesFrom } from "~/domain/zone/departure";
import { findZone } from "~/domain/zone/find-zone";
import { isSameDestination, destinationInWords, destinationOf } from "~/domain/zone/destination";
import type { Ports } from "~/ports/ports";
import type { DeliveryRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { placeKnown } from "~/workflows/order/locate-address";
import { currentNotice, isOnlyNotice } from "./price-notice";

type Needs = Pick<Ports, "zones" | "addressKey" | "clock">;

const CODES = ["address_changed", "address_outside"];

/** The address moved after a courier was chosen: courier, price and commission stay, and a person sees both zones. */
export async function noteNewAddress(
  ports: Needs,
  s: ShopStore,
  delivery: DeliveryRecord,
  before: SaleOrder,
  now: SaleOrder,
): Promise<void> {
  if (!OPEN_STATES.includes(delivery.state) || isSameDestination(destinationOf(before), destinationOf(now))) return;
  const attention = await moved(ports, s, delivery, before, now);
  const isNoted = CODES.includes(delivery.attention?.code ?? "");
  if (!attention && isNoted) return s.updateDelivery(delivery.id, { attention: await currentNotice(s, now, delivery) });
  if (!attention) return;
  const about = { orderId: delivery.orderId, deliveryId: delivery.id, actor: "shopper", type: "delivery" };
  await s.record({ ...about, from: delivery.state, to: delivery.state, reason: attention });
  if (isNoted || isOnlyNotice(delivery.attention)) await s.updateDelivery(delivery.id, { attention });
}

/** Null: it is the delivery's own zone that covers the new address. */
async function moved(ports: Needs, s: ShopStore, delivery: DeliveryRecord, before: SaleOrder, now: SaleOrder): Promise<Worded | null> {
  const index = await ports.zones(await s.shop(), () => s.zones());
  const { matches } = findZone(index, await placeKnown(ports, s, now), leavesFrom(delivery, now));
  const { zoneId } = delivery;
  const [match] = matches;
  if ((match?.zone.id ?? null) === zoneId) return null;
  const from = (await s.zones()).find(({ id }) => id === zoneId)?.name ?? destinationInWords(before);
  return match
    ? { code: "address_changed", params: { from, to: match.zone.name } }
    : { code: "address_outside", params: { from, place: destinationInWords(now) } };
}
