import { boxOf, type Box } from "~/domain/zone/geometry";
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
    const parts = other.area.include.filter((part) => part.kind === "circle" || part.kind === "polygon");
    const shapes = parts.filter((part) => near === null || meets(near, boxOf(part))).map(shapeOf);
    corners += shapes.flat().reduce((sum, ring) => sum + ring.length, 0);
    if (shapes.length === 0) continue;
    if (found.length >= MOST_NEIGHBOURS || corners > MOST_CORNERS) break;
    found.push({ zoneId: other.id, name: other.name, shapes });
  }
  return found;
}

const meets = (one: Box, other: Box): boolean => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

function nearbyBox({ area }: ZoneArea): Box | null {
  const boxes = area.include.flatMap((part) => (part.kind === "circle" || part.kind === "polygon" ? [boxOf(part)] : []));
  if (boxes.length === 0) return null;
  const [west, south] = [Math.min(...boxes.map((box) => box[0])), Math.min(...boxes.map((box) => box[1]))];
  const [east, north] = [Math.max(...boxes.map((box) => box[2])), Math.max(...boxes.map((box) => box[3]))];
  const wide = Math.max(east - west, north - south);
  return [west - wide, south - wide, east + wide, north + wide];
}
