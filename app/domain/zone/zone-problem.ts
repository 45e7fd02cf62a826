import { commissionProblem, type CommissionRule } from "~/domain/rate/commission";
import { tableProblem } from "~/domain/rate/rate-table";
import type { Service } from "~/domain/rate/service";
import { drawnProblem, sizeProblem } from "./drawn-problem";
import { cornersIn, drawnIn } from "./drawn";
import { partProblem, type PartProblem } from "./part-problem";
import type { ZoneArea } from "./zone-index";

type Told = ZoneArea & {
  services: readonly Service[];
  commission: CommissionRule;
  orderMinMinor: number | null;
  orderMaxMinor: number | null;
};
export type ZoneProblem = PartProblem;

/**
 * The first thing for which a zone can't be saved: an area that is empty or can't be read, a table or rule that can't be meant. Codes are
 * `zone_area_missing`, sizeProblem's, partProblem's, drawnProblem's, `service_missing`, `service_twice` { service }, those of the table and the commission, `order_limits_crossed`.
 */
export function zoneProblem({ area, services, commission, orderMinMinor, orderMaxMinor }: Told): ZoneProblem | null {
  if (area.include.length === 0) return { code: "zone_area_missing" };
  const parts = [...area.include, ...area.exclude];
  const size = sizeProblem({ areas: drawnIn(parts).length, corners: cornersIn(parts) });
  const wrong = size ?? parts.map(partProblem).find((problem) => problem !== null) ?? drawnProblem(area);
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
