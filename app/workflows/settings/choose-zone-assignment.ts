import type { Strategy } from "~/domain/assignment/terms";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import { tryWaiting } from "~/workflows/assignment/wake";

export type ChooseZoneAssignment = { shopId: string; actor: string; zoneId: string; strategy: Strategy | null; courierIds: string[] };

/** By which rule a zone's couriers get its deliveries, and in which order they stand; who is left out of the order comes last. PermanentFailure zone_unknown. */
export async function chooseZoneAssignment(
  { store }: Pick<Ports, "store">,
  { shopId, actor, zoneId, strategy, courierIds }: ChooseZoneAssignment,
): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock("assignment");
    const zone = (await s.zones()).find(({ id }) => id === zoneId);
    if (!zone) throw new PermanentFailure("zone_unknown");
    const first = courierIds.filter((id) => zone.courierIds.includes(id));
    const inOrder = [...new Set([...first, ...zone.courierIds])];
    await s.saveZone({ ...zone, strategy, courierIds: inOrder });
    await s.record({ actor, type: "zone", to: "saved", reason: { code: "zone_saved", params: { zone: zone.name } } });
    await tryWaiting(s);
  });
}
