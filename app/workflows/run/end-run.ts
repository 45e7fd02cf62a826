import { isDone } from "~/domain/dispatch/run";
import type { RunRecord } from "~/ports/courier-records";
import type { ShopStore } from "~/ports/store";

/** The run is over; what it leaves open may be loaded into another. */
export async function endRun(s: ShopStore, run: Pick<RunRecord, "id">, now: Date): Promise<void> {
  await s.lock(`run:${run.id}`);
  for (const { delivery } of await s.stopsOfRun(run.id)) if (!isDone([delivery])) await s.updateDelivery(delivery.id, { runId: null });
  await s.updateRun(run.id, { state: "ended", endedAt: now });
}

/** The run ends with its last stop. The caller has changed that stop, under its lock. */
export async function endRunWithLast(s: ShopStore, runId: string | null, now: Date): Promise<void> {
  if (runId === null) return;
  await s.lock(`run:${runId}`);
  const { state } = await s.run(runId);
  if (state === "ended" || !isDone((await s.stopsOfRun(runId)).map(({ delivery }) => delivery))) return;
  await s.updateRun(runId, { state: "ended", endedAt: now });
}
