import { haversine, METRES_PER_DEGREE } from "~/domain/geo/point";
import type { AreaPart, Position, Ring } from "./area";
import { isInRing } from "./is-in-ring";

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
