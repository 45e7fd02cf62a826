import { isDay } from "~/domain/time/calendar";
import type { Schedule } from "~/domain/rate/rate-table";
import { ALWAYS } from "~/domain/rate/service";
import type { HoursDraft, PaidHoursDraft, ZoneDraft } from "./draft";
import type { Say } from "./problems";
import { linesOf, readNeededAmount, readTime } from "./texts";

/** One row of days and hours. Says `schedule_without_days`, `time`, `schedule_backwards`. */
export function readSchedule(say: Say, path: string, { days, from, to }: HoursDraft): Schedule {
  if (days.length === 0) say(`${path}.days`, "schedule_without_days");
  const schedule = { days: [...days].sort(), from: readTime(say, `${path}.from`, from, 0), to: readTime(say, `${path}.to`, to, ALWAYS) };
  if (schedule.from >= schedule.to) say(`${path}.to`, "schedule_backwards");
  return schedule;
}

/** Rows of days and hours, each with an amount: surcharges and bonuses. */
export const readPaidHours = (say: Say, path: string, rows: readonly PaidHoursDraft[], currency: string) =>
  rows.map((row, index) => ({
    ...readSchedule(say, `${path}.${index}`, row),
    amountMinor: readNeededAmount(say, `${path}.${index}.amount`, row.amount, currency),
  }));

/** When the zone is served; nothing for always. */
export function readServed(say: Say, rows: readonly HoursDraft[]): Schedule[] {
  if (rows.length === 0) say("hours", "days_needed");
  const hours = rows.map((row, index) => readSchedule(say, `hours.${index}`, row));
  const isAlways = hours.length === 1 && hours[0]!.days.length === 7 && hours[0]!.from === 0 && hours[0]!.to === ALWAYS;
  return isAlways ? [] : hours;
}

/** Days without service. Says `day_unreadable` { day }. */
export function readDaysOff(say: Say, { daysOff }: Pick<ZoneDraft, "daysOff">): string[] {
  const days = linesOf(daysOff);
  const wrong = days.find((day) => !isDay(day));
  if (wrong) say("daysOff", "day_unreadable", { day: wrong });
  return days.sort();
}
