import type { Plan } from "../domain/state.ts";

/** Points per second by plan; the bucket holds twenty seconds' worth. */
const RESTORE_RATE: Record<Plan, number> = { basic: 100, shopify: 100, advanced: 200, plus: 1000 };

export interface ThrottleStatus {
  maximumAvailable: number;
  currentlyAvailable: number;
  restoreRate: number;
}
export interface Throttle {
  /** Takes points, or answers false and takes none. */
  take(shop: string, plan: Plan, points: number): boolean;
  giveBack(shop: string, plan: Plan, points: number): void;
  status(shop: string, plan: Plan): ThrottleStatus;
}

/** The leaky bucket of each shop, for one app. */
export function createThrottle(now: () => Date): Throttle {
  const buckets = new Map<string, { available: number; at: number }>();
  function bucketOf(shop: string, plan: Plan) {
    const restoreRate = RESTORE_RATE[plan];
    const maximum = restoreRate * 20;
    const at = now().getTime();
    const before = buckets.get(shop) ?? { available: maximum, at };
    const bucket = { available: Math.min(maximum, before.available + (Math.max(0, at - before.at) / 1000) * restoreRate), at };
    buckets.set(shop, bucket);
    return { bucket, maximum, restoreRate };
  }
  return {
    take(shop, plan, points) {
      const { bucket } = bucketOf(shop, plan);
      if (bucket.available < points) return false;
      bucket.available -= points;
      return true;
    },
    giveBack(shop, plan, points) {
      const { bucket, maximum } = bucketOf(shop, plan);
      bucket.available = Math.min(maximum, bucket.available + points);
    },
    status(shop, plan) {
      const { bucket, maximum, restoreRate } = bucketOf(shop, plan);
      return { maximumAvailable: maximum, currentlyAvailable: Math.floor(bucket.available), restoreRate };
    },
  };
}
