import { nextDay, type WallTime } from "~/domain/time/calendar";
import type { AssignmentRules, CourierTerms } from "./terms";
import { restrictedHours } from "./plates";

/** Why a courier can't be given anything at a time; what ends by itself ends at a known time. */
export type TimeLimit = "inactive" | "out_today" | "day_off" | "holiday" | "off_shift" | "plate_restricted";

/** What times are judged by: the rules of the shop, and the national holidays (yyyy-mm-dd) around. */
export type Calendar = { rules: Pick<AssignmentRules, "holidaysWorked" | "plates">; holidays: ReadonlySet<string> };

/** The first limit of time that a courier runs into; null: none. On a national holiday plates are not restricted. */
export function timeLimit(terms: CourierTerms, { day, weekday, minute }: WallTime, { rules, holidays }: Calendar): TimeLimit | null {
  if (!terms.active) return "inactive";
  if (terms.outOn === day) return "out_today";
  if (terms.daysOff.includes(day)) return "day_off";
  if (holidays.has(day) && !(terms.worksOnHolidays ?? rules.holidaysWorked)) return "holiday";
  const isAt = ({ from, to }: { from: number; to: number }) => minute >= from && minute < to;
  if (terms.shifts.length > 0 && !terms.shifts.some((shift) => shift.days.includes(weekday) && isAt(shift))) return "off_shift";
  const isFree = terms.plateExempt || holidays.has(day);
  return !isFree && restrictedHours(rules.plates, terms.plate, weekday).some(isAt) ? "plate_restricted" : null;
}

/** How far ahead it is looked for a time at which somebody works. */
export const LOOKED_AHEAD_DAYS = 60;

/** The first time from one on, itself included, at which a courier runs into no limit of time; null: none within two months. */
export function nextWorkingTime(terms: CourierTerms, from: WallTime, calendar: Calendar): WallTime | null {
  if (!terms.active) return null;
  let { day, weekday } = from;
  for (let ahead = 0; ahead <= LOOKED_AHEAD_DAYS; ahead++, day = nextDay(day), weekday = (weekday + 1) % 7) {
    const earliest = ahead === 0 ? from.minute : 0;
    const minute = turnsOf(terms, weekday, calendar)
      .filter((turn) => turn > earliest)
      .concat(earliest)
      .sort((a, b) => a - b)
      .find((turn) => timeLimit(terms, { day, weekday, minute: turn }, calendar) === null);
    if (minute !== undefined) return { day, weekday, minute };
  }
  return null;
}

/** Minutes of a day at which something begins or ends for a courier. */
const turnsOf = ({ shifts, plate }: CourierTerms, weekday: number, { rules }: Calendar): number[] => [
  ...shifts.filter(({ days }) => days.includes(weekday)).map(({ from }) => from),
  ...restrictedHours(rules.plates, plate, weekday).map(({ to }) => to),
];

/** The beginning of the day after. */
export const startOfNextDay = ({ day, weekday }: WallTime): WallTime => ({
  day: nextDay(day),
  weekday: (weekday + 1) % 7,
  minute: 0,
});
