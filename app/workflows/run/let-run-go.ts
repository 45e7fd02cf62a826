import { cameLate } from "~/domain/dispatch/run";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { RunRecord } from "~/ports/courier-records";
import type { DocumentRecord } from "~/ports/document-records";
import type { NewEvent } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { fiscalZone } from "~/workflows/document/fiscal-zone";

/**
 * Its guide is authorised: the run may set out. One that went without it learns that it has one now; one that never went, because the day of
 * its guide is over, leaves a guide to be annulled. Part of the caller's transaction.
 */
export async function letRunGo(
  { clock, countries }: Pick<Ports, "clock" | "countries">,
  s: ShopStore,
  guide: DocumentRecord,
): Promise<void> {
  await s.lock(`run:${guide.subject}`);
  const run = await s.run(guide.subject);
  const timeZone = await fiscalZone(s, countries(guide.country));
  if (cameLate(guide.issueDate!, run, clock.now(), timeZone)) return markLate(s, guide);
  if (run.state === "ended") return;
  const to = run.state === "loading" ? "ready" : run.state;
  if (to !== run.state) await s.updateRun(run.id, { state: to, loadedAt: clock.now() });
  const reason = { code: "guide_authorised", params: { number: guide.number! } };
  await tellStops(s, run, { actor: "authority", documentId: guide.id, to, reason });
}

async function markLate(s: ShopStore, { id, state, number, issueDate }: DocumentRecord): Promise<void> {
  const attention = { code: "guide_came_late", params: { number: number!, day: issueDate! } };
  await s.updateDocument(id, { attention });
  await s.record({ documentId: id, actor: "authority", type: "dispatch_guide", from: state, to: "authorised", reason: attention });
}

export type OverrideRun = { shopId: string; runId: string; reason: string; actor: string };

/** The merchant sends the run off without its guide, and says why. The guide is still asked for. Throws PermanentFailure run_not_waiting. */
export async function overrideRun({ store, clock }: Pick<Ports, "store" | "clock">, input: OverrideRun): Promise<void> {
  const { shopId, runId, reason, actor } = input;
  await store.change(shopId, async (s) => {
    await s.lock(`run:${runId}`);
    const run = await s.findRun(runId);
    if (run?.state !== "loading") throw new PermanentFailure("run_not_waiting");
    await s.updateRun(runId, { state: "ready", loadedAt: clock.now(), overrideReason: reason, overriddenBy: actor });
    await tellStops(s, run, { actor, to: "ready", reason: { code: "guide_overridden", params: { reason } } });
  });
}

async function tellStops(s: ShopStore, run: RunRecord, event: Pick<NewEvent, "actor" | "documentId" | "to" | "reason">): Promise<void> {
  for (const { delivery } of await s.stopsOfRun(run.id))
    await s.record({ ...event, orderId: delivery.orderId, deliveryId: delivery.id, type: "run", from: run.state });
}
