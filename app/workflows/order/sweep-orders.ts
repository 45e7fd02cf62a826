import type { Ports } from "~/ports/ports";
import type { Shop } from "~/ports/records";
import { clearShifts } from "~/workflows/courier/clear-shifts";
import { tryWaiting } from "~/workflows/assignment/wake";
import { takeUpLeftBehind } from "./take-up";

type Needs = Pick<Ports, "store" | "admin" | "clock" | "countries" | "log">;

/** Overlap with the last sweep: an order may have been committed after a later one was seen. */
const OVERLAP = 5 * 60_000;
const FIRST_LOOK_BACK = 24 * 3_600_000;
/** An address that nobody ordered to for a year is forgotten. */
const POSITIONS_KEPT = 365 * 24 * 3_600_000;

/** Nothing depends on a webhook arriving: what changed at Shopify since the last look is received again, what lost its job gets a new one. */
export async function sweepOrders(ports: Needs): Promise<void> {
  for (const shop of await ports.store.installedShops()) {
    try {
      await sweepShop(ports, shop);
    } catch (error) {
      ports.log.warn("sweep.failed", { shop: shop.domain, error: String(error) });
    }
  }
}

async function sweepShop({ store, admin, clock, countries }: Needs, shop: Shop): Promise<void> {
  const s = store.of(shop.id);
  const now = clock.now();
  const since = new Date((shop.sweptTo?.getTime() ?? now.getTime() - FIRST_LOOK_BACK) - OVERLAP);
  await clearShifts(s, now);
  let after: string | null = null;
  do {
    const { orders, next } = await admin(shop).ordersUpdatedSince(since, after);
    for (const { gid, updatedAt } of orders) {
      const known = await s.orderByGid(gid);
      if (!known || known.updatedAt < new Date(updatedAt)) await s.enqueue("receive-order", { shopId: shop.id, orderGid: gid });
    }
    after = next;
  } while (after);
  await tryWaiting(s);
  await takeUpLeftBehind({ countries }, s, now);
  const yearAgo = new Date(now.getTime() - POSITIONS_KEPT);
  await s.forgetPositions(yearAgo);
  await s.forgetDoorNotes(yearAgo);
  await s.updateShop({ sweptTo: now });
}
