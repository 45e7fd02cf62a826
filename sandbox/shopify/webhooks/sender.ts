import { createHmac, randomUUID } from "node:crypto";
import type { Faults } from "../../faults.ts";

export interface Delivery {
  /** X-Shopify-Webhook-Id: the same on every try and every copy. */
  id: string;
  eventId: string;
  topic: string;
  shop: string;
  url: string;
  apiVersion: string;
  triggeredAt: string;
  body: string;
  state: "pending" | "delivered" | "failed" | "dropped";
  /** How many accepted answers are still wanted: more than one plays Shopify's "at least once". */
  copiesLeft: number;
  attempts: { at: string; status: number | null; error: string | null }[];
  nextAttemptAt: string | null;
}

export interface SenderOptions {
  secret: string;
  now: () => Date;
  faults: Faults;
  saved: Delivery[];
  onChange: (deliveries: Delivery[]) => void;
  /** Shopify retries 8 times over 4 hours; here the first retry comes after a second, each later one after double the wait. */
  firstRetryMs?: number;
}

const RETRIES = 8;
const TIMEOUT_MS = 5000;
const KEPT = 2000;
const DEFAULT_REORDER_MS = 300;

export interface Sender {
  send(webhook: Pick<Delivery, "eventId" | "topic" | "shop" | "url" | "apiVersion" | "body">): string;
  list(): Delivery[];
  clear(): void;
  close(): void;
}

/** Sends webhooks as Shopify does: at least once, in no promised order, again with back-off when the answer is not 2xx within 5 s. */
export function createSender(options: SenderOptions): Sender {
  let deliveries = options.saved;
  const timers = new Set<NodeJS.Timeout>();
  const calls = new AbortController();
  const firstRetryMs = options.firstRetryMs ?? 1000;

  function plan(delivery: Delivery, waitMs: number): void {
    delivery.nextAttemptAt = new Date(options.now().getTime() + waitMs).toISOString();
    const timer = setTimeout(() => {
      timers.delete(timer);
      void attempt(delivery);
    }, waitMs);
    timers.add(timer);
  }

  async function attempt(delivery: Delivery): Promise<void> {
    if (!deliveries.includes(delivery)) return;
    delivery.nextAttemptAt = null;
    const outcome = options.faults.take("shopify-webhooks", "down")
      ? { status: null, error: "the sandbox's fault: down" }
      : await post(delivery);
    if (calls.signal.aborted) return;
    delivery.attempts.push({ at: options.now().toISOString(), ...outcome });
    const isAccepted = outcome.status !== null && outcome.status >= 200 && outcome.status < 300;
    if (isAccepted) delivery.copiesLeft -= 1;
    const failures = delivery.attempts.filter((one) => one.status === null || one.status < 200 || one.status >= 300).length;
    if (delivery.copiesLeft <= 0) delivery.state = "delivered";
    else if (isAccepted) plan(delivery, reorderWait());
    else if (failures > RETRIES) delivery.state = "failed";
    else plan(delivery, firstRetryMs * 2 ** (failures - 1));
    options.onChange(deliveries);
  }

  async function post(delivery: Delivery): Promise<{ status: number | null; error: string | null }> {
    try {
      const signal = AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), calls.signal]);
      const answer = await fetch(delivery.url, {
        method: "POST",
        body: delivery.body,
        headers: headersOf(delivery, options.secret),
        signal,
        redirect: "manual",
      });
      await answer.arrayBuffer();
      return { status: answer.status, error: null };
    } catch (error) {
      return {
        status: null,
        error: error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error),
      };
    }
  }

  // A lasting fault, not used up by a webhook: everything sent while it stands arrives in any order.
  function reorderWait(): number {
    const fault = options.faults.list().find((one) => one.part === "shopify-webhooks" && one.kind === "reorder");
    return fault ? Math.random() * (fault.ms ?? DEFAULT_REORDER_MS) : 0;
  }

  /** `count` of a duplicate fault is the number of extra copies of every webhook, as long as the fault stands. */
  function extraCopies(): number {
    const fault = options.faults.list().find((one) => one.part === "shopify-webhooks" && one.kind === "duplicate");
    return fault ? (fault.count ?? 1) : 0;
  }

  for (const delivery of deliveries) if (delivery.state === "pending") plan(delivery, 0);

  return {
    send(webhook) {
      const dropped = options.faults.take("shopify-webhooks", "drop") !== undefined;
      const delivery: Delivery = {
        id: randomUUID(),
        ...webhook,
        triggeredAt: options.now().toISOString(),
        state: dropped ? "dropped" : "pending",
        copiesLeft: 1 + extraCopies(),
        attempts: [],
        nextAttemptAt: null,
      };
      deliveries.push(delivery);
      if (deliveries.length > KEPT) deliveries.splice(0, deliveries.length - KEPT);
      if (!dropped) plan(delivery, reorderWait() + (options.faults.take("shopify-webhooks", "slow")?.ms ?? 0));
      options.onChange(deliveries);
      return delivery.id;
    },
    list: () => deliveries,
    clear() {
      deliveries = [];
      options.onChange(deliveries);
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
      calls.abort();
    },
  };
}

export const hmacOf = (body: string, secret: string): string => createHmac("sha256", secret).update(body, "utf8").digest("base64");

function headersOf(delivery: Delivery, secret: string): Record<string, string> {
  return {
    "content-type": "application/json",
    "user-agent": "Shopify-Captain-Hook",
    "x-shopify-topic": delivery.topic,
    "x-shopify-hmac-sha256": hmacOf(delivery.body, secret),
    "x-shopify-shop-domain": delivery.shop,
    "x-shopify-api-version": delivery.apiVersion,
    "x-shopify-webhook-id": delivery.id,
    "x-shopify-event-id": delivery.eventId,
    "x-shopify-triggered-at": delivery.triggeredAt,
  };
}
