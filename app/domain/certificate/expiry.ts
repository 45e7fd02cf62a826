const DAY_MILLISECONDS = 86_400_000;

/** Days before its expiry on which the merchant is told: a renewal takes some days, and an identity check. */
export const WARNING_DAYS = [30, 15, 5, 1] as const;

/** Days begun until an instant: 1 on the last one, 0 when it has passed. */
export const daysLeft = (notAfter: Date, now: Date): number =>
  Math.max(0, Math.ceil((notAfter.getTime() - now.getTime()) / DAY_MILLISECONDS));

/** The warning that is due by now; null while there is time, and when there is none left: then documents wait and say so. */
export function warningDue(notAfter: Date, now: Date): number | null {
  const left = daysLeft(notAfter, now);
  return left === 0 ? null : (WARNING_DAYS.findLast((days) => left <= days) ?? null);
}
