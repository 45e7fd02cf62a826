const DAY_MILLISECONDS = 86_400_000;

/** Made once for each zone: making one costs more than all that it is asked. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const two = "2-digit";
  const known = formats.get(timeZone);
  const parts = { year: "numeric", month: two, day: two, hour: two, minute: two, second: two } as const;
  const format = known ?? new Intl.DateTimeFormat("en-CA", { timeZone, hourCycle: "h23", ...parts });
  if (!known) formats.set(timeZone, format);
  return format;
}

/** Days and clocks of a place, by its IANA zone; never the server's. */
const partsIn = (at: Date, timeZone: string): Record<string, string> =>
  Object.fromEntries(
    formatIn(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );

/** Whether a text is a day of the calendar, as yyyy-mm-dd. */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The day (yyyy-mm-dd) after one. */
export const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MILLISECONDS).toISOString().slice(0, 10);

/** What a zone's clock shows: the day as yyyy-mm-dd, 0 Sunday … 6 Saturday, minutes since midnight. */
export type WallTime = { day: string; weekday: number; minute: number };

/** What the zone's clock shows at an instant. */
export function wallTimeIn(at: Date, timeZone: string): WallTime {
  const { year, month, day, hour, minute } = partsIn(at, timeZone);
  const date = `${year}-${month}-${day}`;
  return { day: date, weekday: new Date(`${date}T00:00:00Z`).getUTCDay(), minute: Number(hour) * 60 + Number(minute) };
}

/** yyyy-mm-dd in the zone: the fiscal date when the zone is the issuer's. */
export function dateIn(at: Date, timeZone: string): string {
  const { year, month, day } = partsIn(at, timeZone);
  return `${year}-${month}-${day}`;
}

/** Minutes since midnight on the zone's clock. */
export function minuteIn(at: Date, timeZone: string): number {
  const { hour, minute } = partsIn(at, timeZone);
  return Number(hour) * 60 + Number(minute);
}

/** How far a zone is from UTC at an instant, in milliseconds. */
export function offsetMilliseconds(at: Date, timeZone: string): number {
  const p = partsIn(at, timeZone);
  const wall = Date.UTC(Number(p.year), Number(p.month) - 1, Number(p.day), Number(p.hour), Number(p.minute), Number(p.second));
  return wall - Math.floor(at.getTime() / 1000) * 1000;
}

/** The instant at which a day (yyyy-mm-dd) begins in the zone. */
export function startOfDate(day: string, timeZone: string): Date {
  const midnightAsUtc = new Date(`${day}T00:00:00Z`);
  const guess = new Date(midnightAsUtc.getTime() - offsetMilliseconds(midnightAsUtc, timeZone));
  return new Date(midnightAsUtc.getTime() - offsetMilliseconds(guess, timeZone));
}

/** The instant at which the zone's current day began. */
export const startOfDay = (at: Date, timeZone: string): Date => startOfDate(dateIn(at, timeZone), timeZone);

/** The instant at which a day (yyyy-mm-dd) of the zone is over. */
export const endOfDay = (day: string, timeZone: string): Date =>
  startOfDate(new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MILLISECONDS).toISOString().slice(0, 10), timeZone);
