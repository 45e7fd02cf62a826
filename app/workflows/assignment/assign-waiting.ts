import type { Ports } from "~/ports/ports";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { beingLocated } from "~/workflows/delivery/locate-delivery";
import { assign } from "./assign";

/** Deliveries that are given in one transaction: with what is said of two hundred couriers for each, it takes a second or two. */
const AT_ONCE = 50;

type Needs = Pick<Ports, "store" | "clock" | "zones" | "holidays" | "addressKey">;

/** All that waits for a courier is tried again, the oldest first: somebody became free, or a shift has begun. */
export async function assignWaiting(ports: Needs, { shopId }: { shopId: string }): Promise<void> {
  const s = ports.store.of(shopId);
  const located = await beingLocated(s);
  const waiting = (await s.unassignedDeliveries()).map(({ id }) => id).filter((id) => !located.has(id));
  for (let from = 0; from < waiting.length; from += AT_ONCE)
    await ports.store.change(shopId, async (s) => {
      await s.lock("assignment");
      await assign(ports, s, await lockWaiting(s, waiting.slice(from, from + AT_ONCE)));
    });
}

/** Those that still wait, each under its lock; locked in the order of their ids. */
export async function lockWaiting(s: ShopStore, ids: readonly string[]): Promise<DeliveryRecord[]> {
  for (const id of [...ids].sort()) await s.lock(`delivery:${id}`);
  return s.unassignedDeliveries(ids);
}

/** With a new delivery all others that nobody has looked at yet: many that come at once are one batch. */
export async function withNewOnes(s: ShopStore, deliveryId: string): Promise<string[]> {
  const located = await beingLocated(s);
  const others = (await s.newDeliveries(AT_ONCE - 1)).filter((id) => !located.has(id));
  return [...new Set([deliveryId, ...others])];
}
