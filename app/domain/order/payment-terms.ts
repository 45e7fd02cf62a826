import { dateIn } from "~/domain/time/calendar";
import type { SaleOrder } from "./order";

const DAY_MILLISECONDS = 86_400_000;

/**
 * In how many days what is owed is due, counted from the day of the document (yyyy-mm-dd, in the issuer's zone). Null without terms, and
 * for what is due at once or already.
 */
export function termDays(terms: SaleOrder["paymentTerms"], issueDate: string, timeZone: string): number | null {
  if (!terms) return null;
  const days = terms.dueInDays ?? (terms.dueAt ? daysBetween(issueDate, dateIn(new Date(terms.dueAt), timeZone)) : 0);
  return days > 0 ? days : null;
}

const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MILLISECONDS;
