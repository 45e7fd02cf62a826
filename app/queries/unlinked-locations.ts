import { placeOf } from "~/domain/place/place";
import type { LocationRecord } from "~/ports/location-records";
import type { ShopStore } from "~/ports/store";

/**
 * Locations that open deliveries leave from and that nobody has linked to a place, so that their invoices go by the default series. Where the
 * shop has one location only, the default is its own.
 */
export async function unlinkedInUse(s: Pick<ShopStore, "locations" | "openDepartures">): Promise<LocationRecord[]> {
  const all = await s.locations();
  const unlinked = all.filter((location) => placeOf(location) === null);
  if (unlinked.length === 0 || all.filter(({ active }) => active).length < 2) return [];
  const used = await s.openDepartures();
  return unlinked.filter(({ gid }) => used.includes(gid));
}
