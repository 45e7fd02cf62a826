import type { Position, Ring } from "~/domain/zone/area";
import type { Box } from "~/domain/zone/geometry";

/** One side of a box: whether a position is on its inner side, and where a way from one position to another crosses it. */
type Edge = { isInside: (at: Position) => boolean; crossing: (from: Position, to: Position) => Position };

const edgesOf = ([west, south, east, north]: Box): Edge[] => [
  { isInside: ([x]) => x >= west, crossing: atLongitude(west) },
  { isInside: ([x]) => x <= east, crossing: atLongitude(east) },
  { isInside: ([, y]) => y >= south, crossing: atLatitude(south) },
  { isInside: ([, y]) => y <= north, crossing: atLatitude(north) },
];

const atLongitude =
  (x: number) =>
  ([x1, y1]: Position, [x2, y2]: Position): Position => [x, y1 + ((x - x1) / (x2 - x1)) * (y2 - y1)];
const atLatitude =
  (y: number) =>
  ([x1, y1]: Position, [x2, y2]: Position): Position => [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), y];

/**
 * What of a ring lies in a box, by Sutherland and Hodgman: one ring, whose pieces hang together along the box's border. Empty: nothing. It
 * takes one look at each corner, so that what is cut with it afterwards is small.
 */
export function clipRing(box: Box, ring: Ring): Ring {
  let corners: readonly Position[] = ring.slice(0, -1);
  for (const { isInside, crossing } of edgesOf(box)) {
    const kept: Position[] = [];
    for (const [at, to] of corners.entries()) {
      const from = corners[at === 0 ? corners.length - 1 : at - 1]!;
      if (isInside(from) !== isInside(to)) kept.push(crossing(from, to));
      if (isInside(to)) kept.push(to);
    }
    corners = kept;
  }
  return corners.length < 3 ? [] : [...corners, corners[0]!];
}
