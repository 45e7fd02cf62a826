/**
 * What a phone without signal tells a right PIN by. It is made from the PIN and one of `of` salts, and which of them is not told: whoever tries a
 * PIN must try them all, whoever makes the lock reckons once. Four digits are soon tried by a computer all the same (docs/decisions/0021).
 */
export type PinLock = { hash: string; iterations: number; of: number };

/** PBKDF2-HMAC-SHA-256 over the PIN, with this salt. `number`: from 0. */
export const saltOf = (deliveryId: string, number: number): string => `${deliveryId}:${number}`;
export const LOCK_BYTES = 32;
