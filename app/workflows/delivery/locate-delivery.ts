import type { Ports } from "~/ports/ports";
import type { ShopStore } from "~/ports/store";
import { learnPosition } from "~/workflows/order/learn-position";

type Needs = Pick<Ports, "store" | "clock" | "zones" | "geocoder" | "addressKey">;

/** Where a delivery's address is, is asked, and then it is assigned. A shop's are asked for one after another, as their orders came (two that workers take at the same moment may change places). */
export async function locateDelivery(ports: Needs, asked: { shopId: string; deliveryId: string }): Promise<void> {
  await learnPosition(ports, asked);
  await ports.store.change(asked.shopId, (s) => s.enqueue("assign-delivery", asked));
}

/** Whose addresses are still being looked for: their own jobs assign them, others would by the middle of their town. */
export async function beingLocated(s: ShopStore): Promise<ReadonlySet<string>> {
  if (!(await s.shop()).geocoder) return new Set();
  return new Set((await s.openJobs("locate-delivery")).map(({ deliveryId }) => deliveryId));
}
