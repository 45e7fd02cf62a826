import type { DeliveryState } from "./states";

export const MOST_PARCELS = 99;

/** While the goods are at the shop, in a state where they can still be packed otherwise. */
export const canBePackedAnew = (state: DeliveryState): boolean =>
  state === "unassigned" || state === "assigned" || state === "attempt_failed";
