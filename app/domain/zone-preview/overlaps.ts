import { byPriority, type ZoneArea, type ZoneIndex } from "~/domain/zone/zone-index";
import { sharedCodes } from "./codes";
import { drawnBoth, isDrawnNear } from "./drawn-both";
import type { Seen } from "./seen";
import { shareLocations } from "./served-from";
import { squareKm, type Shape } from "./shapes";

/** Two zones over one area. `places`: by name or code; `shape`: what of it is drawn. */
export type Overlap = {
  zoneId: string;
  name: string;
  priority: number;
  /** Which of the two an address there is in. */
  wins: "this" | "other";
  isEqual: boolean;
  places: string[];
  squareKm: number;
  shape: Shape;
};

/** A page can show so many; those of its own priority come first. */
const MOST_OVERLAPS = 30;
/** Areas whose boxes meet and that share nothing cost as much as those that do. */
const MOST_CUTS = 90;

/**
 * The other zones that lie over a zone, those of its own priority first. `more`: how many there are besides, by names, codes and the boxes of
 * what is drawn: they were not looked at nearer.
 */
export function overlapsOf<Z extends ZoneArea>(
  zone: Z,
  all: ZoneIndex<Z>,
  seen: readonly Seen<Z>[],
): { overlaps: Overlap[]; more: number } {
  const places = placesShared(zone, all, seen);
  const others = all.zones
    .flatMap(({ zone: other }) => (isBeside(zone, other) && (places.has(other.id) || isDrawnNear(zone, other)) ? [other] : []))
    .sort((a, b) => Number(b.priority === zone.priority) - Number(a.priority === zone.priority) || byPriority(a, b));
  const overlaps: Overlap[] = [];
  let at = 0;
  for (; at < others.length && overlaps.length < MOST_OVERLAPS && at < MOST_CUTS; at++) {
    const other = others[at]!;
    const shape = drawnBoth(zone, other);
    if (places.has(other.id) || shape.length > 0)
      overlaps.push(overlapWith(zone, other, { shape, places: [...(places.get(other.id) ?? [])] }));
  }
  return { overlaps, more: others.length - at };
}

/** What of a zone's addresses and codes other zones cover too, by their ids. */
function placesShared<Z extends ZoneArea>(zone: Z, { zones }: ZoneIndex<Z>, seen: readonly Seen<Z>[]): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  const note = (id: string, label: string) => void places.set(id, (places.get(id) ?? new Set()).add(label));
  for (const { matches, label } of seen) for (const match of matches) note(match.zone.id, label);
  for (const { zone: other } of zones) if (isBeside(zone, other)) for (const code of sharedCodes(zone, other)) note(other.id, code);
  return places;
}

const overlapWith = (zone: ZoneArea, other: ZoneArea, { shape, places }: Pick<Overlap, "shape" | "places">): Overlap => ({
  ...{ zoneId: other.id, name: other.name, priority: other.priority, places: places.filter(Boolean), shape, squareKm: squareKm(shape) },
  wins: byPriority(zone, other) < 0 ? "this" : "other",
  isEqual: zone.priority === other.priority,
});

const isBeside = (zone: ZoneArea, other: ZoneArea): boolean =>
  other.id !== zone.id && other.area.countryCode === zone.area.countryCode && shareLocations(zone, other);
