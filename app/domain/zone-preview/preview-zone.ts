import { foldName, unitIn } from "~/domain/gazetteer/fold-name";
import type { Gazetteer } from "~/domain/gazetteer/gazetteer";
import { findZone, type Place } from "~/domain/zone/find-zone";
import { writtenParts } from "~/domain/zone/zone-summary";
import { byPriority, zoneIndex, type ZoneArea, type ZoneIndex } from "~/domain/zone/zone-index";
import { gapsAround, type Gap } from "./gaps";
import { neighboursOf, type Neighbour } from "./neighbours";
import { overlapsOf, type Overlap } from "./overlaps";
import { ownProbes, probesIn, probesOf, type Probe } from "./probes";
import { servesWherever, shareLocations } from "./served-from";
import { hiddenBehind } from "./unreachable";

/** What a zone would do among the others. */
export type ZonePreview = {
  overlaps: Overlap[];
  gaps: Gap[];
  /** The zones before it everywhere: it would never win. Null: it wins somewhere. */
  hiddenBehind: string[] | null;
  /** Other zones that would never win any more. */
  hides: string[];
  /** Names that no map knows: only who writes just so is inside. */
  unknownNames: string[];
  /** Of the addresses of recent orders: how many there are, lie in this zone, and in none. */
  orders: { looked: number; inside: number; nowhere: number };
  neighbours: Neighbour[];
};

/** Addresses of a zone that covers a country are tried at so many places. */
const MOST_PROBES = 250;
const MOST_HIDDEN = 10;

/** Looks at a zone as if it were saved as it is; the same for the same zones, map and addresses. An inactive zone is looked at as if it were active. */
export function previewZone<Z extends ZoneArea>(
  zone: Z,
  known: readonly Z[],
  gazetteers: ReadonlyMap<string, Gazetteer>,
  addresses: readonly Place[],
): ZonePreview {
  const active = { ...zone, active: true };
  const others = known.filter(({ id, active: isActive }) => id !== zone.id && isActive);
  const all = zoneIndex([...others, active], gazetteers);
  const gazetteer = gazetteers.get(zone.area.countryCode);
  const probes = coveredBy(active, all, gazetteer);
  const beside = others.filter((other) => shareLocations(zone, other));
  const overlaps = overlapsOf(active, beside.length === others.length ? all : zoneIndex([...beside, active], gazetteers), probes);
  const behind = overlaps.filter(({ wins }) => wins === "this").slice(0, MOST_HIDDEN);
  const hiding = (one: Z, among: readonly Z[]) => {
    // Where it wins among all it wins among fewer: mostly that is seen at once.
    if (ownProbes(one, gazetteer).some(({ place }) => findZone(all, place).matches[0]?.zone.id === one.id)) return null;
    const before = among.filter((other) => other.id === one.id || servesWherever(other, one));
    return hiddenBehind(one, { all: zoneIndex(before, gazetteers), probes: coveredBy(one, all, gazetteer) });
  };
  const found = addresses.map((place) => findZone(all, place).matches[0]?.zone.id);
  return {
    overlaps,
    gaps: gazetteer ? gapsAround(all, probes, probesOf(gazetteer), gazetteer) : [],
    hiddenBehind: hiding(active, [...others, active]),
    hides: behind.flatMap(({ zoneId }) => {
      const other = others.find(({ id }) => id === zoneId)!;
      return hiding(other, [...others, active]) && !hiding(other, others) ? [other.name] : [];
    }),
    unknownNames: unknownNames(zone, gazetteer),
    orders: {
      looked: found.length,
      inside: found.filter((id) => id === zone.id).length,
      nowhere: found.filter((id) => id === undefined).length,
    },
    neighbours: neighboursOf(zone, [...others].sort(byPriority)),
  };
}

/** The addresses that a zone covers, whether it wins there or not. `all`: an index with it in. */
function coveredBy<Z extends ZoneArea>(zone: Z, all: ZoneIndex<Z>, gazetteer: Gazetteer | undefined): Probe[] {
  const found: Probe[] = [];
  for (const probe of [...ownProbes(zone, gazetteer), ...(gazetteer ? probesIn(zone, gazetteer) : [])]) {
    if (found.length >= MOST_PROBES) break;
    if (findZone(all, probe.place).matches.some((match) => match.zone.id === zone.id)) found.push(probe);
  }
  return found;
}

const unknownNames = ({ area }: ZoneArea, gazetteer: Gazetteer | undefined): string[] =>
  [...writtenParts(area.include, "place"), ...writtenParts(area.exclude, "place")].filter((name) => {
    const unit = unitIn(name);
    return !(unit ? gazetteer?.unitKeys.has(`${unit} ${foldName(name)}`) : gazetteer?.byName.has(foldName(name)));
  });
