import type { Distances } from "./distance";

const NEIGHBOURS = 10;
const LONGEST_SEGMENT = 3;
const EPSILON = 1e-7;

/** A closed tour, changed in place: 2-opt and Or-opt moves among near neighbours, tried again only where something changed. */
export class LocalSearch {
  /** What all moves so far have shortened the tour by. */
  gained = 0;
  readonly #size: number;
  readonly #d: Float64Array;
  readonly #tour: Int32Array;
  readonly #at: Int32Array;
  readonly #near: Int32Array[];
  readonly #queue: number[] = [];
  readonly #isQueued: Uint8Array;

  constructor({ size, values }: Distances, tour: Int32Array) {
    [this.#size, this.#d, this.#tour] = [size, values, tour];
    this.#at = new Int32Array(size);
    this.#isQueued = new Uint8Array(size);
    this.#near = Array.from({ length: size }, (_none, from) => nearest(from, size, values));
    this.restore(tour);
  }

  restore(tour: Int32Array): void {
    if (tour !== this.#tour) this.#tour.set(tour);
    for (let index = 0; index < this.#size; index++) this.#at[this.#tour[index]!] = index;
  }

  length(): number {
    let sum = 0;
    for (let index = 0; index < this.#size; index++) sum += this.#between(this.#tour[index]!, this.#tour[(index + 1) % this.#size]!);
    return sum;
  }

  /** Until no move around these places, or around those that moves touch, shortens the tour. */
  improve(places: Iterable<number>): void {
    for (const place of places) this.#enqueue(place);
    for (let place = this.#queue.pop(); place !== undefined; place = this.#queue.pop()) {
      this.#isQueued[place] = 0;
      while (this.#twoOpt(place) || this.#orOpt(place));
    }
  }

  /** Three neighbouring pieces of the tour change places, then the tour is improved around the cuts. Answers what the change cost. */
  kick(random: (below: number) => number, longest: number): number {
    const most = Math.max(1, Math.min(longest, Math.floor((this.#size - 2) / 3)));
    const [first, second] = [1 + random(most), 1 + random(most)];
    const start = random(this.#size);
    const index = (offset: number) => (start + offset) % this.#size;
    const [a, b] = [this.#tour[index(0)]!, this.#tour[index(1)]!];
    const [c, d] = [this.#tour[index(first)]!, this.#tour[index(first + 1)]!];
    const [e, f] = [this.#tour[index(first + second)]!, this.#tour[index(first + second + 1)]!];
    const pieces = Array.from({ length: first + second }, (_none, offset) => this.#tour[index(1 + offset)]!);
    [...pieces.slice(first), ...pieces.slice(0, first)].forEach((place, offset) => this.#put(index(1 + offset), place));
    const added =
      this.#between(a, d) + this.#between(e, b) + this.#between(c, f) - this.#between(a, b) - this.#between(c, d) - this.#between(e, f);
    this.improve([a, b, c, d, e, f]);
    return added;
  }

  /** Two edges out, two in: what lies between is turned round. */
  #twoOpt(a: number): boolean {
    for (let side = 0; side < 2; side++) {
      const isNext = side === 0;
      const b = isNext ? this.#next(a) : this.#previous(a);
      const ab = this.#between(a, b);
      for (const c of this.#near[a]!) {
        const room = ab - this.#between(a, c);
        if (room <= EPSILON) break;
        const d = isNext ? this.#next(c) : this.#previous(c);
        const gain = room + this.#between(c, d) - this.#between(b, d);
        if (gain <= EPSILON) continue;
        if (isNext) this.#reverse(this.#at[b]!, this.#at[c]!);
        else this.#reverse(this.#at[a]!, this.#at[d]!);
        return this.#won(gain, a, b, c, d);
      }
    }
    return false;
  }

  /** Up to three places that begin or end with `a` go between two others, turned round or not. */
  #orOpt(a: number): boolean {
    for (let side = 0; side < 2; side++) {
      const isForward = side === 0;
      let last = a;
      for (let count = 1; count <= LONGEST_SEGMENT && count < this.#size - 2; count++) {
        if (count > 1) last = isForward ? this.#next(last) : this.#previous(last);
        const before = isForward ? this.#previous(a) : this.#next(a);
        const after = isForward ? this.#next(last) : this.#previous(last);
        const freed = this.#between(before, a) + this.#between(last, after) - this.#between(before, after);
        for (const c of this.#near[a]!) {
          const room = freed - this.#between(a, c);
          if (room <= EPSILON) break;
          if (this.#isWithin(c, a, last, isForward)) continue;
          for (let edge = 0; edge < 2; edge++) {
            const d = edge === 0 ? this.#next(c) : this.#previous(c);
            if (this.#isWithin(d, a, last, isForward)) continue;
            const gain = room + this.#between(c, d) - this.#between(last, d);
            if (gain <= EPSILON) continue;
            this.#move(a, count, isForward, c, d);
            return this.#won(gain, a, last, before, after, c, d);
          }
        }
      }
    }
    return false;
  }

  #isWithin(place: number, a: number, last: number, isForward: boolean): boolean {
    const [from, to] = isForward ? [this.#at[a]!, this.#at[last]!] : [this.#at[last]!, this.#at[a]!];
    const at = this.#at[place]!;
    return from <= to ? at >= from && at <= to : at >= from || at <= to;
  }

  /** The segment goes between its new neighbours, `a` beside c; what lay between makes room, on the shorter way round. */
  #move(a: number, count: number, isForward: boolean, c: number, d: number): void {
    const size = this.#size;
    const segment: number[] = [];
    for (let place = a; segment.length < count; place = isForward ? this.#next(place) : this.#previous(place)) segment.push(place);
    const first = this.#at[isForward ? a : segment[count - 1]!]!;
    const isAfter = this.#next(c) === d;
    if (!isAfter) segment.reverse();
    const [p, q] = isAfter ? [this.#at[c]!, this.#at[d]!] : [this.#at[d]!, this.#at[c]!];
    const ahead = (p - first - count + 1 + 2 * size) % size;
    const behind = (first - q + size) % size;
    if (ahead <= behind) {
      for (let offset = 0; offset < ahead; offset++) this.#put((first + offset) % size, this.#tour[(first + count + offset) % size]!);
      for (let offset = 0; offset < count; offset++) this.#put((first + ahead + offset) % size, segment[offset]!);
    } else {
      for (let offset = behind - 1; offset >= 0; offset--) this.#put((q + count + offset) % size, this.#tour[(q + offset) % size]!);
      for (let offset = 0; offset < count; offset++) this.#put((q + offset) % size, segment[offset]!);
    }
  }

  #reverse(from: number, to: number): void {
    const size = this.#size;
    let count = ((to - from + size) % size) + 1;
    // The shorter side: turning round the rest is the same tour.
    if (count * 2 > size) [from, to, count] = [(to + 1) % size, (from - 1 + size) % size, size - count];
    for (let swaps = count >> 1; swaps > 0; swaps--) {
      const [a, b] = [this.#tour[from]!, this.#tour[to]!];
      this.#put(from, b);
      this.#put(to, a);
      from = from + 1 === size ? 0 : from + 1;
      to = to === 0 ? size - 1 : to - 1;
    }
  }

  #won(gain: number, ...places: number[]): true {
    this.gained += gain;
    for (const place of places) this.#enqueue(place);
    return true;
  }

  #enqueue(place: number): void {
    if (this.#isQueued[place]) return;
    this.#isQueued[place] = 1;
    this.#queue.push(place);
  }

  #put(index: number, place: number): void {
    this.#tour[index] = place;
    this.#at[place] = index;
  }

  #next(place: number): number {
    const at = this.#at[place]! + 1;
    return this.#tour[at === this.#size ? 0 : at]!;
  }

  #previous(place: number): number {
    const at = this.#at[place]!;
    return this.#tour[at === 0 ? this.#size - 1 : at - 1]!;
  }

  #between(from: number, to: number): number {
    return this.#d[from * this.#size + to]!;
  }
}

function nearest(from: number, size: number, values: Float64Array): Int32Array {
  const others = Array.from({ length: size }, (_none, to) => to).filter((to) => to !== from);
  others.sort((a, b) => values[from * size + a]! - values[from * size + b]! || a - b);
  return Int32Array.from(others.slice(0, NEIGHBOURS));
}
