import type { Schedule } from "~/domain/rate/rate-table";
import type { Window } from "./windows";

/**
 * The hours in which a zone is served on a day, from now on, in seconds: from its first to its last minute. Null where it is served at any
 * hour, or not today.
 */
export function servedToday(hours: readonly Schedule[], { weekday, minute }: { weekday: number; minute: number }): Window | null {
  const today = hours.filter(({ days }) => days.includes(weekday));
  if (today.length === 0) return null;
  const [from, until] = [Math.min(...today.map((one) => one.from)), Math.max(...today.map((one) => one.to))];
  if (from === 0 && until === 1440) return null;
  return { from: Math.max(0, (from - minute) * 60), until: Math.max(0, (until - minute) * 60) };
}
