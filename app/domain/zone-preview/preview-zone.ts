import { foldName, unitIn } from "~/domain/gazetteer/fold-name";
import type { Gazetteer } from "~/domain/gazetteer/gazetteer";
import { findZone, type Place } from "~/domain/zone/find-zone";
import { writtenParts } from "~/domain/zone/zone-summary";
import { byPriority, zoneIndex, type ZoneArea, type ZoneIndex } from "~/domain/zone/zone-index";
import { gapsAround, type Gap } from "./gaps";
import { neighboursOf, type Neighbour } from "./neighbours";
import { overlapsOf, type Overlap } from "./overlaps";
import { probesOf } from "./probes";
import { seenIn } from "./seen";
import { hiddenBehind } from "./unreachable";

/** What a zone would do among the others. */
export type ZonePreview = {
  overlaps: Overlap[];
  /** Zones that may lie over it besides. */
  more: number;
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

const MOST_HIDDEN = 10;

/** Looks at a zone as if it were saved among those of an index; the same for the same zones, map and addresses. An inactive zone is looked at as if it were active. */
export function previewZone<Z extends ZoneArea>(zone: Z, like: ZoneIndex<Z>, addresses: readonly Place[]): ZonePreview {
  const { all: known, gazetteers } = like;
  const active = { ...zone, active: true };
  const others = known.filter(({ id, active: isActive }) => id !== zone.id && isActive);
  const all = zoneIndex([...others, active], gazetteers, like);
  const gazetteer = gazetteers.get(zone.area.countryCode);
  const seen = seenIn(active, all, gazetteer);
  const { overlaps, more } = overlapsOf(active, all, seen);
  const behind = overlaps.filter(({ wins }) => wins === "this").slice(0, MOST_HIDDEN);
  const found = addresses.map((place) => findZone(all, place).matches[0]?.zone.id);
  return {
    overlaps,
    more,
    gaps: gazetteer ? gapsAround(active, { all, seen, map: probesOf(gazetteer), gazetteer }) : [],
    hiddenBehind: hiddenBehind(active, { all, seen }),
    hides: behind.flatMap(({ zoneId }) => {
      const other = others.find(({ id }) => id === zoneId)!;
      return isHiddenBy(active, other, all) ? [other.name] : [];
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

/** Whether another zone wins somewhere, and would nowhere any more with this one. `all`: an index with both in. */
function isHiddenBy<Z extends ZoneArea>(zone: Z, other: Z, all: ZoneIndex<Z>): boolean {
  const seen = seenIn(other, all, all.gazetteers.get(other.area.countryCode));
  return hiddenBehind(other, { all, seen }) !== null && hiddenBehind(other, { all, seen, except: zone.id }) === null;
}

const unknownNames = ({ area }: ZoneArea, gazetteer: Gazetteer | undefined): string[] =>
  [...writtenParts(area.include, "place"), ...writtenParts(area.exclude, "place")].filter((name) => {
    const unit = unitIn(name);
    return !(unit ? gazetteer?.unitKeys.has(`${unit} ${foldName(name)}`) : gazetteer?.byName.has(foldName(name)));
  });
