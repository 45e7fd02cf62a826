/** A courier as the choice sees them. `openStops`: not yet done; `stopsToday`: given since the shop's midnight, against `capacity`. */
export type Candidate = { courierId: string; name: string; active: boolean; openStops: number; stopsToday: number; capacity: number };

export type Verdict = "chosen" | "more_open_stops" | "capacity_reached" | "inactive" | "later_in_order";
export type Considered = { courierId: string; name: string; openStops: number; capacity: number; verdict: Verdict };

export type Choice =
  | { courierId: string; code: "only_courier" | "least_loaded"; params: { courier: string; open: number }; considered: Considered[] }
  | { courierId: null; code: "zone_without_courier" | "capacity_reached"; params: Record<string, never>; considered: Considered[] };

/** Fewest open stops first, then fewest today, then by id: the same candidates give the same courier in any order. */
const byLoad = (a: Candidate, b: Candidate): number =>
  a.openStops - b.openStops || a.stopsToday - b.stopsToday || (a.courierId < b.courierId ? -1 : 1);

/** Chooses among a zone's couriers by open load, within daily capacity, and says of each why (not). */
export function chooseCourier(candidates: readonly Candidate[]): Choice {
  const eligible = candidates.filter((c) => c.active && c.stopsToday < c.capacity).sort(byLoad);
  const [chosen] = eligible;
  const considered = [...candidates].sort(byLoad).map((c): Considered => ({
    courierId: c.courierId,
    name: c.name,
    openStops: c.openStops,
    capacity: c.capacity,
    verdict: verdictOf(c, chosen),
  }));
  if (!chosen)
    return {
      courierId: null,
      code: candidates.some((c) => c.active) ? "capacity_reached" : "zone_without_courier",
      params: {},
      considered,
    };
  return {
    courierId: chosen.courierId,
    code: eligible.length === 1 ? "only_courier" : "least_loaded",
    params: { courier: chosen.name, open: chosen.openStops },
    considered,
  };
}

function verdictOf(candidate: Candidate, chosen: Candidate | undefined): Verdict {
  if (candidate.courierId === chosen?.courierId) return "chosen";
  if (!candidate.active) return "inactive";
  if (candidate.stopsToday >= candidate.capacity) return "capacity_reached";
  return chosen && candidate.openStops > chosen.openStops ? "more_open_stops" : "later_in_order";
}
