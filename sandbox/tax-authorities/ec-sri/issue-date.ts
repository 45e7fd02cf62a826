import { message, type Message } from "./messages";

const DAY_MS = 86_400_000;
/** The days a document may be late. SRI's own figure is not published; 129,600 minutes is what its answers were seen to name. */
const WINDOW_DAYS = 90;

/** Checks `dd/mm/aaaa` against today in Ecuador: no such day → 67, in the future or too old → 65. */
export function issueDateFault(text: string, now: Date): Message | undefined {
  const issuedOn = dayOf(text);
  if (issuedOn === undefined) return message("67", `la fecha ${text} no existe`);
  const ageDays = (Date.parse(ecuadorianDay(now)) - issuedOn) / DAY_MS;
  if (ageDays < 0) return message("65", `la fecha de emisión ${text} es mayor a la del servidor`);
  return ageDays > WINDOW_DAYS ? message("65", `la fecha de emisión ${text} tiene más de ${WINDOW_DAYS} días`) : undefined;
}

/** The start of a day written `dd/mm/aaaa`, in milliseconds that serve to compare days; undefined when there is no such day. */
export function dayOf(text: string): number | undefined {
  const [day = 0, month = 0, year = 0] = text.split("/").map(Number);
  const start = Date.UTC(year, month - 1, day);
  return new Date(start).getUTCDate() === day ? start : undefined;
}

const ecuadorianDay = (instant: Date): string => ecuadorianTime(instant).slice(0, 10);

/** ISO 8601 with Ecuador's offset: mainland time, five hours behind UTC all year. */
export const ecuadorianTime = (instant: Date): string => new Date(instant.getTime() - 5 * 3_600_000).toISOString().slice(0, 19) + "-05:00";
