import type { SaleOrder } from "~/domain/order/order";
import { departureOf } from "~/domain/place/departure";
import type { Ports } from "~/ports/ports";
import type { ShopStore } from "~/ports/store";

type Input = { shopId: string; webhook?: { topic: string; webhookId: string } };

/**
 * The shop's locations as Shopify has them now: whatever a webhook says of one, all are read. Where the scope is missing that is kept as a
 * state with its reason, and everything goes by the default series.
 */
export async function readLocations({ store, admin }: Pick<Ports, "store" | "admin">, { shopId, webhook }: Input): Promise<void> {
  // One after another, so that an older reading never overwrites a newer one.
  await store.exclusively(shopId, "locations", async () => {
    const shop = await store.of(shopId).shop();
    const answer = shop.uninstalledAt ? null : await admin(shop).locations();
    await store.change(shopId, async (s) => {
      if (answer && "state" in answer) await s.updateShop({ locationsState: answer.state, locationsProblem: answer.reason });
      else if (answer) {
        await s.keepLocations(answer);
        await s.updateShop({ locationsState: "read", locationsProblem: null });
      }
      if (webhook) await s.finishWebhook(webhook.topic, webhook.webhookId, outcomeOf(answer));
    });
  });
}

const outcomeOf = (answer: Awaited<ReturnType<ReturnType<Ports["admin"]>["locations"]>> | null): string =>
  answer === null ? "uninstalled" : "state" in answer ? "refused" : `${answer.length} locations`;

/** A person says "again": the scope may have been granted since. */
export async function readLocationsAgain(
  { store }: Pick<Ports, "store">,
  { shopId, actor }: { shopId: string; actor: string },
): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.record({ actor, type: "locations", reason: { code: "locations_again" } });
    await s.enqueue("read-locations", { shopId });
  });
}

/** An order that leaves from a location we have never heard of: its webhook was lost, or never subscribed to. Part of the caller's transaction. */
export async function learnDeparture(s: ShopStore, sale: SaleOrder): Promise<void> {
  const gid = departureOf(sale);
  if (gid && !(await s.locationByGid(gid))) await s.enqueue("read-locations", { shopId: s.shopId });
}
