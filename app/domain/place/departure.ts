import type { SaleOrder } from "~/domain/order/order";

/** Shopify's location that an order's goods leave from: the first of its fulfilment orders that stands and names one. Null where none does. */
export const departureOf = ({ fulfillmentOrders }: Pick<SaleOrder, "fulfillmentOrders">): string | null =>
  fulfillmentOrders.find(({ status, locationGid }) => status !== "CANCELLED" && locationGid !== null)?.locationGid ?? null;

/** By location, in the order in which each first occurs. */
export const byDeparture = <T>(all: readonly T[], locationIdOf: (one: T) => string | null): [string | null, T[]][] => [
  ...Map.groupBy(all, locationIdOf),
];
