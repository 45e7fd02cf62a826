import { METRES_PER_DEGREE, type Point } from "~/domain/geo/point";
import type { Position } from "./area";
import type { Box } from "./geometry";

/** Rings of positions around one, at shares of how far off it may be. */
const RINGS: readonly { share: number; count: number }[] = [
  { share: 1 / 3, count: 6 },
  { share: 2 / 3, count: 12 },
  { share: 1, count: 18 },
];
/** Of what is drawn nearby so much is looked at besides: small zones that lie between the rings. */
const MOST_DRAWN = 40;

/**
 * Positions at which an address may be that is known to so many metres; the same for the same. `drawn`: the boxes of what is drawn near it,
 * of which each is stood in, or as near to it as may be.
 */
export function* positionsWithin({ latitude, longitude }: Point, metres: number, drawn: readonly Box[]): Generator<Position> {
  const up = metres / METRES_PER_DEGREE;
  const wide = up / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  for (const { share, count } of RINGS)
    for (let at = 0; at < count; at++) {
      const angle = (2 * Math.PI * at) / count;
      yield [longitude + wide * share * Math.cos(angle), latitude + up * share * Math.sin(angle)];
    }
  for (const [west, south, east, north] of drawn.slice(0, MOST_DRAWN)) {
    const [x, y] = [((west + east) / 2 - longitude) / wide, ((south + north) / 2 - latitude) / up];
    const back = Math.max(1, Math.hypot(x, y));
    yield [longitude + (wide * x) / back, latitude + (up * y) / back];
  }
}
