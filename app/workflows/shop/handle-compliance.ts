import { z } from "zod";
import type { Ports } from "~/ports/ports";
import type { WebhookArrival } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { answerDataRequest } from "./answer-data-request";
import { redactBuyers, redactShop } from "./redact";

type Input = { shopId: string; topic: string; webhookId: string };
type Needs = Pick<Ports, "store" | "log" | "files" | "clock" | "links" | "mail" | "letters" | "addressKey">;

const orderIds = z.array(z.union([z.number(), z.string()])).default([]);
const payloads = z.object({ orders_requested: orderIds, orders_to_redact: orderIds });

/**
 * Uninstalling and the three privacy topics. What the law makes us keep (fiscal documents) is kept, and said so in the outcome. The webhook
 * is done when all it asks for is: each part can be done again.
 */
export async function handleCompliance(ports: Needs, { shopId, topic, webhookId }: Input): Promise<void> {
  const s = ports.store.of(shopId);
  const arrival = await s.webhook(topic, webhookId);
  if (!arrival || arrival.processedAt) return;
  const outcome = await carryOut(ports, s, arrival);
  await s.finishWebhook(topic, webhookId, outcome);
  ports.log.info("compliance", { shopId, topic, outcome });
}

function carryOut(ports: Needs, s: ShopStore, arrival: WebhookArrival): Promise<string> {
  const { orders_requested, orders_to_redact } = payloads.parse(arrival.payload ?? {});
  switch (arrival.topic) {
    case "APP_UNINSTALLED":
      return farewell(ports, s, arrival);
    case "CUSTOMERS_DATA_REQUEST":
      return answerDataRequest(ports, s, { requestId: arrival.webhookId, orderGids: orders_requested.map(gidOf) });
    case "CUSTOMERS_REDACT":
      return redactBuyers(ports, s, orders_to_redact.map(gidOf));
    case "SHOP_REDACT":
      return redactShop(ports, s);
    default:
      return Promise.resolve("nothing to do");
  }
}

/** Webhooks come late and out of order: a farewell from before the shop was last seen installed is not meant for this installation. */
async function farewell({ store }: Needs, s: ShopStore, { triggeredAt }: WebhookArrival): Promise<string> {
  const { lastInstalledAt } = await s.shop();
  if (triggeredAt && triggeredAt < lastInstalledAt) return "of an earlier installation";
  await store.change(s.shopId, (change) => change.markUninstalled());
  return "uninstalled";
}

const gidOf = (id: number | string): string => `gid://shopify/Order/${id}`;
