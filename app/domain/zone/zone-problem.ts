import { commissionProblem, type CommissionRule } from "~/domain/rate/commission";
import { tableProblem } from "~/domain/rate/rate-table";
import type { Service } from "~/domain/rate/service";
import type { AreaPart, Ring } from "./area";
import { parsePostalPattern } from "./postal-pattern";
import type { ZoneArea } from "./zone-index";

/** More corners than any hand draws; a country's border in full detail has some ten thousand. */
const MOST_CORNERS = 5_000;
const MOST_METRES = 1_000_000;

type Told = ZoneArea & {
  services: readonly Service[];
  commission: CommissionRule;
  orderMinMinor: number | null;
  orderMaxMinor: number | null;
};
export type ZoneProblem = { code: string; params?: Record<string, string | number> };

/**
 * The first thing for which a zone can't be saved: an area that is empty or can't be read, a table or rule that can't be meant. Codes are
 * `zone_area_missing`, `postal_unreadable` { pattern }, `circle_unreadable`, `polygon_unreadable`, `polygon_too_large` { corners, most },
 * `polygon_crosses_itself`, `service_missing`, `service_twice` { service }, those of the table and the commission, `order_limits_crossed`.
 */
export function zoneProblem({ area, services, commission, orderMinMinor, orderMaxMinor }: Told): ZoneProblem | null {
  if (area.include.length === 0) return { code: "zone_area_missing" };
  const wrong = [...area.include, ...area.exclude].map(partProblem).find((problem) => problem !== null);
  if (wrong) return wrong;
  if (services.length === 0) return { code: "service_missing" };
  const twice = services.find(({ code }, index) => services.findIndex((other) => other.code === code) !== index);
  if (twice) return { code: "service_twice", params: { service: twice.name || twice.code } };
  for (const { name, code, rate } of services) {
    const problem = tableProblem(rate);
    if (problem) return { code: problem.code, params: { service: name || code, row: (problem.row ?? 0) + 1 } };
  }
  const unfair = commissionProblem(commission);
  if (unfair) return { code: unfair, params: { service: "", row: 0 } };
  return orderMinMinor !== null && orderMaxMinor !== null && orderMinMinor > orderMaxMinor ? { code: "order_limits_crossed" } : null;
}

function partProblem(part: AreaPart): ZoneProblem | null {
  switch (part.kind) {
    case "postal":
      return parsePostalPattern(part.pattern) ? null : { code: "postal_unreadable", params: { pattern: part.pattern } };
    case "circle":
      return isOnEarth(part.longitude, part.latitude) && part.metres > 0 && part.metres <= MOST_METRES
        ? null
        : { code: "circle_unreadable" };
    case "polygon":
      return part.rings.length === 0
        ? { code: "polygon_unreadable" }
        : (part.rings.map(ringProblem).find((problem) => problem !== null) ?? null);
    case "place":
    case "country":
      return null;
  }
}

const isOnEarth = (longitude: number, latitude: number): boolean => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;

function ringProblem(ring: Ring): ZoneProblem | null {
  const [first, last] = [ring[0], ring.at(-1)];
  if (ring.length > MOST_CORNERS) return { code: "polygon_too_large", params: { corners: ring.length, most: MOST_CORNERS } };
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
