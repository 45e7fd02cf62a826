import type { Schedule } from "~/domain/rate/rate-table";
import type { ServedDays } from "~/domain/rate/service";

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

/** The days on which a zone is served; without hours, every day. */
export const servedDays = ({ hours, daysOff }: { hours: readonly Schedule[]; daysOff: readonly string[] }): ServedDays => ({
  weekdays: hours.length === 0 ? EVERY_DAY : [...new Set(hours.flatMap(({ days }) => days))],
  daysOff: new Set(daysOff),
});
