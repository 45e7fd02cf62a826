import type { AreaPart, Ring } from "./area";
import { isEverything, parsePostalPattern } from "./postal-pattern";

/** More than any hand draws, and few enough to be looked at for every address. */
export const MOST_CORNERS = 2_000;
export const MOST_ZONE_CORNERS = 20_000;
const MOST_METRES = 1_000_000;

export type PartProblem = { code: string; params?: Record<string, string | number> };

export const cornersIn = (part: AreaPart): number =>
  part.kind === "polygon" ? part.rings.reduce((sum, ring) => sum + Math.max(0, ring.length - 1), 0) : 0;

/**
 * Why a part of an area can't be meant: `postal_unreadable` { pattern }, `postal_everything` { pattern }, `circle_unreadable`,
 * `polygon_unreadable`, `polygon_too_large` { corners, most }, `polygon_crosses_itself`. Null: it can.
 */
export function partProblem(part: AreaPart): PartProblem | null {
  switch (part.kind) {
    case "postal":
      if (isEverything(part.pattern)) return { code: "postal_everything", params: { pattern: part.pattern } };
      return parsePostalPattern(part.pattern) ? null : { code: "postal_unreadable", params: { pattern: part.pattern } };
    case "circle":
      return isOnEarth(part.longitude, part.latitude) && part.metres > 0 && part.metres <= MOST_METRES
        ? null
        : { code: "circle_unreadable" };
    case "polygon":
      if (cornersIn(part) > MOST_CORNERS) return { code: "polygon_too_large", params: { corners: cornersIn(part), most: MOST_CORNERS } };
      return part.rings.length === 0
        ? { code: "polygon_unreadable" }
        : (part.rings.map(ringProblem).find((problem) => problem !== null) ?? null);
    case "place":
    case "country":
      return null;
  }
}

const isOnEarth = (longitude: number, latitude: number): boolean => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;

function ringProblem(ring: Ring): PartProblem | null {
  const [first, last] = [ring[0], ring.at(-1)];
  if (ring.length < 4 || !first || !last || first[0] !== last[0] || first[1] !== last[1]) return { code: "polygon_unreadable" };
  if (!ring.every(([x, y]) => isOnEarth(x, y))) return { code: "polygon_unreadable" };
  return crossesItself(ring) ? { code: "polygon_crosses_itself" } : null;
}

/** Whether two sides that don't follow each other touch. Sides are swept by their western end, so that few are compared. */
function crossesItself(ring: Ring): boolean {
  const sides = ring.slice(1).map((to, index) => ({ from: ring[index]!, to, index }));
  const west = ({ from, to }: (typeof sides)[number]) => Math.min(from[0], to[0]);
  const east = ({ from, to }: (typeof sides)[number]) => Math.max(from[0], to[0]);
  sides.sort((a, b) => west(a) - west(b));
  const isNext = (a: number, b: number) => Math.abs(a - b) === 1 || Math.abs(a - b) === ring.length - 2;
  return sides.some((side, at) => {
    for (let other = at + 1; other < sides.length && west(sides[other]!) <= east(side); other++)
      if (!isNext(side.index, sides[other]!.index) && touch(side, sides[other]!)) return true;
    return false;
  });
}

type Side = { from: Ring[number]; to: Ring[number] };

function touch({ from: a, to: b }: Side, { from: c, to: d }: Side): boolean {
  const turn = (p: Ring[number], q: Ring[number], r: Ring[number]) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (abc === 0 && abd === 0) return isBetween(a, b, c) || isBetween(a, b, d) || isBetween(c, d, a);
  return abc !== abd && cda !== cdb;
}

const isBetween = (a: Ring[number], b: Ring[number], p: Ring[number]): boolean =>
  p[0] >= Math.min(a[0], b[0]) && p[0] <= Math.max(a[0], b[0]) && p[1] >= Math.min(a[1], b[1]) && p[1] <= Math.max(a[1], b[1]);
