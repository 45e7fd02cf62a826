import { overLimits, type OverLimit } from "~/domain/assignment/over-limit";
import { OPEN_STATES } from "~/domain/delivery/states";
import type { Shop } from "~/ports/records";
import { crewOf } from "~/workflows/assignment/crew";
import type { QueryPorts } from "./ports";

/** `strayed`: open stops of zones that don't list the courier, or no longer. */
export type CourierOverload = { limits: OverLimit[]; strayed: number };

/** What a courier has though they would not get it by itself now; null: nothing. */
export async function courierOverload(
  ports: Pick<QueryPorts, "store" | "clock" | "holidays">,
  { shop, courierId }: { shop: Shop; courierId: string },
): Promise<CourierOverload | null> {
  const s = ports.store.of(shop.id);
  const [{ workers }, zones, deliveries] = await Promise.all([crewOf(ports, s, []), s.zones(), s.deliveriesOfCourier(courierId)]);
  const worker = workers.find((one) => one.courierId === courierId);
  if (!worker) return null;
  const listed = new Set(zones.flatMap(({ id, courierIds }) => (courierIds.includes(courierId) ? [id] : [])));
  const strayed = deliveries.filter(({ state, zoneId }) => OPEN_STATES.includes(state) && zoneId !== null && !listed.has(zoneId)).length;
  const limits = overLimits(worker.terms, worker.work);
  return limits.length > 0 || strayed > 0 ? { limits, strayed } : null;
}
