import { dateIn, startOfDate } from "./calendar";

const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** The month (yyyy-mm) so many months before or, negative, after. Throws RangeError for what is no month. */
export function monthsBefore(month: string, count: number): string {
  if (!isMonth(month)) throw new RangeError(`${month} is no month`);
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 - count, 1)).toISOString().slice(0, 7);
}

/** The last months that are over in the zone, the newest first. */
export const fullMonths = (now: Date, timeZone: string, count: number): string[] =>
  Array.from({ length: count }, (_none, index) => monthsBefore(dateIn(now, timeZone).slice(0, 7), index + 1));

/** A month's first instant in the zone, and that of the next. */
export const monthBounds = (month: string, timeZone: string): { from: Date; until: Date } => ({
  from: startOfDate(`${month}-01`, timeZone),
  until: startOfDate(`${monthsBefore(month, -1)}-01`, timeZone),
});
