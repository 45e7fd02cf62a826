import { haversine, type Point } from "~/domain/geo/point";
import { distancesBetween } from "./distance";
import { roundTrip } from "./round-trip";
import { FEW, shortestWay } from "./shortest-way";
import { withinWindows, type Window } from "./windows";

/** Longer than any way round the earth, in seconds: so the imagined last place lies beside the first. */
const FAR = 1e9;
/** Through a town, all in all: 25 km an hour, as the crow flies. */
const METRES_A_SECOND = 7;

/** Seconds from a point to another. */
export type Travel = (from: Point, to: Point) => number;
export const asTheCrowFlies: Travel = (from, to) => haversine(from, to) / METRES_A_SECOND;

/** A round trip over the start, the places, and one imagined place that is near the start alone: cut there, it is the open way. */
function shortWay(size: number, between: (a: number, b: number) => number): number[] {
  const imagined = size;
  const nodes = Array.from({ length: size + 1 }, (_none, node) => node);
  const distances = distancesBetween(nodes, (a, b) => (a === imagined || b === imagined ? (a === 0 || b === 0 ? 0 : FAR) : between(a, b)));
  const trip = roundTrip(distances).slice(1);
  return trip[0] === imagined ? trip.slice(1).reverse() : trip.slice(0, -1);
}

type Told<T> = {
  positionOf: (place: T) => Point | null;
  start: Point | null;
  travel?: Travel;
  /** When somebody may be called at; null: whenever. */
  windowOf?: (place: T) => Window | null;
};

/**
 * The places in the order of a short way that begins at `start` and ends anywhere, in which nobody is called at too late where it can be
 * helped. What has no position comes last, as it was given. The same places give the same order.
 */
export function openTour<T>(places: readonly T[], { positionOf, start, travel = asTheCrowFlies, windowOf = () => null }: Told<T>): T[] {
  const placed = places.flatMap((place) => {
    const at = positionOf(place);
    return at ? [{ place, at }] : [];
  });
  const lost = places.filter((place) => positionOf(place) === null);
  const from = start ?? placed[0]?.at;
  if (!from || placed.length < 2) return [...placed.map(({ place }) => place), ...lost];
  const { size, values } = distancesBetween([from, ...placed.map(({ at }) => at)], travel);
  const between = (a: number, b: number) => values[a * size + b]!;
  // Roads differ by direction; the search among many wants one length for both.
  const both = (a: number, b: number) => (between(a, b) + between(b, a)) / 2;
  const way = (placed.length <= FEW ? shortestWay(size, between) : shortWay(size, both)).map((node) => node - 1);
  const windows = placed.map(({ place }) => windowOf(place));
  const seconds = (a: number, b: number) => between(a + 1, b + 1);
  const timed = windows.some((window) => window !== null) ? withinWindows(way, { windows, seconds }) : way;
  return [...timed.map((at) => placed[at]!.place), ...lost];
}
