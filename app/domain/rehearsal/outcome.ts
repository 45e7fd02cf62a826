import { countedOn } from "~/domain/delivery/commission-share";
import { commissionOf, type CommissionRule } from "~/domain/rate/commission";
import type { Service } from "~/domain/rate/service";
import { findZone, type Place } from "~/domain/zone/find-zone";
import { momentIn, priceOfOrder, type Carried } from "~/domain/zone/price-order";
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

/** What zones say of an order of the past, delivery by delivery. */
export const outcomesOf = <Z extends PricedZone>(index: ZoneIndex<Z>, order: PastOrder, timeZone: string): Outcome<Z>[] =>
  order.parts.map((part) => outcomeOf(index, order, part, timeZone));

function outcomeOf<Z extends PricedZone>(
  index: ZoneIndex<Z>,
  { place, sale }: PastOrder,
  { from, share }: PastPart,
  timeZone: string,
): Outcome<Z> {
  const { bearsShipping } = share;
  const { matches, doubt } = findZone(index, place, from);
  const isUnclear = doubt !== null && doubt.code !== "zones_equal";
  const zone = matches[0]?.zone;
  if (!zone || isUnclear) return { zone: null, isUnclear, bearsShipping, rateMinor: null, commissionMinor: 0 };
  const rateMinor = bearsShipping ? priceOfOrder(zone, sale, timeZone) : null;
  const at = momentIn(new Date(sale.placedAt), timeZone);
  const counted = countedOn(share, { rateMinor, totalMinor: sale.totalMinor });
  return { zone, isUnclear, bearsShipping, rateMinor, commissionMinor: commissionOf(zone.commission, { ...counted, attempts: 1, at }) };
}
