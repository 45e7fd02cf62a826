import { dateIn } from "~/domain/time/calendar";
import type { Outcome } from "../pack";

/** SRI's days are the mainland's, also for a shop on Galápagos. */
export const EC_TIME_ZONE = "America/Guayaquil";

/**
 * How many days late a document may be issued without asking: the 72 hours in which it could be transmitted until 2025. Ours, not the law's
 * (docs/decisions/0010-the-day-a-document-bears.md).
 */
const LATEST_DAYS = 3;
const DAY_MILLISECONDS = 86_400_000;

/**
 * The day a document bears (yyyy-mm-dd). Since 2026 it is transmitted when it is issued (Res. NAC-DGERCGC25-00000014), so that is always the
 * day on which it is made: a delivery that we learn of later is invoiced on the day we do. In another month, and so for another return of
 * IVA, or after more than three days, the accountant decides: `late_sync` { delivered, today }.
 */
export function issueDate({ operationAt, now }: { operationAt: Date; now: Date }): Outcome<string> {
  const [delivered, today] = [dateIn(operationAt, EC_TIME_ZONE), dateIn(now, EC_TIME_ZONE)];
  const isSameMonth = delivered.slice(0, 7) === today.slice(0, 7);
  // A phone's clock may be ahead of ours.
  if (delivered >= today || (isSameMonth && daysBetween(delivered, today) <= LATEST_DAYS)) return { ok: true, value: today };
  return { ok: false, problem: { code: "late_sync", params: { delivered, today } } };
}

/** When a document of the day (yyyy-mm-dd) has to be with SRI at the latest: the end of that day. */
export const deadline = (day: string): Date => new Date(Date.parse(`${day}T00:00:00-05:00`) + DAY_MILLISECONDS);

const daysBetween = (from: string, to: string): number => (deadline(to).getTime() - deadline(from).getTime()) / DAY_MILLISECONDS;
