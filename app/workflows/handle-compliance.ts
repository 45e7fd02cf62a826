import { z } from "zod";
import type { Ports } from "~/ports/ports";
import type { ShopStore } from "~/ports/store";

type Input = { shopId: string; topic: string; webhookId: string };
type Needs = Pick<Ports, "store" | "log" | "files">;

const orderIds = z.array(z.union([z.number(), z.string()])).default([]);
const payloads = z.object({ orders_requested: orderIds, orders_to_redact: orderIds });

/** Uninstalling and the three privacy topics. What the law makes us keep (fiscal documents) is kept, and said so in the outcome. */
export async function handleCompliance({ store, log, files }: Needs, { shopId, topic, webhookId }: Input): Promise<void> {
  const photos = await store.change(shopId, async (s) => {
    const arrival = await s.webhook(topic, webhookId);
    if (!arrival || arrival.processedAt) return [];
    const { outcome, photoKeys } = await carryOut(s, topic, payloads.parse(arrival.payload ?? {}));
    await s.finishWebhook(topic, webhookId, outcome);
    log.info("compliance", { shopId, topic, outcome });
    return photoKeys;
  });
  for (const key of photos) await files.delete(key);
}

type Done = { outcome: string; photoKeys: string[] };
const done = (outcome: string, photoKeys: string[] = []): Done => ({ outcome, photoKeys });

async function carryOut(s: ShopStore, topic: string, { orders_requested, orders_to_redact }: z.infer<typeof payloads>): Promise<Done> {
  switch (topic) {
    case "APP_UNINSTALLED":
      await s.markUninstalled();
      return done("uninstalled");
    case "CUSTOMERS_DATA_REQUEST":
      for (const id of orders_requested) await noteRequest(s, gidOf(id));
      return done(`data request for ${orders_requested.length} orders recorded for the merchant`);
    case "CUSTOMERS_REDACT": {
      const keys: string[] = [];
      for (const id of orders_to_redact) keys.push(...(await s.redactOrder(gidOf(id))));
      return done(`${orders_to_redact.length} orders redacted, fiscal documents kept`, keys);
    }
    case "SHOP_REDACT":
      return done("shop redacted, fiscal documents kept", await s.redactShop());
    default:
      return done("nothing to do");
  }
}

async function noteRequest(s: ShopStore, gid: string): Promise<void> {
  const order = await s.orderByGid(gid);
  if (order) await s.record({ orderId: order.id, actor: "shopper", type: "privacy", from: null, to: "data_requested" });
}

const gidOf = (id: number | string): string => `gid://shopify/Order/${id}`;
