/** Seconds from when the tour begins between which somebody may be called at. */
export type Window = { from: number; until: number };
/** `seconds`: on the way between two stops; -1 is where the tour begins. */
export type Timed = { windows: readonly (Window | null)[]; seconds: (from: number, to: number) => number };

/** At a door: to ring, hand over and photograph. */
const AT_THE_DOOR = 240;
const LONGEST_SEGMENT = 3;
/** A stop is moved by so many places at most. */
const FARTHEST = 60;
/** So many stops are walked through at most while better ways are looked for: some hundredths of a second. */
const MOST_STEPS = 1_000_000;

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
  if (way.length <= FEW) return bestOf(way, timed);
  const until = (stop: number) => timed.windows[stop]?.until ?? Infinity;
  const byHour = way.map((stop, place) => ({ stop, place })).sort((a, b) => until(a.stop) - until(b.stop) || a.place - b.place);
  const [short, early] = [way, byHour.map(({ stop }) => stop)].map((start) => improved(start, timed)) as [Found, Found];
  return isBetter(early.cost, short.cost) ? early.way : short.way;
}

/** Of so few stops every order is tried. */
const FEW = 6;

function bestOf(way: readonly number[], timed: Timed): number[] {
  let best: Found = { way: [...way], cost: costOf(way, timed) };
  for (const order of orders(way)) {
    const cost = costOf(order, timed);
    if (isBetter(cost, best.cost)) best = { way: order, cost };
  }
  return best.way;
}

function orders(stops: readonly number[]): number[][] {
  if (stops.length === 0) return [[]];
  return stops.flatMap((stop, at) => orders(stops.toSpliced(at, 1)).map((rest) => [stop, ...rest]));
}

type Found = { way: number[]; cost: Cost };

function improved(start: readonly number[], timed: Timed): Found {
  const search = new WindowSearch(start, timed);
  while (search.pass());
  return { way: search.way, cost: costOf(search.way, timed) };
}

/** One way being improved in place. What comes before a change is as it was, so that only the rest is walked through. */
class WindowSearch {
  readonly way: number[];
  readonly #timed: Timed;
  /** When one leaves each stop, and how late one was until there; the first: where the way begins. */
  readonly #leaves: Float64Array;
  readonly #late: Float64Array;
  readonly #piece: number[] = [];
  #steps = 0;

  constructor(start: readonly number[], timed: Timed) {
    this.way = [...start];
    this.#timed = timed;
    this.#leaves = new Float64Array(start.length + 1);
    this.#late = new Float64Array(start.length + 1);
    this.#walk(0, start.length, true);
  }

  /** Tries up to three stops in a row elsewhere, and each part turned round. Whether anything helped, and there is time for another. */
  pass(): boolean {
    const size = this.way.length;
    let helped = false;
    for (let length = 1; length <= LONGEST_SEGMENT; length++)
      for (let from = 0; from + length <= size; from++)
        for (let to = Math.max(0, from - FARTHEST); to + length <= size && to <= from + FARTHEST && this.#steps < MOST_STEPS; to++)
          if (to !== from) helped = this.#try(Math.min(from, to), () => this.#put(from, length, to)) || helped;
    for (let from = 0; from < size - 1; from++)
      for (let to = from + 1; to < size && to <= from + FARTHEST && this.#steps < MOST_STEPS; to++)
        helped = this.#try(from, () => this.#turn(from, to)) || helped;
    return helped && this.#steps < MOST_STEPS;
  }

  /** Fills the piece with what stands from the first changed place on, and keeps it where the whole is better. */
  #try(first: number, fill: () => void): boolean {
    this.#piece.length = 0;
    fill();
    if (!this.#walk(first, first + this.#piece.length, false)) return false;
    for (const [offset, stop] of this.#piece.entries()) this.way[first + offset] = stop;
    this.#piece.length = 0;
    this.#walk(first, first, true);
    return true;
  }

  #put(from: number, length: number, to: number): void {
    const { way } = this;
    const push = (start: number, end: number) => {
      for (let at = start; at < end; at++) this.#piece.push(way[at]!);
    };
    const pieces = [[from, from + length], to < from ? [to, from] : [from + length, to + length]] as const;
    for (const [start, end] of to < from ? pieces : pieces.toReversed()) push(start, end);
  }

  #turn(from: number, to: number): void {
    for (let at = to; at >= from; at--) this.#piece.push(this.way[at]!);
  }

  /** Walks from a place on, with the piece up to `end`; kept: what it finds is written down. Whether it is better than what is written. */
  #walk(first: number, end: number, isKept: boolean): boolean {
    const { windows, seconds } = this.#timed;
    const size = this.way.length;
    let [at, time, late] = [this.way[first - 1] ?? -1, this.#leaves[first]!, this.#late[first]!];
    for (let place = first; place < size; place++) {
      const stop = place < end && this.#piece.length > 0 ? this.#piece[place - first]! : this.way[place]!;
      const window = windows[stop];
      const arrives = Math.max(time + seconds(at, stop), window?.from ?? 0);
      if (window && arrives > window.until) late += arrives - window.until;
      [at, time] = [stop, arrives + AT_THE_DOOR];
      this.#steps++;
      if (isKept) [this.#leaves[place + 1], this.#late[place + 1]] = [time, late];
      else if (late > this.#late[size]! + 1e-6) return false;
    }
    return isBetter({ late, ends: time }, { late: this.#late[size]!, ends: this.#leaves[size]! });
  }
}
