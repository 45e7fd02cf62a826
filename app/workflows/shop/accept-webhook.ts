import type { JobData, JobName } from "~/ports/jobs";
import type { Ports } from "~/ports/ports";
import type { WebhookArrival } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

export type Arrival = WebhookArrival & { shopDomain: string };

const RETURN = "gid://shopify/Return/";
const COMPLIANCE = new Set(["CUSTOMERS_DATA_REQUEST", "CUSTOMERS_REDACT", "SHOP_REDACT"]);

/**
 * Shopify told us something: store that it did (ids only, see DECISIONS) and leave the rest to a job. Deliveries repeat and overtake each other,
 * so nothing here looks at what the webhook says. False: the shop is none of ours, or this delivery is known.
 */
export async function acceptWebhook({ store }: Pick<Ports, "store">, { shopDomain, ...arrival }: Arrival): Promise<boolean> {
  const shop = await store.shopByDomain(shopDomain);
  if (!shop) return false;
  return store.change(shop.id, async (s) => {
    const isNew = await s.insertWebhook(arrival);
    if (isNew) await handOver(s, arrival);
    return isNew;
  });
}

async function handOver(s: ShopStore, { topic, webhookId, subjectGid }: WebhookArrival): Promise<void> {
  const job = <N extends JobName>(name: N, data: JobData[N]) => s.enqueue(name, data);
  if (COMPLIANCE.has(topic) || topic === "APP_UNINSTALLED") await job("handle-compliance", { shopId: s.shopId, topic, webhookId });
  else if (topic.startsWith("LOCATIONS_")) await job("read-locations", { shopId: s.shopId, webhook: { topic, webhookId } });
  else if (subjectGid?.startsWith(RETURN))
    await job("receive-return", { shopId: s.shopId, returnGid: subjectGid, webhook: { topic, webhookId } });
  else if (subjectGid) await job("receive-order", { shopId: s.shopId, orderGid: subjectGid, webhook: { topic, webhookId } });
}
