import type { AreaPart, Position } from "~/domain/zone/area";
import { boxOf, isInPolygon } from "~/domain/zone/geometry";

/** A point inside of what is drawn: the middle where that is inside, else one on the way to a corner. */
export function centreOf(part: Extract<AreaPart, { kind: "circle" | "polygon" }>): Position {
  if (part.kind === "circle") return [part.longitude, part.latitude];
  const [west, south, east, north] = boxOf(part);
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  if (isInPolygon(part, middle)) return middle;
  const ring = part.rings[0] ?? [];
  // Between two corners that aren't neighbours, near one of them: some of these are inside of any polygon.
  const between = ring.flatMap((one, at) => {
    const other = ring[(at + 2) % ring.length]!;
    return [0.5, 0.1].map((share): Position => [one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share]);
  });
  return between.find((point) => isInPolygon(part, point)) ?? middle;
}
