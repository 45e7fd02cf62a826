import { standing, type Sibling } from "~/domain/delivery/bearers";
import { sharesOf, type Share, type Shared } from "~/domain/delivery/share-of-order";
import type { Units } from "~/domain/order/fulfillment";
import type { SaleOrder } from "~/domain/order/order";
import { leavesFrom, type Departure } from "~/domain/zone/departure";

/** A delivery that an order became. */
export type PastDelivery = Sibling & { locationGid: string | null; lines: readonly Units[] };

/** What of an order one courier brought, or would have brought: where it left from, and its part of the money. */
export type PastPart = { from: Departure; share: Share };

type Past = Shared & Pick<SaleOrder, "fulfillmentOrders"> & { deliveries: readonly PastDelivery[] };

/**
 * An order by its deliveries, with the parts on which couriers are paid. One that has none that stands, as from before the app, counts as one
 * delivery. Empty: it went by other ways than ours.
 */
export function partsOf({ deliveries, ...order }: Past): PastPart[] {
  const all = standing(deliveries);
  if (all.length === 0)
    return [
      { from: leavesFrom({ locationGid: null }, order), share: { orderMinor: order.totalMinor, bearsShipping: true, isWhole: true } },
    ];
  const shares = sharesOf(order, all);
  return all
    .filter(({ method }) => method === "courier")
    .map((delivery) => ({ from: leavesFrom(delivery, order), share: shares.get(delivery.id)! }));
}
