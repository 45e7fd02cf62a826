import { METRES_PER_DEGREE } from "~/domain/geo/point";
import { areaPathsD, differenceD, FillRule, intersectD, unionD, type PathsD } from "clipper2-ts";
import type { Area, AreaPart, Position, Ring } from "~/domain/zone/area";
import { ringAround } from "~/domain/zone/ring-around";

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
export const together = (all: readonly Shape[]): Shape =>
  all.reduce((sum, one) => (sum.length === 0 ? one : shape(unionD(paths(sum), paths(one), FillRule.EvenOdd, DECIMALS))), NOTHING);

/** What is drawn of an area, without what is drawn of its exceptions. */
export function drawnOf({ include, exclude }: Pick<Area, "include" | "exclude">): Shape {
  const inside = together(include.map(shapeOf).filter(({ length }) => length > 0));
  const outside = together(exclude.map(shapeOf).filter(({ length }) => length > 0));
  return inside.length === 0 || outside.length === 0 ? inside : without(inside, outside);
}

/** Square kilometres on the ground, near enough for a size in words. */
export function squareKm(one: Shape): number {
  if (one.length === 0) return 0;
  const latitude = one[0]![0]![1];
  const kmPerDegree = METRES_PER_DEGREE / 1000;
  return Math.abs(areaPathsD(paths(one))) * kmPerDegree ** 2 * Math.cos((latitude * Math.PI) / 180);
}
