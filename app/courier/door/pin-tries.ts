import { pinText } from "~/domain/proof/told";

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

/** Whether the PIN is the one that the hash was made of. The server looks again: its answer is what counts. */
export async function isRightPin(deliveryId: string, typed: string, hash: string): Promise<boolean> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(pinText(deliveryId, typed)));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("") === hash;
}
