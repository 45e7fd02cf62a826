import type { Units } from "~/domain/order/fulfillment";
import type { Refused } from "./refusal";

/** Whether it fetches the goods of a return from the buyer, instead of bringing some (docs/decisions/0025). */
export const isReverse = ({ returnGid = null }: { returnGid?: string | null }): boolean => returnGid !== null;

/** What the courier was given of the goods of a return, or is still to be given. */
export const fetchedUnits = ({ lines, refused }: { lines: readonly Units[]; refused: readonly Refused[] }): Units[] =>
  lines.flatMap(({ lineId, quantity }) => {
    const kept = refused.find((one) => one.lineId === lineId)?.quantity ?? 0;
    return quantity > kept ? [{ lineId, quantity: quantity - kept }] : [];
  });
