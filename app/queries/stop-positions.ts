import { isCoarse, type KnownPosition } from "~/domain/position/known-position";
import type { Ports } from "~/ports/ports";
import type { CourierStop, ShopStore } from "~/ports/store";
import { placesKnown } from "~/workflows/order/locate-address";

type Needs = Pick<Ports, "addressKey" | "clock">;

/** Where these stops are by all that is known of their addresses; without those of which no more is known than the town. */
export async function stopPositions(ports: Needs, s: ShopStore, stops: readonly CourierStop[]): Promise<Map<string, KnownPosition>> {
  const sold = stops.flatMap(({ delivery: { id }, order: { sale } }) =>
    sale.shippingAddress ? [{ id, shippingAddress: sale.shippingAddress }] : [],
  );
  const places = await placesKnown(ports, s, sold);
  return new Map(
    sold.flatMap(({ id }, at) => {
      const { position } = places[at]!;
      return position && !isCoarse(position) ? [[id, position] as const] : [];
    }),
  );
}
