import { pathOf, type Gazetteer, type GazetteerPlace, type PlaceKind } from "~/domain/gazetteer/gazetteer";
import { haversine, type Point } from "~/domain/geo/point";
import type { KnownPosition } from "./known-position";

/** How far from the middle of a place most of its addresses are at most; a province has no middle worth having. */
const REACH_METRES: Record<PlaceKind, number | null> = { province: null, canton: 5_000, town: 3_000, parish: 3_000, quarter: 1_500 };

/**
 * The middle of the nearest place that the map has one of, where it is small enough to have one worth having, and how far off an address may be
 * from it: of a quarter it is that of its town.
 */
export function middleOf(path: readonly GazetteerPlace[]): KnownPosition | null {
  for (const { kind, latitude, longitude } of path) {
    const metres = REACH_METRES[kind];
    if (metres !== null && latitude !== null && longitude !== null) return { latitude, longitude, source: "place", metres };
  }
  return null;
}

/** Neighbouring towns grow together, and their middles say little of where the border is. */
const BORDER_METRES = 5_000;
const BORDER_TIMES = 2;

/**
 * Whether a point surely lies outside a place (the nearest of the path whose towns the map knows): other places' towns are much nearer to it
 * than the place's own. No map of ours has borders. False where that can't be told.
 */
export function isOutside(gazetteer: Gazetteer, path: readonly GazetteerPlace[], point: Point): boolean {
  for (const place of path) {
    if (place.kind === "province") return false;
    const { own, other } = nearestTo(gazetteer, place, point);
    if (own < Infinity) return own > BORDER_TIMES * other + BORDER_METRES;
  }
  return false;
}

/** Metres to the nearest town of a place, and to the nearest that lies elsewhere. */
function nearestTo(gazetteer: Gazetteer, place: GazetteerPlace, point: Point): { own: number; other: number } {
  const nearest = { own: Infinity, other: Infinity };
  for (const town of gazetteer.byId.values()) {
    const { latitude, longitude } = town;
    if (latitude === null || longitude === null) continue;
    const whose = pathOf(gazetteer, town).includes(place) ? "own" : "other";
    nearest[whose] = Math.min(nearest[whose], haversine({ latitude, longitude }, point));
  }
  return nearest;
}
