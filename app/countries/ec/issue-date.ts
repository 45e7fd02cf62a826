import type { DocumentType } from "~/domain/document/document";
import { dateIn, endOfDay } from "~/domain/time/calendar";
import type { Outcome } from "../pack";

/** SRI's days are the mainland's; an issuer on the islands may keep theirs (docs/decisions/0010-the-day-a-document-bears.md). */
export const EC_TIME_ZONE = "America/Guayaquil";
export const EC_TIME_ZONES = [EC_TIME_ZONE, "Pacific/Galapagos"] as const;

/**
 * How many days late a document may be issued without asking: the 72 hours in which it could be transmitted until 2025. Ours, not the law's
 * (docs/decisions/0010-the-day-a-document-bears.md).
 */
const LATEST_DAYS = 3;
const DAY_MILLISECONDS = 86_400_000;

/**
 * The day an invoice bears (yyyy-mm-dd). Since 2026 it is transmitted when it is issued (Res. NAC-DGERCGC25-00000014), so that is always the
 * day on which it is made: a delivery that we learn of later is invoiced on the day we do. In another month, and so for another return of
 * IVA, or after more than three days, the accountant decides: `late_sync` { delivered, today }.
 */
export function issueDate({ operationAt, now, timeZone }: { operationAt: Date; now: Date; timeZone: string }): Outcome<string> {
  const [delivered, today] = [dateIn(operationAt, timeZone), dateIn(now, timeZone)];
  const isSameMonth = delivered.slice(0, 7) === today.slice(0, 7);
  // A phone's clock may be ahead of ours.
  if (delivered >= today || (isSameMonth && daysBetween(delivered, today) <= LATEST_DAYS)) return { ok: true, value: today };
  return { ok: false, problem: { code: "late_sync", params: { delivered, today } } };
}

type Dated = { kind: DocumentType; issueDate: string | null; operationAt: Date; timeZone: string };

/**
 * When a document has to be with SRI at the latest. One that bears a day: by the end of that day. An invoice or a guide that bears none yet:
 * by that of what it is about. A credit note: by the end of the month of what was given back, so that it lowers the IVA of the same return;
 * no law sets it a day since the limit of twelve months fell (Res. NAC-DGERCGC25-00000014).
 */
export function deadline({ kind, issueDate: day, operationAt, timeZone }: Dated): Date {
  const about = dateIn(operationAt, timeZone);
  return endOfDay(day ?? (kind === "credit_note" ? lastOfMonth(about) : about), timeZone);
}

const lastOfMonth = (day: string): string => {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS;
