import type { Departure } from "./departure";
import { findZone, type Finding, type MatchedBy, type Place } from "./find-zone";
import { byPriority, type ZoneArea, type ZoneIndex } from "./zone-index";

/** `priority`: another comes first; `exception`: it leaves the place out; `location`: it isn't served from where the goods leave. */
export const LOST_BY = ["priority", "equal", "exception", "location", "inactive"] as const;
export type LostBy = (typeof LOST_BY)[number];
export type Loser<Z> = { zone: Z; lost: LostBy; by: MatchedBy; what: string };
export type Explained<Z> = Finding<Z> & { losers: Loser<Z>[] };

/** The zone of an address, and of every other that would cover it why it is not that one; the nearest to it first. */
export function explainZone<Z extends ZoneArea>(index: ZoneIndex<Z>, place: Place, from: Departure): Explained<Z> {
  const finding = findZone(index, place, from);
  const [winner, ...behind] = finding.matches;
  const found = new Set(finding.matches.map(({ zone }) => zone.id));
  // Whatever covers it when nothing is switched off, left out or served from elsewhere, and not now, lost by one of these.
  const served = new Set(findZone(index, place, null).matches.map(({ zone }) => zone.id));
  const lostOtherwise = findZone(index.opened(), place, null).matches.flatMap(({ zone: { id }, by, what }): Loser<Z>[] => {
    if (found.has(id)) return [];
    const zone = index.all.find((one) => one.id === id)!;
    return [{ zone, by, what, lost: !zone.active ? "inactive" : served.has(id) ? "location" : "exception" }];
  });
  const lostByOrder = behind.map(({ zone, by, what }): Loser<Z> => ({
    ...{ zone, by, what },
    lost: zone.priority === winner?.zone.priority ? "equal" : "priority",
  }));
  return { ...finding, losers: [...lostByOrder, ...lostOtherwise].sort((a, b) => byPriority(a.zone, b.zone)) };
}
