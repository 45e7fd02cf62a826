import { haversine, type Point } from "~/domain/geo/point";
import { distancesBetween } from "./distance";
import { roundTrip } from "./round-trip";

/** Longer than any way round the earth, in metres: so the imagined last place lies beside the first. */
const FAR = 1e9;

/**
 * The places in the order of a short way that begins at `start` and ends anywhere, by great-circle distance. What has no position comes last,
 * as it was given. The same places give the same order.
 */
export function openTour<T>(places: readonly T[], positionOf: (place: T) => Point | null, start: Point | null): T[] {
  const placed = places.flatMap((place) => {
    const at = positionOf(place);
    return at ? [{ place, at }] : [];
  });
  const lost = places.filter((place) => positionOf(place) === null);
  const from = start ?? placed[0]?.at;
  if (!from || placed.length < 2) return [...placed.map(({ place }) => place), ...lost];
  // A round trip over the start, the places, and one imagined place that is near the start alone: cut there, it is the open way.
  const nodes: (Point | null)[] = [from, ...placed.map(({ at }) => at), null];
  const distances = distancesBetween(nodes, (a, b) => (a && b ? haversine(a, b) : (a ?? b) === from ? 0 : FAR));
  const trip = roundTrip(distances).slice(1);
  const way = trip[0] === nodes.length - 1 ? trip.slice(1).reverse() : trip.slice(0, -1);
  return [...way.map((node) => placed[node - 1]!.place), ...lost];
}
