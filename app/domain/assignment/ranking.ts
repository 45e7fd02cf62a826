import type { Verdict, WonBy } from "./choice";
import type { Strategy } from "./terms";

/** A courier who may take a delivery, as they compare with the others. `position`: in the zone's list, of which no two are the same. */
export type Standing = { openStops: number; isNear: boolean; stopsThisWeek: number; position: number; lastGiven: number };

/** Smaller is better; `lost` says it of who comes later by it, `won` of the first. */
type Criterion = { of(standing: Standing): number; lost: Verdict; won: WonBy };

const BY_LIST: Criterion = { of: ({ position }) => position, lost: "later_in_list", won: "first_of_equals" };

/** By what couriers are compared, one after the other. Open load comes first where it is to be even: everything else only decides between equals. */
const CRITERIA: Record<Exclude<Strategy, "manual">, readonly Criterion[]> = {
  balanced: [
    { of: ({ openStops }) => openStops, lost: "more_open_stops", won: "least_loaded" },
    { of: ({ isNear }) => (isNear ? 0 : 1), lost: "not_near", won: "near_its_stops" },
    { of: ({ stopsThisWeek }) => stopsThisWeek, lost: "more_this_week", won: "least_this_week" },
    BY_LIST,
  ],
  first_in_list: [{ ...BY_LIST, won: "first_in_list" }],
  round_robin: [{ of: ({ lastGiven }) => lastGiven, lost: "later_in_turn", won: "next_in_turn" }, BY_LIST],
};

/** The best of some couriers (at least one), why each of the others is not, and by what the best came before the one nearest to it. */
export function rank(
  strategy: Exclude<Strategy, "manual">,
  standings: readonly Standing[],
): { best: number; lost: (Verdict | null)[]; won: WonBy } {
  const criteria = CRITERIA[strategy];
  const scores = standings.map((standing) => criteria.map((criterion) => criterion.of(standing)));
  let best = 0;
  for (let at = 1; at < scores.length; at++) {
    const by = firstDifference(scores[at]!, scores[best]!);
    if (by >= 0 && scores[at]![by]! < scores[best]![by]!) best = at;
  }
  let deepest = 0;
  const lost = scores.map((score, at) => {
    if (at === best) return null;
    const by = firstDifference(score, scores[best]!);
    deepest = Math.max(deepest, by);
    return criteria[by]!.lost;
  });
  return { best, lost, won: standings.length === 1 ? "only_courier" : criteria[deepest]!.won };
}

/** Which criterion tells two couriers apart; their positions always do. */
function firstDifference(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return at;
  return -1;
}
