import type { DeliveryRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { endRunWithLast } from "./end-run";

type Stop = Pick<DeliveryRecord, "id" | "orderId" | "runId">;
type Who = { actor: string; now: Date };

/** A stop goes on with somebody else: it lies in their next run, under another guide. Part of the caller's transaction, under the delivery's lock. */
export async function leaveRun(s: ShopStore, stop: Stop, who: Who): Promise<void> {
  if (stop.runId === null) return;
  await tell(s, stop, who.actor, (number) => (number ? { code: "left_guide", params: { number } } : { code: "left_run" }));
  await s.updateDelivery(stop.id, { runId: null });
  await endRunWithLast(s, stop.runId, who.now);
}

/** A loaded stop whose goods come back: its guide covers the way, that day. One whose guide is not authorised yet is not loaded at all. */
export async function comeBack(s: ShopStore, stop: Stop, who: Who): Promise<void> {
  if (stop.runId === null) return;
  await tell(s, stop, who.actor, (number) =>
    number ? { code: "guide_covers_return", params: { number } } : { code: "comes_back_unguided" },
  );
  await endRunWithLast(s, stop.runId, who.now);
}

async function tell(s: ShopStore, { id, orderId, runId }: Stop, actor: string, why: (number: string | null) => Worded): Promise<void> {
  const [run, guide] = [await s.run(runId!), await s.guideOfRun(runId!)];
  const reason = why(guide?.state === "authorised" ? guide.number : null);
  await s.record({ orderId, deliveryId: id, actor, type: "run", from: run.state, to: run.state, reason });
}
