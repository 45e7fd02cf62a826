/**
 * The proposed order with those that the courier put in order themselves as they put them; what came since stays where it is proposed, after
 * them.
 */
export function byHand<T>(proposed: readonly T[], idOf: (stop: T) => string, wanted: readonly string[]): T[] {
  const rank = new Map(wanted.map((id, at) => [id, at]));
  const rankOf = (stop: T) => rank.get(idOf(stop)) ?? wanted.length;
  return [...proposed].sort((a, b) => rankOf(a) - rankOf(b));
}

/**
 * A stop one place nearer to the first, or farther; the same where there is none to change places with. `seconds`: those that are one call with the
 * stop before them, and go where it goes.
 */
export function moved(ids: readonly string[], id: string, way: "up" | "down", seconds: ReadonlySet<string> = new Set()): string[] {
  const calls: string[][] = [];
  for (const one of ids) {
    const last = calls.at(-1);
    if (last && seconds.has(one)) last.push(one);
    else calls.push([one]);
  }
  const at = calls.findIndex((call) => call.includes(id));
  const to = way === "up" ? at - 1 : at + 1;
  if (at < 0 || to < 0 || to >= calls.length) return [...ids];
  [calls[at], calls[to]] = [calls[to]!, calls[at]!];
  return calls.flat();
}
