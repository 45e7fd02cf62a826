import { setTimeout as pause } from "node:timers/promises";
import type { Urgency } from "~/ports/shopify-admin";

/** What Shopify says of an operation's cost, in points (shopify.dev, rate limits). */
export type Cost = {
  requestedQueryCost: number;
  throttleStatus: { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };
};

/** A quarter of the bucket is kept for what somebody waits for at the door. */
const KEPT_FOR_URGENT = 0.25;

type Bucket = { available: number; maximum: number; perSecond: number; atMs: number };
type Call = { domain: string; operation: string; urgency: Urgency };

/**
 * Each shop's leaky bucket as this process knows it. Operations start when their points are there, instead of being refused and tried again
 * much later; what is not urgent leaves some for what is.
 */
export function pointsBudget(nowMs: () => number = () => performance.now(), wait: (ms: number) => Promise<unknown> = pause) {
  const buckets = new Map<string, Bucket>();
  const costs = new Map<string, number>();

  function missing({ domain, operation, urgency }: Call): { points: number; bucket: Bucket } | null {
    const bucket = buckets.get(domain);
    if (!bucket) return null;
    const now = nowMs();
    bucket.available = Math.min(bucket.maximum, bucket.available + ((now - bucket.atMs) * bucket.perSecond) / 1000);
    bucket.atMs = now;
    const cost = Math.min(costs.get(operation) ?? 0, bucket.maximum);
    const kept = urgency === "now" ? 0 : Math.min(bucket.maximum * KEPT_FOR_URGENT, bucket.maximum - cost);
    if (bucket.available < cost + kept) return { points: cost + kept - bucket.available, bucket };
    bucket.available -= cost;
    return null;
  }

  return {
    /** Waits until the operation's points are there, and takes them. Returns at once while nothing is known of the shop. */
    async take(call: Call): Promise<void> {
      for (let lack = missing(call); lack; lack = missing(call)) await wait(Math.ceil((lack.points * 1000) / lack.bucket.perSecond));
    },
    learn({ domain, operation }: Pick<Call, "domain" | "operation">, { requestedQueryCost, throttleStatus }: Cost): void {
      const { maximumAvailable, currentlyAvailable, restoreRate } = throttleStatus;
      costs.set(operation, requestedQueryCost);
      buckets.set(domain, { available: currentlyAvailable, maximum: maximumAvailable, perSecond: restoreRate, atMs: nowMs() });
    },
  };
}
export type PointsBudget = ReturnType<typeof pointsBudget>;
