import type { DeliveryMethod, Fulfillment, FulfillmentOrder, Units } from "./fulfillment";
import { waysOf } from "./group-ways";
import type { SaleOrder } from "./order";
import { quantities, take, unitsIn, unitsShipped } from "./units-shipped";
import type { Part, Shipment, Way, WayMethod } from "./way";

/** A delivery as far as its way is concerned. `hasLeft`: our courier is out with it, or it was brought or handed over. */
export type Ours = {
  id: string;
  hasLeft: boolean;
  fulfillmentOrderGids: readonly string[];
  fulfillmentGid: string | null;
  lines: readonly Units[];
};

type Goods = Pick<SaleOrder, "lines" | "removedLines" | "sourceName" | "shippingLines" | "fulfillmentOrders" | "fulfillments">;

/** By which way each method leaves; null: what needs no way, as it was handed over at the sale or is no thing. */
const METHODS: Record<DeliveryMethod, WayMethod | null> = {
  shipping: "courier",
  local: "courier",
  unknown: "courier",
  pickup_in_store: "pickup",
  pick_up_point: "pickup",
  retail: null,
  none: null,
};

/**
 * The ways by which an order's goods leave, as Shopify's fulfilment orders say. While it has opened none, its lines tell, and one courier
 * way is assumed (docs/decisions/0012-ways-out.md). What we sent ourselves bears our delivery's id as its tracking number.
 */
export function waysOut(sale: Goods, ours: readonly Ours[] = []): Way[] {
  if (sale.fulfillmentOrders.length === 0) return assumedWay(sale);
  const pools = poolsOf(sale, ours);
  // What left before Shopify knew of it stays with who has it, whatever Shopify calls it by now.
  const isKnown = ({ id, fulfillmentGid }: Ours) =>
    pools.some(({ sender, shipment }) => sender === id || (shipment && shipment.gid === fulfillmentGid));
  const held = ours.filter((one) => one.hasLeft && !isKnown(one)).flatMap((one) => holdingsOf(one, pools));
  const others = pools.map((pool) => partOf(pool, pool.sender, unitsIn(pool.left)));
  return waysOf([...held, ...others].filter(({ lines }) => lines.length > 0));
}

/** Whether goods of it were handed over at the sale: over the counter, where Shopify routes nothing any further. */
export const isHandedOver = (sale: Pick<Goods, "lines" | "sourceName" | "shippingLines" | "fulfillmentOrders">): boolean =>
  sale.lines.some(({ requiresShipping }) => requiresShipping) &&
  (sale.fulfillmentOrders.length === 0
    ? isOverTheCounter(sale)
    : sale.fulfillmentOrders.some(
        ({ deliveryMethod: by, status }) => status !== "CANCELLED" && (by === "retail" || (by === "unknown" && isOverTheCounter(sale))),
      ));

const isOverTheCounter = ({ sourceName, shippingLines }: Pick<Goods, "sourceName" | "shippingLines">): boolean =>
  sourceName === "pos" && shippingLines.length === 0;

const methodOf = (sale: Goods, method: DeliveryMethod): WayMethod | null =>
  method === "unknown" && isOverTheCounter(sale) ? null : METHODS[method];

function assumedWay(sale: Goods): Way[] {
  const lines = sale.lines.filter(({ requiresShipping, quantity }) => requiresShipping && quantity > 0);
  if (lines.length === 0 || isOverTheCounter(sale)) return [];
  const units = lines.map(({ id, quantity }) => ({ lineId: id, quantity }));
  return [{ method: "courier", locationGid: null, fulfillmentOrderGids: [], lines: units, carriedBy: null, shipment: null }];
}

/** Units of a fulfilment order: what one shipment took, or what still has to go. `sender`: our delivery that sent them. */
type Pool = { order: FulfillmentOrder; method: WayMethod; sender: string | null; shipment: Shipment | null; left: Map<string, number> };

function poolsOf(sale: Goods, ours: readonly Ours[]): Pool[] {
  const goods = new Set([...sale.lines, ...sale.removedLines].filter((line) => line.requiresShipping).map(({ id }) => id));
  const going = sale.fulfillmentOrders
    .filter(({ status, deliveryMethod }) => status !== "CANCELLED" && methodOf(sale, deliveryMethod) !== null)
    .map((order) => ({ ...order, lines: order.lines.filter(({ lineId }) => goods.has(lineId)) }));
  const shipped = unitsShipped(going, sale.fulfillments);
  return going.flatMap((order) => {
    const [method, sent] = [methodOf(sale, order.deliveryMethod)!, shipped.get(order.gid) ?? []];
    const pools = sent.map(({ fulfillment, lines }): Pool => {
      const sender = ours.find(({ id }) => fulfillment.trackingNumbers.includes(id))?.id ?? null;
      const isCarried = sender === null && method === "courier";
      const shipment = sender ? null : shipmentOf(fulfillment);
      return { order, method: isCarried ? "carrier" : method, sender, shipment, left: quantities(lines) };
    });
    const rest = quantities(order.lines);
    for (const { lines } of sent) take(quantities(lines), rest);
    return order.status === "CLOSED" ? pools : [...pools, { order, method, sender: null, shipment: null, left: rest }];
  });
}

/** Its lines, from its own fulfilment orders first, and from what nobody else sent. */
function holdingsOf({ id, lines, fulfillmentOrderGids }: Ours, pools: readonly Pool[]): Part[] {
  const [wanted, free] = [quantities(lines), pools.filter(({ sender }) => sender === null)];
  const rank = ({ shipment, order }: Pool) => (shipment ? 2 : 0) + (fulfillmentOrderGids.includes(order.gid) ? 0 : 1);
  return [...free]
    .sort((a, b) => rank(a) - rank(b))
    .map((pool) => ({ ...partOf(pool, id, take(wanted, pool.left)), method: ownMethod(pool) }));
}

/** By which way it goes when it is ours that goes. */
const ownMethod = ({ method }: Pool): WayMethod => (method === "carrier" ? "courier" : method);

const partOf = ({ order: { gid, locationGid }, method, shipment }: Pool, carriedBy: string | null, lines: Units[]): Part => ({
  gid,
  locationGid,
  method,
  lines,
  carriedBy,
  shipment,
});

const shipmentOf = ({ gid, trackingCompany, createdAt, events }: Fulfillment): Shipment => ({
  gid,
  company: trackingCompany,
  at: createdAt,
  deliveredAt: events.findLast(({ status }) => status === "DELIVERED")?.happenedAt ?? null,
});
