import type { AreaPart, Ring } from "./area";
import { crossingsOf } from "./crossings";
import { cornersIn } from "./drawn";
import { isEverything, parsePostalPattern } from "./postal-pattern";

/** More than any hand draws, and few enough to be looked at for every address. */
export const MOST_CORNERS = 2_000;
/** Sides whose boxes meet: a drawing with more lies so close to itself that nobody can say what is in it. */
const MOST_MEETS = 200_000;
const MOST_METRES = 1_000_000;

export type PartProblem = { code: string; params?: Record<string, string | number> };

/** A part doesn't change, and to look whether it crosses itself takes time. */
const judged = new WeakMap<AreaPart, PartProblem | null>();

/**
 * Why a part of an area can't be meant: `postal_unreadable` { pattern }, `postal_everything` { pattern }, `circle_unreadable`,
 * `polygon_unreadable`, `polygon_too_large` { corners, most }, `polygon_crosses_itself`, `polygon_tangled`. Null: it can.
 */
export function partProblem(part: AreaPart): PartProblem | null {
  const known = judged.get(part);
  if (known !== undefined) return known;
  const problem = judge(part);
  judged.set(part, problem);
  return problem;
}

function judge(part: AreaPart): PartProblem | null {
  switch (part.kind) {
    case "postal":
      if (isEverything(part.pattern)) return { code: "postal_everything", params: { pattern: part.pattern } };
      return parsePostalPattern(part.pattern) ? null : { code: "postal_unreadable", params: { pattern: part.pattern } };
    case "circle":
      return isOnEarth(part.longitude, part.latitude) && part.metres > 0 && part.metres <= MOST_METRES
        ? null
        : { code: "circle_unreadable" };
    case "polygon":
      if (cornersIn([part]) > MOST_CORNERS)
        return { code: "polygon_too_large", params: { corners: cornersIn([part]), most: MOST_CORNERS } };
      return part.rings.length > 0 && part.rings.every(isRing) ? crossingProblem(part.rings) : { code: "polygon_unreadable" };
    case "place":
    case "country":
      return null;
  }
}

const isOnEarth = (longitude: number, latitude: number): boolean => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;

function isRing(ring: Ring): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length >= 4 && first![0] === last![0] && first![1] === last![1] && ring.every(([x, y]) => isOnEarth(x, y));
}

function crossingProblem(rings: readonly Ring[]): PartProblem | null {
  const found = crossingsOf(rings, { crosses: MOST_MEETS, meets: MOST_MEETS });
  if (!found) return { code: "polygon_tangled" };
  return found.touches ? { code: "polygon_crosses_itself" } : null;
}
