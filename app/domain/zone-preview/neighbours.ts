import { boxAroundAll, boxesMeet, drawnIn } from "~/domain/zone/drawn";
import type { Box } from "~/domain/zone/geometry";
import type { ZoneArea } from "~/domain/zone/zone-index";
import { shapeOf, type Shape } from "./shapes";

/** What another zone has drawn nearby, to be shown beside this one. */
export type Neighbour = { zoneId: string; name: string; shapes: Shape[] };

const MOST_NEIGHBOURS = 60;
const MOST_CORNERS = 15_000;

/** The other zones drawn within three widths of this one; the first of all where nothing of it is drawn yet. */
export function neighboursOf(zone: ZoneArea, others: readonly ZoneArea[]): Neighbour[] {
  const near = nearbyBox(zone);
  const found: Neighbour[] = [];
  let corners = 0;
  for (const other of others) {
    const shapes = drawnIn(other.area.include)
      .filter(({ box }) => near === null || boxesMeet(near, box))
      .map(({ part }) => shapeOf(part));
    corners += shapes.flat().reduce((sum, ring) => sum + ring.length, 0);
    if (shapes.length === 0) continue;
    if (found.length >= MOST_NEIGHBOURS || corners > MOST_CORNERS) break;
    found.push({ zoneId: other.id, name: other.name, shapes });
  }
  return found;
}

function nearbyBox({ area }: ZoneArea): Box | null {
  const boxes = drawnIn(area.include).map(({ box }) => box);
  if (boxes.length === 0) return null;
  const [west, south, east, north] = boxAroundAll(boxes);
  const wide = Math.max(east - west, north - south);
  return [west - wide, south - wide, east + wide, north + wide];
}
