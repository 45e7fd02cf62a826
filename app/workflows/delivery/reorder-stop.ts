import { moved } from "~/domain/tour/by-hand";
import { isSecondHalf } from "~/domain/tour/pairs";
import type { Ports } from "~/ports/ports";

type Whose = { shopId: string; courierId: string };

type Shown = { deliveryId: string; exchange: { deliveryId: string } | null };

/** A courier puts a stop one place up or down, its other half with it. `shown`: the stops as they saw them; from then on the order is theirs. */
export async function reorderStop(
  { store }: Pick<Ports, "store">,
  { shopId, courierId, shown, deliveryId, way }: Whose & { shown: readonly Shown[]; deliveryId: string; way: "up" | "down" },
): Promise<void> {
  const seconds = new Set(shown.filter((stop, at) => isSecondHalf(stop, shown[at - 1])).map((stop) => stop.deliveryId));
  const ids = shown.map((stop) => stop.deliveryId);
  await store.of(shopId).keepStopOrder(courierId, moved(ids, deliveryId, way, seconds));
}

/** They want the proposed order again. */
export const proposeStops = ({ store }: Pick<Ports, "store">, { shopId, courierId }: Whose): Promise<void> =>
  store.of(shopId).keepStopOrder(courierId, []);
