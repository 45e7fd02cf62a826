import type { ShopStore } from "~/ports/store";

/** Somebody may have become free: what waits is tried again. Part of the caller's transaction. */
export async function tryWaiting(s: ShopStore): Promise<void> {
  if (await s.isAnyWaiting()) await s.enqueue("assign-waiting", { shopId: s.shopId });
}

/**
 * What waits is tried again at the first of some moments; a try that comes before it stands for it. Part of the caller's transaction, which
 * holds the lock "assignment", so that two don't make two.
 */
export async function wakeAt(s: ShopStore, now: Date, moments: readonly Date[]): Promise<void> {
  if (moments.length === 0) return;
  const first = Math.min(...moments.map((moment) => moment.getTime()));
  const startAfterSeconds = Math.max(1, Math.ceil((first - now.getTime()) / 1000));
  await s.enqueue("assign-waiting", { shopId: s.shopId }, { startAfterSeconds, unlessSooner: true });
}
