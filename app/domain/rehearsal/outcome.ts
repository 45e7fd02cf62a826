import { countedOn } from "~/domain/delivery/commission-share";
import type { Located } from "~/domain/gazetteer/locate";
import { commissionOf, type CommissionRule } from "~/domain/rate/commission";
import type { Service } from "~/domain/rate/service";
import type { WallTime } from "~/domain/time/calendar";
import { findZone, type Place } from "~/domain/zone/find-zone";
import { priceOfOrder, type Carried } from "~/domain/zone/price-order";
import type { ZoneArea, ZoneIndex } from "~/domain/zone/zone-index";
import type { PastPart } from "./past-parts";

/** What of an order says where it goes, what it holds and what its buyer chose. */
export type PastSale = Carried & { totalMinor: number };
/** `parts`: one for each delivery that a courier brought; at least one. */
export type PastOrder = { id: string; name: string; place: Place; parts: readonly PastPart[]; sale: PastSale };
export type PricedZone = ZoneArea & { services: readonly Service[]; commission: CommissionRule; courierIds: readonly string[] };

/**
 * Of one delivery. `zone` null: none, or nobody can say which. `rateMinor` null: its zone has no price for the order, or another delivery bears
 * the order's shipping.
 */
export type Outcome<Z> = { zone: Z | null; isUnclear: boolean; bearsShipping: boolean; rateMinor: number | null; commissionMinor: number };

/** `at`: when the order was placed, on the shop's clock. `located`: how its address reads. */
type Read = { at: WallTime; located: Located | null };

/** What zones say of an order of the past, delivery by delivery. */
export const outcomesOf = <Z extends PricedZone>(index: ZoneIndex<Z>, order: PastOrder, read: Read): Outcome<Z>[] =>
  order.parts.map((part) => outcomeOf(index, order, part, read));

function outcomeOf<Z extends PricedZone>(
  index: ZoneIndex<Z>,
  { place, sale }: PastOrder,
  { from, share }: PastPart,
  { at, located }: Read,
): Outcome<Z> {
  const { bearsShipping } = share;
  const { matches, doubt } = findZone(index, place, from, located);
  const isUnclear = doubt !== null && doubt.code !== "zones_equal";
  const zone = matches[0]?.zone;
  if (!zone || isUnclear) return { zone: null, isUnclear, bearsShipping, rateMinor: null, commissionMinor: 0 };
  const rateMinor = bearsShipping ? priceOfOrder(zone, sale, at) : null;
  const counted = countedOn(share, { rateMinor, totalMinor: sale.totalMinor });
  return { zone, isUnclear, bearsShipping, rateMinor, commissionMinor: commissionOf(zone.commission, { ...counted, attempts: 1, at }) };
}
