import type { AreaPart } from "./area";
import { boxOf, type Box } from "./geometry";

export type Drawn = Extract<AreaPart, { kind: "circle" | "polygon" }>;
export type Boxed = { part: Drawn; box: Box };

/** Parts don't change, and their boxes are asked for at every turn. */
const kept = new WeakMap<readonly AreaPart[], readonly Boxed[]>();

/** What is drawn among the parts of an area, each with its box. */
export function drawnIn(parts: readonly AreaPart[]): readonly Boxed[] {
  const known = kept.get(parts);
  if (known) return known;
  const drawn = parts.flatMap((part) => (part.kind === "circle" || part.kind === "polygon" ? [{ part, box: boxOf(part) }] : []));
  kept.set(parts, drawn);
  return drawn;
}

/** Corners that are drawn, of what is inside and of what is left out; a closed ring's first counts once, a circle has none. */
export const cornersIn = (parts: readonly AreaPart[]): number =>
  parts.reduce((sum, part) => sum + (part.kind === "polygon" ? ringCorners(part.rings) : 0), 0);

const ringCorners = (rings: Extract<AreaPart, { kind: "polygon" }>["rings"]): number =>
  rings.reduce((sum, ring) => sum + Math.max(0, ring.length - 1), 0);

/** The box of several; of none it holds nothing. */
export const boxAroundAll = (boxes: readonly Box[]): Box =>
  boxes.reduce(
    ([west, south, east, north], box) => [Math.min(west, box[0]), Math.min(south, box[1]), Math.max(east, box[2]), Math.max(north, box[3])],
    [180, 90, -180, -90],
  );

/** Whether boxes share more than a border. */
export const boxesMeet = (one: Box, other: Box): boolean =>
  one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
