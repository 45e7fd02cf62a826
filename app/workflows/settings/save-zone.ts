import { tryWaiting } from "~/workflows/assignment/wake";
import { zoneProblem } from "~/domain/zone/zone-problem";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { Zone } from "~/ports/records";
import { askForNativeRates } from "~/workflows/shop/sync-native-rates";

export type SaveZone = { shopId: string; actor: string; zone: Omit<Zone, "id"> & { id: string | null } };

/** A zone as the merchant wants it; orders that nothing covered, or nobody could take, are tried again. PermanentFailure with zoneProblem's codes. */
export async function saveZone({ store, ids }: Pick<Ports, "store" | "ids">, { shopId, actor, zone }: SaveZone): Promise<{ id: string }> {
  const id = zone.id ?? ids.uuid();
  const problem = zoneProblem({ ...zone, id });
  if (problem) throw new PermanentFailure(problem.code, problem.params);
  await store.change(shopId, async (s) => {
    await s.lock("assignment");
    await s.saveZone({ ...zone, id });
    await s.record({
      actor,
      type: "zone",
      from: null,
      to: zone.active ? "saved" : "inactive",
      reason: { code: "zone_saved", params: { zone: zone.name } },
    });
    await askForNativeRates(s);
    await tryWaiting(s);
  });
  return { id };
}
