import { nextDay } from "~/domain/time/calendar";
import type { RateTable } from "./rate-table";

/** One way to be served in a zone: at its price, by its day. `code` is stable, since Shopify caches rates by it. */
export type Service = {
  code: string;
  name: string;
  /** Served so many of the zone's days after the one on which the order counts: 0 the same day, 1 the next. */
  leadDays: number;
  /** Minute of the day up to which an order counts for that day. */
  cutOff: number;
  rate: RateTable;
  active: boolean;
};

/** The service of a zone that has but one; its code is not part of what Shopify knows it by. */
export const STANDARD = "standard";
/** A cut-off after the day's last minute: an order counts for its day whenever it comes. */
export const ALWAYS = 1440;

/** What buyers read of a service; one without a name is the shop's plain delivery. */
export const serviceName = (service: Pick<Service, "name"> | null, locale: string): string =>
  service?.name || (locale.startsWith("es") ? "Entrega a domicilio" : "Home delivery");

/** When a zone is served: days of the week, and days of the calendar (yyyy-mm-dd) on which it is not. */
export type ServedDays = { weekdays: readonly number[]; daysOff: ReadonlySet<string> };

const LOOKED_AHEAD_DAYS = 60;

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

export const isServed = ({ weekdays, daysOff }: ServedDays, day: string): boolean => weekdays.includes(weekdayOf(day)) && !daysOff.has(day);

/**
 * The day (yyyy-mm-dd) on which an order of this minute of a day is served: only days are promised on which the zone really is. Null where
 * there is none within two months.
 */
export function promisedDay(
  { leadDays, cutOff }: Pick<Service, "leadDays" | "cutOff">,
  served: ServedDays,
  today: string,
  minute: number,
): string | null {
  let day = minute < cutOff ? today : nextDay(today);
  for (let ahead = 0, still = leadDays; ahead < LOOKED_AHEAD_DAYS; ahead++, day = nextDay(day))
    if (isServed(served, day) && still-- === 0) return day;
  return null;
}
