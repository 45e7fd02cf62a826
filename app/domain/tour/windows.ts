/** Seconds from when the tour begins between which somebody may be called at. */
export type Window = { from: number; until: number };
/** `seconds`: on the way between two stops; -1 is where the tour begins. */
export type Timed = { windows: readonly (Window | null)[]; seconds: (from: number, to: number) => number };

/** At a door: to ring, hand over and photograph. */
const AT_THE_DOOR = 240;
const LONGEST_SEGMENT = 3;
/** So many stops are walked through at most while better ways are looked for: a tenth of a second. */
const MOST_STEPS = 6_000_000;

type Cost = { late: number; ends: number };
const isBetter = (a: Cost, b: Cost): boolean => a.late < b.late - 1e-6 || (Math.abs(a.late - b.late) <= 1e-6 && a.ends < b.ends - 1e-6);

/** How late one comes in all, and when the way ends, in seconds. Who comes too early waits. */
export function costOf(way: readonly number[], { windows, seconds }: Timed): Cost {
  let [at, time, late] = [-1, 0, 0];
  for (const stop of way) {
    const window = windows[stop];
    const arrives = Math.max(time + seconds(at, stop), window?.from ?? 0);
    if (window) late += Math.max(0, arrives - window.until);
    [at, time] = [stop, arrives + AT_THE_DOOR];
  }
  return { late, ends: time };
}

/**
 * The way with its stops moved so that as few as can be are too late, and it still is short. A way that keeps all windows is only
 * shortened. The same stops give the same way.
 */
export function withinWindows(way: readonly number[], timed: Timed): number[] {
  const until = (stop: number) => timed.windows[stop]?.until ?? Infinity;
  const byHour = way.map((stop, place) => ({ stop, place })).sort((a, b) => until(a.stop) - until(b.stop) || a.place - b.place);
  const [short, early] = [way, byHour.map(({ stop }) => stop)].map((start) => improved(start, timed)) as [Found, Found];
  return isBetter(early.cost, short.cost) ? early.way : short.way;
}

type Found = { way: number[]; cost: Cost };

function improved(start: readonly number[], timed: Timed): Found {
  let best: Found = { way: [...start], cost: costOf(start, timed) };
  let steps = 0;
  for (let isFresh = true; isFresh && steps < MOST_STEPS;) {
    isFresh = false;
    for (const way of neighbours(best.way)) {
      steps += way.length;
      if (steps > MOST_STEPS) break;
      const cost = costOf(way, timed);
      if (!isBetter(cost, best.cost)) continue;
      best = { way, cost };
      isFresh = true;
      break;
    }
  }
  return best;
}

/** Up to three stops in a row put elsewhere, then a part of the way turned round. */
function* neighbours(way: readonly number[]): Generator<number[]> {
  for (let length = 1; length <= LONGEST_SEGMENT; length++)
    for (let from = 0; from + length <= way.length; from++) {
      const segment = way.slice(from, from + length);
      const rest = way.toSpliced(from, length);
      for (let to = 0; to <= rest.length; to++) if (to !== from) yield rest.toSpliced(to, 0, ...segment);
    }
  for (let from = 0; from < way.length - 1; from++)
    for (let to = from + 2; to <= way.length; to++) yield [...way.slice(0, from), ...way.slice(from, to).reverse(), ...way.slice(to)];
}
