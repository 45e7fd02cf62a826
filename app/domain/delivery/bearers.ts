import type { WayMethod } from "~/domain/order/way";
import type { DeliveryState } from "./states";

/** A delivery among its order's. `deliveredAt`: only of one that is delivered. */
export type Sibling = { id: string; state: DeliveryState; method: WayMethod; deliveredAt?: Date | null };

/** Of those that are neither cancelled nor came back, in the order in which they were opened. */
export const standing = <D extends Sibling>(siblings: readonly D[]): D[] =>
  siblings.filter(({ state }) => state !== "cancelled" && state !== "returned").sort((a, b) => a.id.localeCompare(b.id));

/**
 * With which of an order's deliveries counts what there is once: the first that goes by one of these ways, in the order in which they were
 * opened. One that was cancelled or came back leaves it to the next. A fixed rule and not "whichever comes first", so that two who are out at
 * once never both have it.
 */
const bearer = <D extends Sibling>(siblings: readonly D[], ways: readonly WayMethod[]): D | null =>
  standing(siblings).find(({ method }) => ways.includes(method)) ?? null;

/** Who collects at the door: our courier, or the shop where it is fetched. */
const COLLECTING: readonly WayMethod[] = ["courier", "pickup"];

/**
 * With which what is still owed at the door is collected, whole: the first that is still to come (docs/decisions/0022). Where none is, the one
 * that its buyer got last had it. Null: none of them collects.
 */
export function bearsPayment<D extends Sibling>(siblings: readonly D[]): D | null {
  const toCome = bearer(
    siblings.filter(({ state }) => state !== "delivered"),
    COLLECTING,
  );
  return (
    toCome ??
    standing(siblings)
      .filter(({ method }) => COLLECTING.includes(method))
      .reduce<D | null>(later, null)
  );
}

const later = <D extends Sibling>(one: D | null, other: D): D =>
  one && (one.deliveredAt?.getTime() ?? 0) > (other.deliveredAt?.getTime() ?? 0) ? one : other;

/**
 * With which the order's shipping counts, which its buyer bought once: one that our courier brings, since zones have no prices for the others.
 * Its zone's price is the one to be expected, and its courier's commission the one that shipping is part of. Null: none.
 */
export const bearsShipping = <D extends Sibling>(siblings: readonly D[]): D | null => bearer(siblings, ["courier"]);

/** Which of the order's deliveries bears its shipping instead of this one. Null: it is this one, or this one is no courier's or does not stand. */
export function bearsShippingInstead<D extends Sibling>(id: string, siblings: readonly D[]): D | null {
  const own = standing(siblings).find((one) => one.id === id);
  const bearer = bearsShipping(siblings);
  return own?.method === "courier" && bearer?.id !== id ? bearer : null;
}
