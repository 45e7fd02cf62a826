import type { Choice, Considered } from "./choice";
import { rank } from "./ranking";
import { Member, type Nobody, type Scene, type Task, type Worker } from "./roster";

/**
 * Gives deliveries to couriers: hard limits first, then the zone's strategy. The batch is sorted before, so that the same deliveries and
 * couriers give the same result in whatever order they come. Of each courier it is said why (not). The answer
 * is in the order in which they were given.
 */
export function assignBatch(tasks: readonly Task[], workers: readonly Worker[], scene: Scene): Map<string, Choice> {
  const members = new Map(workers.map((worker) => [worker.courierId, new Member(worker, scene)]));
  const listed = new Map<string, Member[]>();
  const choices = new Map<string, Choice>();
  for (const [turn, task] of [...tasks].sort(byRank).entries()) {
    const { id, courierIds } = task.zone;
    if (!listed.has(id))
      listed.set(
        id,
        courierIds.flatMap((courierId) => members.get(courierId) ?? []),
      );
    choices.set(task.id, choose(task, listed.get(id)!, scene, scene.now.getTime() + turn));
  }
  return choices;
}

const byRank = (a: Task, b: Task): number => (a.rank === b.rank ? (a.id < b.id ? -1 : 1) : a.rank < b.rank ? -1 : 1);

function choose(task: Task, members: readonly Member[], scene: Scene, turn: number): Choice {
  const strategy = task.zone.strategy ?? scene.rules.strategy;
  const limits = members.map((member) => member.limitFor(task));
  const free = members.flatMap((_member, at) => (limits[at]!.limit === null ? [at] : []));
  const isDecided = free.length > 0 && strategy !== "manual";
  const ranked = isDecided
    ? rank(
        strategy,
        free.map((at) => members[at]!.standing(task, at)),
      )
    : null;
  const placeAmongFree = new Map(free.map((at, place) => [at, place]));
  const considered = members.map((member, at) => {
    const { limit, freeFrom } = limits[at]!;
    if (limit) return member.considered(limit, freeFrom);
    return member.considered(ranked ? (ranked.lost[placeAmongFree.get(at)!] ?? "chosen") : "may_take");
  });
  if (!ranked) return nobody(task, considered, limits, free.length);
  const chosen = members[free[ranked.best]!]!;
  const params = { courier: chosen.worker.name, open: chosen.work.openStops };
  chosen.take(task, turn);
  return { courierId: chosen.worker.courierId, code: ranked.won, params, considered };
}

function nobody({ zone }: Task, considered: Considered[], limits: readonly { freeFrom: Date | null }[], free: number): Nobody {
  const none = { courierId: null, considered, freeFrom: null } as const;
  if (considered.every(({ verdict }) => verdict === "inactive"))
    return { ...none, code: "zone_without_courier", params: { zone: zone.name } };
  if (free > 0) return { ...none, code: "assign_by_hand", params: { zone: zone.name, count: free } };
  const [first = null] = limits.flatMap(({ freeFrom }) => freeFrom ?? []).sort((a, b) => a.getTime() - b.getTime());
  const params = { zone: zone.name, limits: countsOf(considered), freeFrom: first?.toISOString() ?? "" };
  return { ...none, code: "nobody_eligible", params, freeFrom: first };
}

/** "off_shift:2,too_heavy:1", the most frequent first. */
function countsOf(considered: readonly Considered[]): string {
  const counts = new Map<string, number>();
  for (const { verdict } of considered) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...counts]
    .sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
    .map(([verdict, count]) => `${verdict}:${count}`)
    .join();
}
