import { haversine, type Point } from "~/domain/geo/point";
import { isCoarse, type KnownPosition } from "./known-position";

/** A place at which a courier confirmed a delivery. */
export type Confirmed = Point & { metres: number };

/**
 * What is remembered of an address. `point` null: a geocoder was asked and knew nothing; or nobody told (`place`), and the few who confirmed
 * did so elsewhere than the address says.
 */
export type Remembered = {
  source: "delivered" | "shopify" | "geocoder" | "place";
  point: Point | null;
  /** How far off it may be. */
  metres: number;
  /** The last of the accurate ones, the oldest first. */
  confirmed: readonly Confirmed[];
  updatedAt: Date;
};

const ACCURATE_METRES = 100;
const MOST_SAMPLES = 9;
/** So many agree against what was told, and so far off counts as otherwise. */
const ENOUGH_SAMPLES = 3;
const FAR_METRES = 2_000;
/** No telephone knows better between houses. */
const LEAST_METRES = 20;
/** How well Shopify knows an address that it tells the position of. */
const SHOPIFY_METRES = 200;

const DAY = 86_400_000;
const FOUND_DAYS = 180;
const UNKNOWN_DAYS = 7;

type Accurate = Point & { accuracyMetres: number | null };
/** Whether a point surely lies elsewhere than the address says. */
type Elsewhere = (point: Point) => boolean;
type Circumstances = { now: Date; isElsewhere: Elsewhere };

/**
 * With one more confirmation; as it was where that is not accurate. The middle one of several counts, so that a single one that is wrong
 * doesn't. Where it was told otherwise, it takes several: one may have been pressed farther down the road, or at home. What nobody told is
 * what the address says.
 */
export function withConfirmed(known: Remembered | null, at: Accurate, { now, isElsewhere }: Circumstances): Remembered | null {
  const { latitude, longitude, accuracyMetres: metres } = at;
  if (metres === null || metres > ACCURATE_METRES) return known;
  const confirmed = [...(known?.confirmed ?? []), { latitude, longitude, metres }].slice(-MOST_SAMPLES);
  const point = { latitude: median(confirmed.map((one) => one.latitude)), longitude: median(confirmed.map((one) => one.longitude)) };
  if (confirmed.length < ENOUGH_SAMPLES && isToldOtherwise(known, point, isElsewhere))
    return known && known.source !== "place" ? { ...known, confirmed } : { ...UNTOLD, confirmed, updatedAt: now };
  const spread = confirmed.length === 1 ? metres : median(confirmed.map((one) => haversine(one, point)));
  return { source: "delivered", point, metres: Math.max(LEAST_METRES, Math.round(spread)), confirmed, updatedAt: now };
}

/**
 * Without a confirmation that was taken back; as it was where that is none of the last. Null: it was the only one, and what was known before it is
 * not known any more.
 */
export function withoutConfirmed(known: Remembered, { latitude, longitude }: Point): Remembered | null {
  const at = known.confirmed.findLastIndex((one) => one.latitude === latitude && one.longitude === longitude);
  if (at < 0) return known;
  const confirmed = known.confirmed.filter((_one, index) => index !== at);
  if (known.source !== "delivered") return { ...known, confirmed };
  if (confirmed.length === 0) return null;
  const point = { latitude: median(confirmed.map((one) => one.latitude)), longitude: median(confirmed.map((one) => one.longitude)) };
  return { ...known, confirmed, point };
}

const UNTOLD = { source: "place", point: null, metres: 0 } as const;

function isToldOtherwise(known: Remembered | null, point: Point, isElsewhere: Elsewhere): boolean {
  if (known?.source === "delivered") return false;
  const isTold = known?.point && !isCoarse({ source: SOURCES[known.source], metres: known.metres });
  return isTold ? haversine(point, known.point!) > FAR_METRES : isElsewhere(point);
}

/** With what a geocoder answered, null where it knew nothing; who told better meanwhile stays, and who confirmed elsewhere. */
export const withHeard = (known: Remembered | null, found: { point: Point; metres: number } | null, now: Date): Remembered =>
  known?.source === "delivered" || known?.source === "shopify"
    ? known
    : { source: "geocoder", point: null, metres: 0, ...found, confirmed: known?.confirmed ?? [], updatedAt: now };

/** With what Shopify told on an order: worth more than a geocoder's answer, less than somebody who stood there. */
export const withTold = (known: Remembered | null, { latitude, longitude }: Point, now: Date): Remembered =>
  known?.source === "delivered"
    ? known
    : { source: "shopify", point: { latitude, longitude }, metres: SHOPIFY_METRES, confirmed: known?.confirmed ?? [], updatedAt: now };

/** Whether a geocoder need not be asked: it, or somebody better, has answered lately. No more than a town is asked for again as soon as nothing. */
export function isStillGood({ source, point, metres, updatedAt }: Remembered, now: Date): boolean {
  if (source === "place") return false;
  const days = point && !isCoarse({ source: "geocoder", metres }) ? FOUND_DAYS : UNKNOWN_DAYS;
  return source !== "geocoder" || now.getTime() - updatedAt.getTime() < days * DAY;
}

const SOURCES = { delivered: "remembered", shopify: "shopify", geocoder: "geocoder", place: "place" } as const;

/** The position that zones are asked with: that of a delivery, else the one told with this very order, else what is remembered. */
export function positionFrom(known: Remembered | null, told: Point | null, now: Date): KnownPosition | null {
  if (told && known?.source !== "delivered") return { latitude: told.latitude, longitude: told.longitude, source: "shopify" };
  if (!known?.point || !isStillGood(known, now)) return null;
  return { ...known.point, source: SOURCES[known.source], metres: known.metres };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
