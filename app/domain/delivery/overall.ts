import type { DeliveryState } from "./states";

/** What is furthest behind comes first. */
const BEHIND: DeliveryState[] = ["unassigned", "assigned", "attempt_failed", "out_for_delivery", "returned", "delivered"];

/** Of an order's deliveries the one that is furthest behind, which says how far the order is; a cancelled one only where all are. Null: none. */
export const furthestBehind = <D extends { state: DeliveryState }>(deliveries: readonly D[]): D | null =>
  BEHIND.flatMap((state) => deliveries.find((one) => one.state === state) ?? [])[0] ?? deliveries[0] ?? null;
