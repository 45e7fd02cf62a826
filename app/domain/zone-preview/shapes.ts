import { METRES_PER_DEGREE } from "~/domain/geo/point";
import { areaD, areaPathsD, differenceD, FillRule, intersectD, unionD, type PathsD } from "clipper2-ts";
import type { Area, AreaPart, Position, Ring } from "~/domain/zone/area";
import { boxesMeet, drawnIn } from "~/domain/zone/drawn";
import type { Box } from "~/domain/zone/geometry";
import { ringAround } from "~/domain/zone/ring-around";
import { clipRing } from "./clip-ring";

/** Rings by the even-odd rule: a ring within another is a hole. */
export type Shape = readonly Ring[];

/** A hand's breadth on the ground. */
const DECIMALS = 6;
/** What two areas share by less was drawn so by an unsteady hand: half a hectare. */
export const LEAST_SQUARE_KM = 0.005;

export const NOTHING: Shape = [];

export const shapeOf = (part: AreaPart): Shape =>
  part.kind === "polygon" ? part.rings : part.kind === "circle" ? [ringAround(part)] : NOTHING;

const paths = (shape: Shape): PathsD => shape.map((ring) => ring.slice(0, -1).map(([x, y]) => ({ x, y })));
const shape = (all: PathsD): Shape =>
  all.map((path) => {
    const ring = path.map(({ x, y }): Position => [x, y]);
    return [...ring, ring[0]!];
  });

export const shared = (one: Shape, other: Shape): Shape => shape(intersectD(paths(one), paths(other), FillRule.EvenOdd, DECIMALS));
export const without = (one: Shape, other: Shape): Shape => shape(differenceD(paths(one), paths(other), FillRule.EvenOdd, DECIMALS));

/** All at once, each ring turned to the same side: one after another would go over what is together already again and again. */
export function together(all: readonly Shape[]): Shape {
  const some = all.filter(({ length }) => length > 0);
  if (some.length < 2) return some[0] ?? NOTHING;
  return shape(unionD(some.flatMap(turned), [], FillRule.Positive, DECIMALS));
}

/** Outer rings one way, holes the other. */
function turned(one: Shape): PathsD {
  if (one.length > 1) return differenceD(paths([one[0]!]), paths(one.slice(1)), FillRule.EvenOdd, DECIMALS);
  return paths(one).map((path) => (areaD(path) < 0 ? path.reverse() : path));
}

/** What of it lies in a box; a hole lies in its outer ring, and where that is gone there is none. */
function clippedTo(box: Box, [outer, ...holes]: Shape): Shape {
  const ring = outer ? clipRing(box, outer) : [];
  return ring.length === 0 ? NOTHING : [ring, ...holes.map((hole) => clipRing(box, hole)).filter(({ length }) => length > 0)];
}

/** What is drawn of an area, without what is drawn of its exceptions; `within`: only what of it lies in a box. */
export function drawnOf({ include, exclude }: Pick<Area, "include" | "exclude">, within?: Box): Shape {
  const some = (parts: readonly AreaPart[]) =>
    drawnIn(parts).flatMap(({ part, box }) => {
      if (!within) return [shapeOf(part)];
      return boxesMeet(within, box) ? [clippedTo(within, shapeOf(part))] : [];
    });
  const inside = together(some(include));
  const outside = inside.length === 0 ? NOTHING : together(some(exclude));
  return outside.length === 0 ? inside : without(inside, outside);
}

/** Square kilometres on the ground, near enough for a size in words. */
export function squareKm(one: Shape): number {
  if (one.length === 0) return 0;
  const latitude = one[0]![0]![1];
  const kmPerDegree = METRES_PER_DEGREE / 1000;
  return Math.abs(areaPathsD(paths(one))) * kmPerDegree ** 2 * Math.cos((latitude * Math.PI) / 180);
}
