const PREFIX = "BIM1:";
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a parcel's label says to a camera. Short, so that its squares are large; and nothing of the buyer. */
export const parcelCode = (deliveryId: string): string => PREFIX + deliveryId;

/** The delivery that a label names; null: it is no label of ours. */
export function deliveryIdIn(scanned: string): string | null {
  const text = scanned.trim();
  if (!text.toUpperCase().startsWith(PREFIX)) return null;
  const id = text.slice(PREFIX.length).toLowerCase();
  return UUID.test(id) ? id : null;
}
