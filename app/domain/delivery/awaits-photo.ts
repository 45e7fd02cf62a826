import type { DeliveryState } from "./states";

/** Delivered, as its courier reported; the photo that proves it is still to come, and with it the capture of a card and the invoice. */
export const awaitsPhoto = ({ state, provenAt }: { state: DeliveryState; provenAt: unknown }): boolean =>
  state === "delivered" && provenAt === null;

/** No invoice waits longer than this for a photo that may never come (docs/decisions/0021). */
export const LONGEST_WAIT_MS = 12 * 3_600_000;
