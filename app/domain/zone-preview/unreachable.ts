import { liesWithin, parsePostalPattern } from "~/domain/zone/postal-pattern";
import { boxAroundAll, drawnIn } from "~/domain/zone/drawn";
import type { ZoneArea, ZoneIndex } from "~/domain/zone/zone-index";
import type { Seen } from "./seen";
import { servesWherever } from "./served-from";
import { drawnOf, LEAST_SQUARE_KM, shared, squareKm, together, without } from "./shapes";

/** `all`: an index with the zone in; `seen`: the addresses that it covers; `except`: a zone that is looked at as if it were not there. */
type Asked<Z extends ZoneArea> = { all: ZoneIndex<Z>; seen: readonly Seen<Z>[]; except?: string };

/**
 * The zones that stand before a zone everywhere, so that it would never win; null where it wins somewhere, as far as the map and what is
 * drawn can tell.
 */
export function hiddenBehind<Z extends ZoneArea>(zone: Z, { all, seen, except }: Asked<Z>): string[] | null {
  if (zone.area.include.length === 0) return null;
  const better = zonesBefore(zone, all).filter(({ id }) => id !== except);
  if (better.length === 0) return null;
  const whole = better.find(({ area }) => area.include.some(({ kind }) => kind === "country") && area.exclude.length === 0);
  if (whole) return [whole.name];
  if (zone.area.include.some(({ kind }) => kind === "country")) return null;
  const isBefore = new Set(better.map(({ id }) => id));
  const winners = new Set<string>();
  for (const { matches } of seen) {
    const first = matches.find((match) => isBefore.has(match.zone.id));
    if (!first) return null;
    winners.add(first.zone.name);
  }
  if (!arePostalHidden(zone, better)) return null;
  const over = drawnOver(zone, better);
  return over && [...new Set([...winners, ...over])];
}

/** Those that count before a zone wherever it is served from. */
function zonesBefore<Z extends ZoneArea>(zone: Z, { zones }: ZoneIndex<Z>): Z[] {
  const at = zones.findIndex((one) => one.zone.id === zone.id);
  return zones
    .slice(0, Math.max(0, at))
    .map((one) => one.zone)
    .filter((other) => other.area.countryCode === zone.area.countryCode && servesWherever(other, zone));
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
  const near = boxAroundAll(drawnIn(zone.area.include).map(({ box }) => box));
  const drawn = better
    .filter(({ area }) => area.exclude.every(({ kind }) => kind === "circle" || kind === "polygon"))
    .map(({ name, area }) => ({ name, shape: drawnOf(area, near) }))
    .filter(({ shape }) => shape.length > 0);
  if (squareKm(without(mine, together(drawn.map(({ shape }) => shape)))) >= LEAST_SQUARE_KM) return null;
  return drawn.filter(({ shape }) => squareKm(shared(mine, shape)) >= LEAST_SQUARE_KM).map(({ name }) => name);
}
