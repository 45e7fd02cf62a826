import type { Point } from "~/domain/geo/point";
import { dueOf } from "../due";
import type { Day, StopView } from "../protocol";

/** A place on the map: all that is to be brought, or was brought, there. `metres`: how far off it may be. */
export type Spot = Point & { key: string; metres: number; isDone: boolean; stops: Numbered[] };
/** `number`: as the list calls it; null: it is done. */
export type Numbered = { number: number | null; card: StopView };

/** `line`: from stop to stop in their order. `unplaced`: of which nobody knows where they are. */
export type Spots = { spots: Spot[]; line: Point[]; unplaced: Numbered[] };

/** What Shopify tells of an address lies within a block or so. */
const TOLD_METRES = 200;

/** The day as a map shows it. `clockDay`: see `dueOf`. */
export function spotsOf(day: Pick<Day, "pending" | "done" | "money">, clockDay: string | null): Spots {
  const { today } = dueOf(day, clockDay);
  const spots = [...together(today), ...together(day.done.map((card) => ({ card, number: null })))];
  const unplaced = today.filter(({ card }) => placeOf(card) === null);
  return { spots, unplaced, line: today.flatMap(({ card }) => placeOf(card) ?? []) };
}

/** Doors at one address share a marker: two on top of each other hide one. */
function together(stops: readonly Numbered[]): Spot[] {
  const spots = new Map<string, Spot>();
  for (const stop of stops) {
    const place = placeOf(stop.card);
    if (!place) continue;
    const isDone = stop.number === null;
    const key = `${isDone ? "done " : ""}${keyOf(place)}`;
    const spot = spots.get(key) ?? { ...place, key, isDone, stops: [] };
    spot.stops.push(stop);
    spots.set(key, spot);
  }
  return [...spots.values()];
}

/** A metre or so. */
const keyOf = ({ latitude, longitude }: Point): string => `${latitude.toFixed(5)},${longitude.toFixed(5)}`;

function placeOf({ known, position }: StopView): (Point & { metres: number }) | null {
  if (known) return known;
  return position ? { ...position, metres: TOLD_METRES } : null;
}
