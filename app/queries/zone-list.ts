import type { Ports } from "~/ports/ports";
import type { Courier, Shop, Zone } from "~/ports/records";

/** Every zone by priority, and every courier by name. */
export async function zoneList({ store }: Pick<Ports, "store">, { shop }: { shop: Shop }): Promise<{ zones: Zone[]; couriers: Courier[] }> {
  const s = store.of(shop.id);
  const [zones, couriers] = await Promise.all([s.zones(), s.couriers()]);
  return { zones, couriers };
}
