import type { LoadLimit, Workload } from "./load-limit";
import type { CourierTerms } from "./terms";

/** A limit and how much of it a courier has: stops, grams, or minor units of cash. */
export type OverLimit = { limit: LoadLimit; has: number; most: number };

/**
 * The limits that a courier is beyond. Nothing is given beyond them by itself: they were made tighter since, or a person gave more. What is
 * given stays, since the parcel may be with them and the buyer may have been told; it is said, so that a person can move it.
 */
export function overLimits(
  {
    dailyCapacity,
    maxOpenStops,
    maxGrams,
    cashLimitMinor,
  }: Pick<CourierTerms, "dailyCapacity" | "maxOpenStops" | "maxGrams" | "cashLimitMinor">,
  { openStops, stopsToday, openGrams, cashMinor }: Workload,
): OverLimit[] {
  const all: { limit: LoadLimit; has: number; most: number | null }[] = [
    // Of a day that is over for them nothing can be moved any more.
    { limit: "capacity_reached", has: openStops > 0 ? stopsToday : 0, most: dailyCapacity },
    { limit: "open_stops_reached", has: openStops, most: maxOpenStops },
    { limit: "too_heavy", has: openGrams, most: maxGrams },
    { limit: "cash_limit", has: cashMinor, most: cashLimitMinor },
  ];
  return all.flatMap(({ limit, has, most }) => (most !== null && has > most ? [{ limit, has, most }] : []));
}
