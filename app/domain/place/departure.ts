import { firstBrought } from "~/domain/delivery/first-brought";
import type { SaleOrder } from "~/domain/order/order";

/** Shopify's location that an order's goods leave from: the first of its fulfilment orders that stands and names one. Null where none does. */
export const departureOf = ({ fulfillmentOrders }: Pick<SaleOrder, "fulfillmentOrders">): string | null =>
  fulfillmentOrders.find(({ status, locationGid }) => status !== "CANCELLED" && locationGid !== null)?.locationGid ?? null;

type Leaving = { startedAt: Date | null; deliveredAt: Date | null };

/** The delivery that makes the invoice of them all due: the first that was brought, else the first that set out; null: none has yet. */
export function firstGone<D extends Leaving>(deliveries: readonly D[]): D | null {
  const [firstOut] = deliveries
    .filter(({ startedAt }) => startedAt !== null)
    .sort((a, b) => a.startedAt!.getTime() - b.startedAt!.getTime());
  return firstBrought(deliveries) ?? firstOut ?? null;
}

/** By location, in the order in which each first occurs. */
export const byDeparture = <T>(all: readonly T[], locationIdOf: (one: T) => string | null): [string | null, T[]][] => [
  ...Map.groupBy(all, locationIdOf),
];
