import type { SaleOrder } from "~/domain/order/order";
import { firstGone } from "~/domain/place/departure";
import { placeOf, type Place } from "~/domain/place/place";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { locationOfOrder } from "./location-of-order";

/**
 * Where an invoice is numbered: at the zone's place where the delivery's zone has one, else at the location's that it leaves from, else
 * (null) by the default series. `own`: the delivery whose invoice it is; null: it is the whole order's, and the first delivery decides.
 */
export async function placeOfInvoice(
  s: Pick<ShopStore, "zone" | "locationByGid" | "deliveriesOfOrder">,
  sale: SaleOrder,
  orderId: string,
  own: DeliveryRecord | null,
): Promise<Place | null> {
  const deliveries = own ? [own] : await s.deliveriesOfOrder(orderId);
  const gone = own ?? firstGone(deliveries);
  // Paid before it is brought: its zone is known as soon as its courier is.
  const decides = gone ?? deliveries.find(({ state, zoneId }) => state !== "cancelled" && zoneId !== null);
  const zone = decides?.zoneId ? await s.zone(decides.zoneId) : null;
  return zone?.place ?? placeOf(await locationOfOrder(s, sale, gone?.locationGid));
}
