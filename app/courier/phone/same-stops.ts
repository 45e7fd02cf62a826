import type { Day, StopView } from "../protocol";

/**
 * The newer day, in which a stop that says what it said before is the very same object: so a page knows without looking into it that it need not show it
 * anew. Of two readings of one answer the first.
 */
export function withSameStops(older: Day | null, newer: Day | null): Day | null {
  if (!older || !newer || older.courier.id !== newer.courier.id) return newer;
  if (older.serverAt === newer.serverAt) return older;
  const known = new Map([...older.pending, ...older.done].map((stop) => [stop.deliveryId, stop]));
  const same = (stops: StopView[]) =>
    stops.map((stop) => {
      const before = known.get(stop.deliveryId);
      return before && JSON.stringify(before) === JSON.stringify(stop) ? before : stop;
    });
  return { ...newer, pending: same(newer.pending), done: same(newer.done) };
}
