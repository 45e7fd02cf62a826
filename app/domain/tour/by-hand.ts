/**
 * The proposed order with those that the courier put in order themselves as they put them; what came since stays where it is proposed, after
 * them.
 */
export function byHand<T>(proposed: readonly T[], idOf: (stop: T) => string, wanted: readonly string[]): T[] {
  const rank = new Map(wanted.map((id, at) => [id, at]));
  const rankOf = (stop: T) => rank.get(idOf(stop)) ?? wanted.length;
  return [...proposed].sort((a, b) => rankOf(a) - rankOf(b));
}

/** A stop one place nearer to the first, or farther; the same where there is none to change places with. */
export function moved(ids: readonly string[], id: string, way: "up" | "down"): string[] {
  const at = ids.indexOf(id);
  const to = way === "up" ? at - 1 : at + 1;
  if (at < 0 || to < 0 || to >= ids.length) return [...ids];
  const order = [...ids];
  [order[at], order[to]] = [order[to]!, order[at]!];
  return order;
}
