import { LOCK_BYTES, saltOf, type PinLock } from "~/domain/proof/pin-lock";
import { pinText } from "~/domain/proof/told";
import type { StopView } from "../protocol";

const keyOf = (deliveryId: string): string => `pin-tries:${deliveryId}`;

/** How many wrong PINs were typed for a delivery in this tab, whatever was opened between. */
export const wrongPins = (deliveryId: string, kept: Pick<Storage, "getItem"> = sessionStorage): number =>
  Number(kept.getItem(keyOf(deliveryId)) ?? 0);

/** One more; returns how many there are. */
export function noteWrongPin(deliveryId: string, kept: Pick<Storage, "getItem" | "setItem"> = sessionStorage): number {
  const count = wrongPins(deliveryId, kept) + 1;
  kept.setItem(keyOf(deliveryId), String(count));
  return count;
}

type Told = Pick<StopView, "deliveryId" | "pinLock" | "pinHash">;

/**
 * Whether the PIN is the one that the phone was told of; null: it was told of none. It takes its time, beside the page: a try is to cost something.
 * The server looks again, and its answer is what counts.
 */
export async function isRightPin({ deliveryId, pinLock = null, pinHash = null }: Told, typed: string): Promise<boolean | null> {
  if (pinLock) return opens(pinLock, deliveryId, typed);
  return pinHash === null ? null : hex(await crypto.subtle.digest("SHA-256", bytesOf(pinText(deliveryId, typed)))) === pinHash;
}

/** So many at once are given to the browser's own threads. */
const AT_ONCE = 64;

async function opens({ hash, iterations, of }: PinLock, deliveryId: string, typed: string): Promise<boolean> {
  const key = await crypto.subtle.importKey("raw", bytesOf(typed), "PBKDF2", false, ["deriveBits"]);
  const reckoned = async (number: number): Promise<string> => {
    const how = { name: "PBKDF2", hash: "SHA-256", salt: bytesOf(saltOf(deliveryId, number)), iterations };
    return hex(await crypto.subtle.deriveBits(how, key, LOCK_BYTES * 8));
  };
  for (let from = 0; from < of; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, of - from) }, (_, at) => reckoned(from + at));
    if ((await Promise.all(some)).includes(hash)) return true;
  }
  return false;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const hex = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
