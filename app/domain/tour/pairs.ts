/** A stop that may be one half of a call: of a call each half names the other by `exchange`; `isReturn`: it is the half that fetches. */
type Half = { deliveryId: string; isReturn?: boolean | undefined; exchange?: { deliveryId: string } | null | undefined };

/** The stops with both halves of an exchange beside each other, where the first of them was: what is handed over, then what is fetched. */
export function halvesTogether<T extends Half>(stops: readonly T[]): T[] {
  const byId = new Map(stops.map((stop) => [stop.deliveryId, stop]));
  const placed = new Set<T>();
  return stops.flatMap((stop) => {
    if (placed.has(stop)) return [];
    const other = byId.get(stop.exchange?.deliveryId ?? "");
    if (!other || other.exchange?.deliveryId !== stop.deliveryId) return [stop];
    placed.add(stop).add(other);
    return stop.isReturn ? [other, stop] : [stop, other];
  });
}

/** Whether a stop is the second half of the call before it. */
export const isSecondHalf = ({ deliveryId, exchange }: Half, before: Half | undefined): boolean =>
  before !== undefined && before.exchange?.deliveryId === deliveryId && exchange?.deliveryId === before.deliveryId;
