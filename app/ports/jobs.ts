/** What each job is told; who runs it and how often it is tried: workflows/catalog.ts. */
export type JobData = {
  "install-shop": { shopId: string };
  "sync-native-rates": { shopId: string; repairs?: boolean };
  "watch-native-rates": Record<string, never>;
  "read-locations": { shopId: string; webhook?: { topic: string; webhookId: string } };
  "receive-order": { shopId: string; orderGid: string; webhook?: { topic: string; webhookId: string } };
  "receive-return": { shopId: string; returnGid: string; webhook: { topic: string; webhookId: string } };
  "locate-delivery": { shopId: string; deliveryId: string };
  "assign-delivery": { shopId: string; deliveryId: string };
  "assign-waiting": { shopId: string };
  "tell-courier": { shopId: string; courierId: string; absenceId: string; isUndone: boolean };
  "tell-shopper": { shopId: string; deliveryId: string; absenceId: string };
  "tell-pin": { shopId: string; deliveryId: string };
  "prove-delivery": { shopId: string; deliveryId: string };
  "keep-door-data": { shopId: string; courierId: string; eventId: string };
  "apply-events": { shopId: string; courierId: string };
  "publish-delivery": { shopId: string; deliveryId: string };
  "charge-shipping": { shopId: string; deliveryId: string; actor?: string };
  "capture-payment": { shopId: string; orderId: string };
  "mark-order-paid": { shopId: string; orderId: string };
  "issue-document": { shopId: string; documentId: string };
  "mail-document": { shopId: string; documentId: string };
  "write-back-document": { shopId: string; documentId: string };
  "send-courier-link": { shopId: string; courierId: string };
  "handle-compliance": { shopId: string; topic: string; webhookId: string };
  "shadow-month": { shopId: string; runId: string };
  sweep: Record<string, never>;
  "watch-authorisations": Record<string, never>;
  "watch-certificates": Record<string, never>;
};
export type JobName = keyof JobData;

/**
 * `anew`: the same job that waits to be tried again gives way, so that a person who asks often leaves one job behind. `unlessSooner`: of the
 * same job the soonest stays, this one or the one that waits.
 */
export type JobOptions = { startAfterSeconds?: number; anew?: boolean; unlessSooner?: boolean };

export interface Jobs {
  /** Inside `store.change` the job exists only if the transaction commits. */
  enqueue<N extends JobName>(name: N, data: JobData[N], options?: JobOptions): Promise<void>;
  /** The shop's jobs of this name that wait, run or are to be tried again. */
  openJobs<N extends JobName>(name: N): Promise<JobData[N][]>;
  /** In how many seconds the first of the shop's failed jobs of this name is tried again; null when none waits for that. */
  secondsToNextTry(name: JobName): Promise<number | null>;
}
