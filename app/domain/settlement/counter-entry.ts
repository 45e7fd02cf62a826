import { entryOf, type Entry } from "./entry";

const [COLLECTED, UNDONE] = ["collected:", "undone:"];

/** The line that takes back what a report (by its id) said to have collected; null: that line is none of it. Made again it is the same line. */
export function counterEntry(reportId: string, { key, kind, minor, currency, deliveryId, how }: Entry): Entry | null {
  if (key !== COLLECTED + reportId) return null;
  return entryOf({ key: UNDONE + reportId, kind, minor: -minor, currency, deliveryId, how });
}

/** What was collected and not taken back; counter lines are none of it. */
export function notTakenBack<E extends Pick<Entry, "key">>(entries: readonly E[]): E[] {
  const keys = new Set(entries.map(({ key }) => key));
  return entries.filter(({ key }) => !key.startsWith(UNDONE) && !keys.has(key.replace(COLLECTED, UNDONE)));
}
