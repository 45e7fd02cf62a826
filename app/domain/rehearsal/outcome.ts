import type { Located } from "~/domain/gazetteer/locate";
import { commissionOf, type CommissionRule } from "~/domain/rate/commission";
import type { Service } from "~/domain/rate/service";
import type { WallTime } from "~/domain/time/calendar";
import type { Departure } from "~/domain/zone/departure";
import { findZone, type Place } from "~/domain/zone/find-zone";
import { priceOfOrder, type Carried } from "~/domain/zone/price-order";
import type { ZoneArea, ZoneIndex } from "~/domain/zone/zone-index";

/** What of an order says where it goes, what it holds and what its buyer chose. */
export type PastSale = Carried & { totalMinor: number };
export type PastOrder = { id: string; name: string; place: Place; from: Departure; sale: PastSale };
export type PricedZone = ZoneArea & { services: readonly Service[]; commission: CommissionRule; courierIds: readonly string[] };

/** `zone` null: none, or nobody can say which. `rateMinor` null: its zone has no price for it. */
export type Outcome<Z> = { zone: Z | null; isUnclear: boolean; rateMinor: number | null; commissionMinor: number };

/** `at`: when the order was placed, on the shop's clock. `located`: how its address reads. */
type Read = { at: WallTime; located: Located | null };

/** What zones say of an order of the past. */
export function outcomeOf<Z extends PricedZone>(index: ZoneIndex<Z>, { place, from, sale }: PastOrder, { at, located }: Read): Outcome<Z> {
  const { matches, doubt } = findZone(index, place, from, located);
  const isUnclear = doubt !== null && doubt.code !== "zones_equal";
  const zone = matches[0]?.zone;
  if (!zone || isUnclear) return { zone: null, isUnclear, rateMinor: null, commissionMinor: 0 };
  const rateMinor = priceOfOrder(zone, sale, at);
  const earned = { shippingMinor: rateMinor ?? 0, orderMinor: sale.totalMinor, attempts: 1, at };
  return { zone, isUnclear, rateMinor, commissionMinor: commissionOf(zone.commission, earned) };
}
