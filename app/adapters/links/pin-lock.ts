import { pbkdf2Sync } from "node:crypto";
import { LOCK_BYTES, saltOf, type PinLock } from "~/domain/proof/pin-lock";

/** A third of a millisecond here, once for a delivery; 256 times that on a phone, at each try: 60 ms on a computer, 240 on a phone four times as slow. */
const COST = { iterations: 500, of: 256 };
/** More than a large shop has under way; the oldest make room. */
const MOST_KEPT = 20_000;

/** Locks of deliveries' PINs. `pinOf`: the PIN; `byteOf`: a byte that nobody else can tell, of which the hidden salt is chosen. */
export function pinLocks(pinOf: (deliveryId: string) => string, byteOf: (deliveryId: string) => number): (deliveryId: string) => PinLock {
  const kept = new Map<string, PinLock>();
  return (deliveryId) => {
    const known = kept.get(deliveryId);
    if (known) return known;
    const salt = saltOf(deliveryId, byteOf(deliveryId) % COST.of);
    const hash = pbkdf2Sync(pinOf(deliveryId), salt, COST.iterations, LOCK_BYTES, "sha256").toString("hex");
    const lock = { hash, ...COST };
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
    kept.set(deliveryId, lock);
    return lock;
  };
}
