import type { SaleOrder } from "~/domain/order/order";
import { departureOf } from "~/domain/place/departure";
import type { LocationRecord } from "~/ports/location-records";
import type { ShopStore } from "~/ports/store";

/** The location that an order's goods leave from, or one delivery's (`own`, where it is known); null where it names none, or one that we couldn't read. */
export async function locationOfOrder(
  s: Pick<ShopStore, "locationByGid">,
  sale: SaleOrder,
  own?: string | null,
): Promise<LocationRecord | null> {
  const gid = own ?? departureOf(sale);
  return gid ? s.locationByGid(gid) : null;
}
