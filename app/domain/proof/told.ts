import type { ToldParcels } from "~/domain/delivery/parcels";

/** What the person who receives may be to the buyer; worded by `courier.json` (`relation.<code>`) and `reason.json`. */
export const RELATIONS = ["buyer", "family", "neighbour", "colleague", "front_desk", "guard"] as const;
export type Relation = (typeof RELATIONS)[number];

/** Why there is no signature, and why there is no PIN; the courier picks one. */
export const UNSIGNED_REASONS = ["would_not", "could_not", "no_contact", "phone_fails"] as const;
export type UnsignedReason = (typeof UNSIGNED_REASONS)[number];
export const NO_PIN_REASONS = ["did_not_get", "wrong_often", "somebody_else", "would_not"] as const;
export type NoPinReason = (typeof NO_PIN_REASONS)[number];
/** Why a delivery far from its address is right all the same. */
export const FAR_REASONS = ["buyer_moved", "map_wrong", "position_wrong"] as const;
export type FarReason = (typeof FAR_REASONS)[number];

/** What a confirmation says beside photos and name; what is absent was not asked for, or not given. */
export type ToldProof = {
  relation?: Relation | undefined;
  /** As typed; a wrong one never refuses a delivery. */
  recipientId?: string | undefined;
  unsigned?: UnsignedReason | undefined;
  far?: FarReason | undefined;
  /** As typed: only the server believes it. */
  pin?: string | undefined;
  noPin?: NoPinReason | undefined;
};
/**
 * What of it is kept with the attempt; of the PIN only what became of it. `parcels`: which were scanned at the door; `isPhotoOwed`: it named no
 * photo though it had to.
 */
export type KeptProof = Omit<ToldProof, "pin"> & { parcels?: ToldParcels; isPhotoOwed?: boolean };

export const PIN_RESULTS = ["verified", "wrong", "none"] as const;
export type PinResult = (typeof PIN_RESULTS)[number];

/** A signature travels like a photo and proves less: nothing is issued by it. */
export const SHOT_ROLES = ["photo", "signature"] as const;
export type ShotRole = (typeof SHOT_ROLES)[number];

/** What the hash of a PIN was reckoned over, in a day that a phone keeps from before there were locks (`pin-lock`). */
export const pinText = (deliveryId: string, pin: string): string => `${deliveryId}:${pin}`;
export const PIN_LENGTH = 4;
/** After as many wrong ones the phone takes no more. */
export const PIN_TRIES = 5;
