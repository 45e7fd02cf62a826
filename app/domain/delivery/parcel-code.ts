import { MOST_PARCELS } from "./parcels";

const PREFIX = "BIM1:";
const CODE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/([1-9]\d?))?$/;

/** One of a delivery's parcels, numbered from 1. */
export type Parcel = { deliveryId: string; number: number };

/**
 * What a parcel's label says to a camera. Short, so that its squares are large; and nothing of the buyer. The first parcel's is that of labels from before
 * parcels had numbers: it stays when others are added.
 */
export const parcelCode = ({ deliveryId, number }: Parcel): string => PREFIX + deliveryId + (number === 1 ? "" : `/${number}`);

/** The parcel that a label names; null: it is no label of ours. */
export function parcelIn(scanned: string): Parcel | null {
  const text = scanned.trim();
  if (!text.toUpperCase().startsWith(PREFIX)) return null;
  const found = CODE.exec(text.slice(PREFIX.length).toLowerCase());
  const number = Number(found?.[2] ?? 1);
  return found && number <= MOST_PARCELS ? { deliveryId: found[1]!, number } : null;
}
