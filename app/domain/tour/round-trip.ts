import type { Distances } from "./distance";
import { LocalSearch } from "./local-search";

/** Kicks a place: enough for the best tour or one within a hundredth of it, at some 15 µs each. */
const KICKS_PER_PLACE = 40;
const LONGEST_PIECE = 50;

/**
 * A short round trip through all places, as their order, from place 0: nearest neighbours first, then 2-opt and Or-opt moves until none
 * helps, then kicks (double bridges among neighbours on the tour) that are kept when the tour got no longer. Distances must be the same in
 * both directions. The same distances give the same tour.
 */
export function roundTrip(distances: Distances): number[] {
  const { size } = distances;
  const tour = Int32Array.from(nearestNeighbours(distances));
  if (size > 3) improve(distances, tour, dice());
  const start = tour.indexOf(0);
  return [...tour.subarray(start), ...tour.subarray(0, start)];
}

function improve(distances: Distances, tour: Int32Array, random: (below: number) => number): void {
  const search = new LocalSearch(distances, tour);
  search.improve(tour.keys());
  if (tour.length < 8) return;
  const kept = tour.slice();
  let keptLength = search.length();
  for (let kick = 0; kick < KICKS_PER_PLACE * tour.length; kick++) {
    const gained = search.gained;
    const added = search.kick(random, LONGEST_PIECE);
    const length = keptLength + added - (search.gained - gained);
    if (length <= keptLength) {
      kept.set(tour);
      keptLength = length;
    } else search.restore(kept);
  }
  tour.set(kept);
}

function nearestNeighbours({ size, values }: Distances): number[] {
  const tour = [0];
  const left = new Set(Array.from({ length: size - 1 }, (_none, index) => index + 1));
  for (let at = 0; left.size > 0;) {
    let nearest = -1;
    for (const to of left) if (nearest < 0 || values[at * size + to]! < values[at * size + nearest]!) nearest = to;
    left.delete(nearest);
    tour.push(nearest);
    at = nearest;
  }
  return tour;
}

/** Numbers that look drawn and are always the same (xorshift32). */
function dice(): (below: number) => number {
  let state = 0x9e3779b9;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
