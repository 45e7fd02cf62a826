import type { Ports } from "~/ports/ports";
import { assign } from "~/workflows/assignment/assign";
import { lockWaiting, withNewOnes } from "~/workflows/assignment/assign-waiting";

type Input = { shopId: string; deliveryId: string };
type Needs = Pick<Ports, "store" | "clock" | "zones" | "holidays" | "addressKey">;

/** A delivery gets its courier, and with it others that are new. One shop's deliveries are assigned one batch at a time, so that loads are true. */
export async function assignDelivery(ports: Needs, { shopId, deliveryId }: Input): Promise<void> {
  await ports.store.change(shopId, async (s) => {
    await s.lock("assignment");
    const { state, method } = await s.delivery(deliveryId);
    if (state !== "unassigned" || method !== "courier") return;
    await assign(ports, s, await lockWaiting(s, await withNewOnes(s, deliveryId)));
  });
}
