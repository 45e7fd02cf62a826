import type { DeliveryState } from "./states";

export const MOST_PARCELS = 99;

/** While the goods are at the shop, in a state where they can still be packed otherwise. */
export const canBePackedAnew = (state: DeliveryState): boolean =>
  state === "unassigned" || state === "assigned" || state === "attempt_failed";

/** Why a parcel was not scanned; worded by `courier.json` (`unscanned.<code>`). Only of the last is the parcel not with the courier. */
export const UNSCANNED_REASONS = ["unreadable", "unlabelled", "not_there"] as const;
export type UnscannedReason = (typeof UNSCANNED_REASONS)[number];

/** Which of a delivery's parcels (numbered from 1) a courier scanned, of how many, and why not the others; null: nobody asked why. */
export type ToldParcels = { scanned: number[]; of: number; because: UnscannedReason | null };

/** Which of a delivery's parcels are not among these numbers, the lowest first. */
export const missingOf = (parcels: number, scanned: readonly number[]): number[] =>
  Array.from({ length: parcels }, (_, index) => index + 1).filter((number) => !scanned.includes(number));
