import { hindranceOf, type Hindrance } from "~/domain/dispatch/run";
import type { Ports } from "~/ports/ports";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { fiscalZone } from "~/workflows/document/fiscal-zone";
import { areGuidesWanted } from "./guides-wanted";

type Loaded = Pick<DeliveryRecord, "runId">;

/** Goods set out with their guide, where guides are wanted: what they lacked for it at an instant; null: nothing. Under the delivery's lock. */
export async function setOutHindrance(
  { countries }: Pick<Ports, "countries">,
  s: ShopStore,
  { runId }: Loaded,
  at: Date,
): Promise<Hindrance | null> {
  if (!(await areGuidesWanted(s))) return null;
  if (runId) await s.lock(`run:${runId}`);
  return hindranceOf(runId ? await s.run(runId) : null, at, await fiscalZone(s, countries("EC")));
}

/** The first stop that is started puts its run under way; `at`: when it was. Part of the caller's transaction, under the delivery's lock. */
export async function putUnderWay(s: ShopStore, { runId }: Loaded, at: Date): Promise<void> {
  if (!runId || !(await areGuidesWanted(s))) return;
  await s.lock(`run:${runId}`);
  if ((await s.run(runId)).state === "ready") await s.updateRun(runId, { state: "under_way", startedAt: at });
}
