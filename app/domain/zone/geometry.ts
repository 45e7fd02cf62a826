import { haversine, METRES_PER_DEGREE } from "~/domain/geo/point";
import type { AreaPart, Position, Ring } from "./area";

type Circle = Extract<AreaPart, { kind: "circle" }>;
type Polygon = Extract<AreaPart, { kind: "polygon" }>;
/** West, south, east, north, in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export function boxOf(part: Circle | Polygon): Box {
  if (part.kind === "polygon") return boxAround(part.rings[0] ?? []);
  const { latitude, longitude, metres } = part;
  const up = metres / METRES_PER_DEGREE;
  // Towards the poles a degree of longitude shrinks; beyond them a circle is everywhere.
  const wide = up / Math.max(0.01, Math.cos((Math.min(89, Math.abs(latitude) + up) * Math.PI) / 180));
  return [longitude - wide, latitude - up, longitude + wide, latitude + up];
}

export function boxAround(ring: Ring): Box {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [longitude, latitude] of ring) {
    if (longitude < west) west = longitude;
    if (longitude > east) east = longitude;
    if (latitude < south) south = latitude;
    if (latitude > north) north = latitude;
  }
  return [west, south, east, north];
}

export const isInBox = ([west, south, east, north]: Box, [longitude, latitude]: Position): boolean =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north;

export const isInCircle = ({ latitude, longitude, metres }: Circle, [x, y]: Position): boolean =>
  haversine({ latitude, longitude }, { latitude: y, longitude: x }) <= metres;

/** Inside the outer ring and in none of the holes. */
export const isInPolygon = ({ rings: [outer, ...holes] }: Polygon, position: Position): boolean =>
  outer !== undefined && isInRing(outer, position) && !holes.some((hole) => isInRing(hole, position));

/** Crossings of a ray to the east; a position on the western or southern edge is inside, so that neighbours share none. */
function isInRing(ring: Ring, [x, y]: Position): boolean {
  let isInside = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [x1, y1] = ring[at]!;
    const [x2, y2] = ring[before]!;
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside;
  }
  return isInside;
}
