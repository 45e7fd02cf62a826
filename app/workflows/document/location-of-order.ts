import type { SaleOrder } from "~/domain/order/order";
import { invoicedFrom } from "~/domain/place/departure";
import type { DeliveryRecord, LocationRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

/** The location whose place numbers an order's invoice; null where it names none, or one that we couldn't read. */
export async function locationOfOrder(
  s: Pick<ShopStore, "locationByGid">,
  sale: SaleOrder,
  deliveries: readonly DeliveryRecord[] = [],
): Promise<LocationRecord | null> {
  const gid = invoicedFrom(sale, deliveries);
  return gid ? s.locationByGid(gid) : null;
}
