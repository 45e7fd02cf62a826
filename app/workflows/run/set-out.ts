import { hindranceOf } from "~/domain/dispatch/run";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { fiscalZone } from "~/workflows/document/fiscal-zone";
import { areGuidesWanted } from "./guides-wanted";

/**
 * Goods set out with their guide, where guides are wanted: throws PermanentFailure not_loaded | guide_awaited. The first stop that is started
 * puts its run under way. Part of the caller's transaction, under the delivery's lock.
 */
export async function setOut(
  { clock, countries }: Pick<Ports, "clock" | "countries">,
  s: ShopStore,
  { runId }: Pick<DeliveryRecord, "runId">,
): Promise<void> {
  if (!(await areGuidesWanted(s))) return;
  if (runId) await s.lock(`run:${runId}`);
  const run = runId ? await s.run(runId) : null;
  const hindrance = hindranceOf(run, clock.now(), await fiscalZone(s, countries("EC")));
  if (hindrance) throw new PermanentFailure(hindrance);
  if (run?.state === "ready") await s.updateRun(run.id, { state: "under_way", startedAt: clock.now() });
}
