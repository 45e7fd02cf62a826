import { isOfToday } from "~/domain/dispatch/run";
import type { Ports } from "~/ports/ports";
import type { ShopStore } from "~/ports/store";
import { fiscalZone } from "~/workflows/document/fiscal-zone";

/**
 * A run that ended with its last stop goes on: that stop is to be delivered still, and the guide covers the day. Part of the caller's
 * transaction, under the delivery's lock.
 */
export async function reopenRun(
  { countries, clock }: Pick<Ports, "countries" | "clock">,
  s: ShopStore,
  runId: string | null,
): Promise<void> {
  if (runId === null) return;
  await s.lock(`run:${runId}`);
  const run = await s.run(runId);
  if (run.state !== "ended" || !isOfToday(run, clock.now(), await fiscalZone(s, countries("EC")))) return;
  await s.updateRun(runId, { state: run.startedAt ? "under_way" : "ready", endedAt: null });
}
