import type { Holidays } from "~/ports/holidays";

/** What the package has wrong: Guayaquil's independence is on 9 October, it says 10 September (version 3.37.0). */
const CORRECTED: Record<string, Record<string, string>> = { EC: { "09-10": "10-09" } };

/**
 * National holidays by the package `date-holidays` (ISC and CC BY 3.0), opened when first asked for. Days that a law moves to another day of
 * the week stand where they fall. A country that the package does not know has none.
 */
export function dateHolidays(): Holidays {
  const known = new Map<string, Promise<string[]>>();
  const ofYear = (country: string, year: number): Promise<string[]> => {
    const key = `${country} ${year}`;
    if (!known.has(key)) known.set(key, read(country, year));
    return known.get(key)!;
  };
  return async (country, { from, until }) => {
    const days: string[] = [];
    for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year++) days.push(...(await ofYear(country, year)));
    return new Set(days.filter((day) => day >= from && day <= until));
  };
}

async function read(country: string, year: number): Promise<string[]> {
  const { default: Calendar } = await import("date-holidays");
  const found = new Calendar(country, { types: ["public"] }).getHolidays(year) ?? [];
  return found.map(({ date }) => `${year}-${CORRECTED[country]?.[date.slice(5, 10)] ?? date.slice(5, 10)}`);
}
