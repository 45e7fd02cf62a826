/** A stretch of a day in minutes since midnight; the end itself is not in it. */
export type Hours = { from: number; to: number };

const DAY_MINUTES = 1440;
const STRETCH = /^(\d{1,2}):(\d\d)\s*[-–]\s*(\d{1,2}):(\d\d)$/;

/** Reads "09:00-13:00, 14:00-18:00"; nothing written is no hours. Null where it can't be read, runs backwards or overlaps. */
export function readHours(text: string): Hours[] | null {
  const written = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const hours = written.map(readStretch).sort((a, b) => (a?.from ?? 0) - (b?.from ?? 0));
  return hours.every((one, at): one is Hours => one !== null && (at === 0 || one.from >= hours[at - 1]!.to)) ? (hours as Hours[]) : null;
}

function readStretch(text: string): Hours | null {
  const [, ...parts] = STRETCH.exec(text) ?? [];
  const [fromHour = 99, fromMinute = 99, toHour = 99, toMinute = 99] = parts.map(Number);
  const [from, to] = [fromHour * 60 + fromMinute, toHour * 60 + toMinute];
  return fromMinute < 60 && toMinute < 60 && from < to && to <= DAY_MINUTES ? { from, to } : null;
}

const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** As `readHours` reads it. */
export const writeHours = (hours: readonly Hours[]): string => hours.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(", ");
