import type { SaleOrder } from "~/domain/order/order";
import { firstGone } from "~/domain/place/departure";
import { placeOf, type Place } from "~/domain/place/place";
import type { DeliveryRecord, LocationRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { locationOfOrder } from "./location-of-order";

/** `location`: where its goods leave from, as far as it is known. */
export type InvoicePlace = { place: Place | null; location: LocationRecord | null };

/**
 * Where an invoice is numbered: at the zone's place where the delivery's zone has one, else at the location's that it leaves from, else
 * (null) by the default series. `own`: the delivery whose invoice it is; null: it is the whole order's, and the first delivery decides.
 */
export async function placeOfInvoice(
  s: Pick<ShopStore, "zone" | "locationByGid" | "deliveriesOfOrder">,
  sale: SaleOrder,
  orderId: string,
  own: DeliveryRecord | null,
): Promise<InvoicePlace> {
  const deliveries = own ? [own] : await s.deliveriesOfOrder(orderId);
  const gone = own ?? firstGone(deliveries);
  // Paid before it is brought: its zone is known as soon as its courier is.
  const decides = gone ?? deliveries.find(({ state, zoneId }) => state !== "cancelled" && zoneId !== null);
  const zone = decides?.zoneId ? await s.zone(decides.zoneId) : null;
  const location = await locationOfOrder(s, sale, gone?.locationGid);
  return { place: zone?.place ?? placeOf(location), location };
}
