import type { Held } from "./held";
import type { DeliveryState } from "./states";

type Delivered = { state: DeliveryState; provenAt: unknown };

/** Delivered, and capture and invoice still wait for something. */
export const isUnproven = ({ state, provenAt }: Delivered): boolean => state === "delivered" && provenAt === null;

/** Delivered, as its courier reported; the photo that proves it is still to come, and with it the capture of a card and the invoice. */
export const awaitsPhoto = (delivery: Delivered & { heldFor: Held | null }): boolean =>
  isUnproven(delivery) && delivery.heldFor === "photo";

/** No invoice waits longer than this, from when we learnt of the delivery, for a photo that may never come (docs/decisions/0021). */
export const LONGEST_WAIT_MS = 12 * 3_600_000;
