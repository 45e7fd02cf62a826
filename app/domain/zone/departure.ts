import { foldName } from "~/domain/gazetteer/fold-name";
import type { SaleOrder } from "~/domain/order/order";
import { departureOf } from "~/domain/place/departure";
import type { ZoneArea } from "./zone-index";

/** Shopify's locations that goods may leave from; null: it isn't known, and no zone is ruled out by it. */
export type Departure = readonly string[] | null;

export const isServedFrom = ({ locationGids = [] }: Pick<ZoneArea, "locationGids">, from: Departure): boolean =>
  locationGids.length === 0 || from === null || locationGids.some((gid) => from.includes(gid));

/** Where a delivery leaves from; where Shopify has not said it of the delivery yet, what its order says. */
export function leavesFrom({ locationGid }: { locationGid: string | null }, sale: Pick<SaleOrder, "fulfillmentOrders">): Departure {
  const gid = locationGid ?? departureOf(sale);
  return gid === null ? null : [gid];
}

/** The address that a rate request says goods leave from; it names no location. */
export type Origin = { countryCode: string | null; city: string | null; zip: string | null; address1: string | null };
type Located = Origin & { gid: string; active: boolean };

/** The shop's locations at an address, as Shopify wrote both; null where none is, so that a moved shop goes on selling. */
export function locationsAt(locations: readonly Located[], origin: Origin | null): Departure {
  if (!origin) return null;
  const at = addressKey(origin);
  const found = locations.filter((location) => location.active && addressKey(location) === at).map(({ gid }) => gid);
  return found.length > 0 ? found : null;
}

const addressKey = ({ countryCode, city, zip, address1 }: Origin): string =>
  [countryCode, city, zip, address1].map((field) => foldName(field ?? "")).join("|");
