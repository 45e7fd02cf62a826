import { fullMonths } from "~/domain/time/month";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import { USUAL_INVOICES } from "~/workflows/document/series-of";
import { certificateReadiness, placeReadiness } from "~/workflows/document/signing-readiness";

/** How far back a month can be looked at, if Shopify gives the orders. */
export const SHADOW_MONTHS = 12;

type Input = { shopId: string; actor: string; month: string };

/**
 * Begins to look at a month's orders; who asks while that is going on joins it. PermanentFailure where there is no taxpayer to issue for yet,
 * and `month_not_over` { month }.
 */
export async function startShadowMonth({ store, clock }: Pick<Ports, "store" | "clock">, { shopId, actor, month }: Input): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock("shadow-month");
    const { timeZone } = await s.shop();
    if (!fullMonths(clock.now(), timeZone, SHADOW_MONTHS).includes(month)) throw new PermanentFailure("month_not_over", { month });
    const place = await placeReadiness(s, USUAL_INVOICES);
    if (!place.ok) throw new PermanentFailure(place.problem.code, place.problem.params);
    const running = await s.shadowRunOf(month);
    if (running?.state === "running") return;
    const certificate = await certificateReadiness(s, place.value.issuer, clock.now());
    const run = await s.openShadowRun(month);
    if (!certificate.ok) await s.updateShadowRun(run.id, { certificateProblem: certificate.problem });
    await s.record({ actor, type: "shadow_month", from: null, to: "started" });
    await s.enqueue("shadow-month", { shopId, runId: run.id });
  });
}
