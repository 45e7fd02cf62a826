import type { Departure } from "./departure";
import { findZone, type Finding, type MatchedBy, type Place } from "./find-zone";
import { byPriority, zoneIndex, type ZoneArea, type ZoneIndex } from "./zone-index";

/** `priority`: another comes first; `exception`: it leaves the place out; `location`: it isn't served from where the goods leave. */
export const LOST_BY = ["priority", "equal", "exception", "location", "inactive"] as const;
export type LostBy = (typeof LOST_BY)[number];
export type Loser<Z> = { zone: Z; lost: LostBy; by: MatchedBy; what: string };
export type Explained<Z> = Finding<Z> & { losers: Loser<Z>[] };

/** The zone of an address, and of every other that would cover it why it is not that one; the nearest to it first. `zones`: all of the shop. */
export function explainZone<Z extends ZoneArea>(index: ZoneIndex<Z>, zones: readonly Z[], place: Place, from: Departure): Explained<Z> {
  const finding = findZone(index, place, from);
  const [winner, ...behind] = finding.matches;
  const found = new Set(finding.matches.map(({ zone }) => zone.id));
  // As if nothing were left out, switched off or served from elsewhere: whatever covers it then and not now lost by one of these.
  const originals = new Map(zones.map((zone) => [zone.id, zone]));
  const open = zones.map((zone) => ({ ...zone, active: true, locationGids: [], area: { ...zone.area, exclude: [] } }));
  const served = new Set(findZone(index, place, null).matches.map(({ zone }) => zone.id));
  const lostOtherwise = findZone(zoneIndex(open, index.gazetteers), place, null).matches.flatMap(
    ({ zone: { id }, by, what }): Loser<Z>[] => {
      const zone = originals.get(id)!;
      if (found.has(id)) return [];
      return [{ zone, by, what, lost: !zone.active ? "inactive" : served.has(id) ? "location" : "exception" }];
    },
  );
  const lostByOrder = behind.map(({ zone, by, what }): Loser<Z> => ({
    ...{ zone, by, what },
    lost: zone.priority === winner?.zone.priority ? "equal" : "priority",
  }));
  return { ...finding, losers: [...lostByOrder, ...lostOtherwise].sort((a, b) => byPriority(a.zone, b.zone)) };
}
