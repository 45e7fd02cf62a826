import { z } from "zod";
import type { FieldError } from "../http.ts";

// ISO 8601: P1Y2M3W4DT5H6M7S, each part once and in this order, at least one.
const DURATION = /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const LAST_YEAR = 9999;

const schema = z.union([
  z.strictObject({ advance: z.string().regex(DURATION, "an ISO 8601 duration, such as P1D or PT2H30M") }),
  z.strictObject({ set: z.iso.datetime({ offset: true }) }),
]);

/** Reads `{ advance }` or `{ set }` into the instant that the clock, now at `now`, shall show. */
export function readMove(body: unknown, now: Date): { to: Date } | { errors: FieldError[] } {
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    const [path, wanted] =
      body !== null && typeof body === "object" && "advance" in body
        ? ["advance", "an ISO 8601 duration, such as P1D or PT2H30M"]
        : ["set", "an instant with its offset, such as 2026-12-31T23:50:00-05:00; or send advance alone"];
    return { errors: [{ path, message: wanted }] };
  }
  const to = "set" in parsed.data ? new Date(parsed.data.set) : advanced(now, parsed.data.advance);
  return to.getUTCFullYear() <= LAST_YEAR ? { to } : { errors: [{ path: "advance", message: `ends after the year ${LAST_YEAR}` }] };
}

/** Years and months by the calendar (31 January + P1M is the last of February), the rest by length. */
function advanced(from: Date, duration: string): Date {
  const [years, months, weeks, days, hours, minutes, seconds] = (DURATION.exec(duration) ?? []).slice(1).map((part) => Number(part ?? 0));
  const to = new Date(from);
  to.setUTCDate(1);
  to.setUTCMonth(to.getUTCMonth() + (years ?? 0) * 12 + (months ?? 0));
  const lastDay = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  const length = ((((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0);
  return new Date(to.getTime() + length * 1000);
}
