import type { WayMethod } from "~/domain/order/way";
import type { DeliveryState } from "./states";

/** A delivery among its order's. */
export type Sibling = { id: string; state: DeliveryState; method: WayMethod };

/**
 * With which of an order's deliveries what is owed at the door is collected, whole: the first that our courier brings or that is fetched, in
 * the order in which they were opened. One that was cancelled or came back leaves it to the next. A fixed rule and not "whichever comes
 * first", so that two couriers who are out at once never both ask for it. Null: none of them collects.
 */
export const bearsPayment = <D extends Sibling>(siblings: readonly D[]): D | null =>
  [...siblings]
    .sort((a, b) => a.id.localeCompare(b.id))
    .find(({ state, method }) => method !== "carrier" && state !== "cancelled" && state !== "returned") ?? null;
