import type { DeliveryState } from "~/domain/delivery/states";
import type { Units } from "./fulfillment";
import type { Way, WayMethod } from "./way";
import { waysOut } from "./ways-out";

/** A delivery as it is known. */
export type Known = {
  id: string;
  state: DeliveryState;
  method: WayMethod;
  locationGid: string | null;
  fulfillmentOrderGids: readonly string[];
  fulfillmentGid: string | null;
  lines: readonly Units[];
};

/** `kept`: deliveries and their way as it is now; `fresh`: ways that have none yet; `gone`: deliveries, not over, whose way is no more. */
export type WaysPlan = { kept: { id: string; way: Way }[]; fresh: Way[]; gone: string[] };

const IS_OVER = new Set<DeliveryState>(["delivered", "returned", "cancelled"]);
const IS_OUT = new Set<DeliveryState>(["out_for_delivery", "attempt_failed"]);
const HAS_NOT_LEFT = new Set<DeliveryState>(["unassigned", "assigned"]);

/** Whether our courier is out with it, or it was brought or handed over by us. What came back is at the shop again. */
export const hasLeft = ({ state, method }: Pick<Known, "state" | "method">): boolean =>
  method !== "carrier" && (state === "delivered" || IS_OUT.has(state));

/**
 * Which delivery goes by which way, whatever Shopify did to its fulfilment orders meanwhile (moved, split, merged: their gids change). What
 * has left stays with its delivery. What waits is matched by the fulfilment orders it shares, then by method and place, then as the only one
 * left. The order in which either is given does not matter, and an order whose fulfilment orders are not open yet changes nothing known.
 */
export function planWays(sale: Parameters<typeof waysOut>[0], deliveries: readonly Known[]): WaysPlan {
  const all = [...deliveries].sort((a, b) => a.id.localeCompare(b.id));
  const known = all.filter(({ state }) => state !== "cancelled");
  if (sale.fulfillmentOrders.length === 0 && known.length > 0) return { kept: [], fresh: [], gone: [] };
  const ways = waysOut(
    { ...sale, fulfillmentOrders: byGid(sale.fulfillmentOrders), fulfillments: byGid(sale.fulfillments) },
    all.map((one) => ({ ...one, hasLeft: hasLeft(one) })),
  );
  const kept = matched(known, ways);
  const isKept = new Set(kept.map(({ id }) => id));
  return {
    kept,
    fresh: ways.filter((way) => !kept.some((one) => one.way === way)),
    gone: known.filter(({ id, state }) => !isKept.has(id) && !IS_OVER.has(state)).map(({ id }) => id),
  };
}

const byGid = <T extends { gid: string }>(list: readonly T[]): T[] => [...list].sort((a, b) => a.gid.localeCompare(b.gid));

type Fits = (known: Known, way: Way) => number;

const shared = (known: Known, way: Way): number =>
  way.fulfillmentOrderGids.filter((gid) => known.fulfillmentOrderGids.includes(gid)).length;
const isAssumed = ({ fulfillmentOrderGids, fulfillmentGid }: Known): boolean =>
  fulfillmentOrderGids.length === 0 && fulfillmentGid === null;
/** What may still change its way: it waits at the shop, or left before Shopify had opened anything. */
const mayMove = (known: Known): boolean => HAS_NOT_LEFT.has(known.state) || (isAssumed(known) && hasLeft(known));

/** From the surest sign to the weakest; how well a pair fits, 0: not at all. */
const SIGNS: Fits[] = [
  (known, way) => Number(way.carriedBy === known.id),
  (known, way) => Number(way.carriedBy === null && way.shipment !== null && way.shipment.gid === known.fulfillmentGid),
  (known, way) => (mayMove(known) && known.method === way.method ? shared(known, way) : 0),
  (known, way) => (mayMove(known) ? shared(known, way) : 0),
  (known, way) => Number(mayMove(known) && known.method === way.method && (isAssumed(known) || known.locationGid === way.locationGid)),
];

function matched(known: readonly Known[], ways: readonly Way[]): WaysPlan["kept"] {
  const kept: WaysPlan["kept"] = [];
  const left = () => ({
    known: known.filter(({ id }) => !kept.some((one) => one.id === id)),
    ways: ways.filter((way) => !kept.some((one) => one.way === way) && way.carriedBy === null),
  });
  for (const fits of SIGNS) {
    const open = fits === SIGNS[0] ? { known, ways } : left();
    const pairs = open.known
      .flatMap((one) => open.ways.map((way) => ({ id: one.id, way, fit: fits(one, way) })))
      .filter(({ fit }) => fit > 0);
    for (const { id, way } of pairs.sort((a, b) => b.fit - a.fit))
      if (!kept.some((one) => one.id === id || one.way === way)) kept.push({ id, way });
  }
  const rest = left();
  const [one, way] = [rest.known.filter(mayMove), rest.ways];
  if (one.length === 1 && way.length === 1) kept.push({ id: one[0]!.id, way: way[0]! });
  return kept;
}
