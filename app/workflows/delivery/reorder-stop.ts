import { moved } from "~/domain/tour/by-hand";
import type { Ports } from "~/ports/ports";

type Whose = { shopId: string; courierId: string };

/** A courier puts a stop one place up or down. `shown`: the stops as they saw them; from then on the order is theirs. */
export async function reorderStop(
  { store }: Pick<Ports, "store">,
  { shopId, courierId, shown, deliveryId, way }: Whose & { shown: string[]; deliveryId: string; way: "up" | "down" },
): Promise<void> {
  await store.of(shopId).keepStopOrder(courierId, moved(shown, deliveryId, way));
}

/** They want the proposed order again. */
export const proposeStops = ({ store }: Pick<Ports, "store">, { shopId, courierId }: Whose): Promise<void> =>
  store.of(shopId).keepStopOrder(courierId, []);
