import { isReverse } from "~/domain/delivery/reverse";
import { OPEN_STATES, type DeliveryState } from "~/domain/delivery/states";
import type { Units } from "./fulfillment";
import type { OrderReturn } from "./order-return";

type Party = { id: string; state: DeliveryState; returnGid?: string | null; lines: readonly Units[] };

/**
 * Of an exchange each half's other half, as far as it is still to be done: what fetches the goods of a return, and what brings those that its buyer
 * gets instead. Null: it is no exchange, or the other is over. `all`: the order's deliveries, those in reverse among them.
 */
export function otherHalf<P extends Party>(one: Party, all: readonly P[], returns: readonly OrderReturn[]): P | null {
  const isHalf = (outward: Party, reverse: Party): boolean => {
    const ids = returns.find(({ gid }) => gid === reverse.returnGid)?.exchangeLineIds ?? [];
    return outward.lines.some(({ lineId }) => ids.includes(lineId));
  };
  const isOther = (other: Party) => (isReverse(one) ? isHalf(other, one) : isHalf(one, other));
  return all.find((other) => isReverse(other) !== isReverse(one) && isOpen(other) && isOther(other)) ?? null;
}

const isOpen = ({ state }: Party): boolean => state === "unassigned" || OPEN_STATES.includes(state);
