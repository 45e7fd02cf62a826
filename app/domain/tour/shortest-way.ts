/** So few that every order of them can be weighed. */
export const FEW = 8;

/**
 * The very shortest open way from node 0 over all others (Held and Karp), as their numbers; between equals the one that comes first. `between`: the
 * length from one node to another. At most FEW others.
 */
export function shortestWay(size: number, between: (from: number, to: number) => number): number[] {
  const others = size - 1;
  const all = (1 << others) - 1;
  const length = new Float64Array((all + 1) * others).fill(Infinity);
  const before = new Int8Array((all + 1) * others).fill(-1);
  for (let last = 0; last < others; last++) length[(1 << last) * others + last] = between(0, last + 1);
  for (let seen = 1; seen <= all; seen++)
    for (let last = 0; last < others; last++) {
      const here = length[seen * others + last]!;
      if (here === Infinity || !(seen & (1 << last))) continue;
      for (let next = 0; next < others; next++) {
        if (seen & (1 << next)) continue;
        const at = (seen | (1 << next)) * others + next;
        const longer = here + between(last + 1, next + 1);
        if (longer < length[at]!) [length[at], before[at]] = [longer, last];
      }
    }
  const ends = Array.from({ length: others }, (_none, last) => length[all * others + last]!);
  const way: number[] = [];
  for (let seen = all, last = ends.indexOf(Math.min(...ends)); last >= 0;) {
    way.unshift(last + 1);
    [seen, last] = [seen & ~(1 << last), before[seen * others + last]!];
  }
  return way;
}
