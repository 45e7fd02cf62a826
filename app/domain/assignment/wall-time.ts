import { offsetMilliseconds, startOfDate, wallTimeIn, type WallTime } from "~/domain/time/calendar";

/** The instant at which the zone's clock shows a time; also on days on which clocks are changed. */
export function instantOf({ day, minute }: Pick<WallTime, "day" | "minute">, timeZone: string): Date {
  const midnight = startOfDate(day, timeZone);
  const guess = new Date(midnight.getTime() + minute * 60_000);
  return new Date(guess.getTime() + offsetMilliseconds(midnight, timeZone) - offsetMilliseconds(guess, timeZone));
}

const DAY_MILLISECONDS = 86_400_000;

/** The instant at which the zone's week began, on its Monday. */
export function startOfWeek(at: Date, timeZone: string): Date {
  const { day, weekday } = wallTimeIn(at, timeZone);
  const monday = new Date(Date.parse(`${day}T00:00:00Z`) - ((weekday + 6) % 7) * DAY_MILLISECONDS);
  return startOfDate(monday.toISOString().slice(0, 10), timeZone);
}
