import { fullMonths } from "~/domain/time/month";
import type { ShadowRunRecord, Shop, Worded } from "~/ports/records";
import type { ShadowReport } from "~/ports/screens";
import { USUAL_INVOICES } from "~/workflows/document/series-of";
import { placeReadiness } from "~/workflows/document/signing-readiness";
import { SHADOW_MONTHS } from "~/workflows/shadow/start-shadow-month";
import type { QueryPorts } from "./ports";

const HOUR_MILLISECONDS = 3_600_000;

export type ShadowPage = {
  /** The newest first. */
  months: string[];
  month: string;
  /** Months that were looked at, the newest first. */
  looked: string[];
  run: Pick<ShadowRunRecord, "state" | "startedAt" | "endedAt" | "certificateProblem" | "problem"> | null;
  report: ShadowReport | null;
  /** All orders as a table; the link stops working after an hour. */
  tableUrl: string | null;
  /** Something was set since: the report tells of before. */
  isOutdated: boolean;
  /** What documents are in. */
  currency: string;
  /** Why no month can be looked at yet. */
  hindrance: Worded | null;
};

/** What would have become of a month's orders, as far as it was looked at. */
export async function shadowPage(
  { store, clock, screens, links, countries }: Pick<QueryPorts, "store" | "clock" | "screens" | "links" | "countries">,
  { shop, month: asked }: { shop: Shop; month: string | null },
): Promise<ShadowPage> {
  const s = store.of(shop.id);
  const months = fullMonths(clock.now(), shop.timeZone, SHADOW_MONTHS);
  const looked = (await s.shadowRuns()).map((run) => run.month).filter((one) => months.includes(one));
  const month = months.find((one) => one === asked) ?? looked[0] ?? months[0]!;
  const [run, place] = [await s.shadowRunOf(month), await placeReadiness(s, USUAL_INVOICES)];
  const report = run && (await screens.shadowReport(shop.id, run.id));
  const isOver = run !== null && run.state !== "running";
  return {
    months,
    month,
    looked: looked.sort().reverse(),
    run,
    report,
    tableUrl: isOver && report?.orders ? tableUrl(links, shop, run.id, clock.now()) : null,
    isOutdated: isOver && (await s.areSettingsNewerThan(run.id)),
    currency: countries("EC").currency,
    hindrance: place.ok ? null : place.problem,
  };
}

const tableUrl = (links: QueryPorts["links"], { publicKey }: Shop, id: string, now: Date): string =>
  links.fileUrl({ publicKey, kind: "shadow-table", id }, new Date(now.getTime() + HOUR_MILLISECONDS));
