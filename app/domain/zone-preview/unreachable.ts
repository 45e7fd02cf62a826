import { findZone } from "~/domain/zone/find-zone";
import { liesWithin, parsePostalPattern } from "~/domain/zone/postal-pattern";
import type { ZoneArea, ZoneIndex } from "~/domain/zone/zone-index";
import type { Probe } from "./probes";
import { drawnOf, LEAST_SQUARE_KM, shared, squareKm, together, without } from "./shapes";

type Asked<Z extends ZoneArea> = { all: ZoneIndex<Z>; probes: readonly Probe[] };

/**
 * The zones that stand before a zone everywhere, so that it would never win; null where it wins somewhere, as far as the map and what is
 * drawn can tell. `probes`: the addresses that it covers.
 */
export function hiddenBehind<Z extends ZoneArea>(zone: ZoneArea, { all, probes }: Asked<Z>): string[] | null {
  const at = all.zones.findIndex((one) => one.zone.id === zone.id);
  const better = all.zones
    .slice(0, Math.max(0, at))
    .map((one) => one.zone)
    .filter(({ area }) => area.countryCode === zone.area.countryCode);
  if (better.length === 0 || zone.area.include.length === 0) return null;
  const whole = better.find(({ area }) => area.include.some(({ kind }) => kind === "country") && area.exclude.length === 0);
  if (whole) return [whole.name];
  if (zone.area.include.some(({ kind }) => kind === "country")) return null;
  const winners = new Set<string>();
  for (const { place } of probes) {
    const [first] = findZone(all, place).matches;
    if (!first || first.zone.id === zone.id) return null;
    winners.add(first.zone.name);
  }
  if (!arePostalHidden(zone, better)) return null;
  const over = drawnOver(zone, better);
  return over && [...new Set([...winners, ...over])];
}

function arePostalHidden(zone: ZoneArea, better: readonly ZoneArea[]): boolean {
  const patterns = (one: ZoneArea) =>
    one.area.include.flatMap((part) => (part.kind === "postal" ? (parsePostalPattern(part.pattern) ?? []) : []));
  const outer = better.filter(({ area }) => area.exclude.length === 0).flatMap(patterns);
  return patterns(zone).every((inner) => outer.some((one) => liesWithin(inner, one)));
}

/** The better zones that are drawn over all that is drawn of it; null where something is left. Names cover nothing for certain: shoppers write them. */
function drawnOver(zone: ZoneArea, better: readonly ZoneArea[]): string[] | null {
  const mine = drawnOf(zone.area);
  if (mine.length === 0) return [];
  const drawn = better
    .filter(({ area }) => area.exclude.every(({ kind }) => kind === "circle" || kind === "polygon"))
    .map(({ name, area }) => ({ name, shape: drawnOf(area) }))
    .filter(({ shape }) => shape.length > 0);
  if (squareKm(without(mine, together(drawn.map(({ shape }) => shape)))) >= LEAST_SQUARE_KM) return null;
  return drawn.filter(({ shape }) => squareKm(shared(mine, shape)) >= LEAST_SQUARE_KM).map(({ name }) => name);
}
