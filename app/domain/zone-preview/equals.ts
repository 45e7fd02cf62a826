import Flatbush from "flatbush";
import { foldName, unitIn } from "~/domain/gazetteer/fold-name";
import { drawnIn } from "~/domain/zone/drawn";
import type { ZoneArea } from "~/domain/zone/zone-index";
import { writtenParts } from "~/domain/zone/zone-summary";
import { drawnBoth } from "./drawn-both";
import { sharedCodes } from "./codes";
import { shareLocations } from "./served-from";

/** Areas that may lie over each other are cut with each other at most so often, so that a list is there at once. */
const MOST_CUTS = 400;

/**
 * Of the zones asked for, those that share an area with another of their own priority, by what the zones themselves say: a name, a postal
 * code, the country, something drawn. Zone id → the others' names.
 */
export function equalZones(all: readonly ZoneArea[], asked: ReadonlySet<string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let cuts = 0;
  for (const group of Map.groupBy(
    all.filter(({ active }) => active),
    ({ priority, area }) => `${area.countryCode} ${priority}`,
  ).values()) {
    if (group.length < 2) continue;
    const near = nearby(group);
    for (const zone of group.filter(({ id }) => asked.has(id))) {
      const others = group.filter((other) => {
        if (other.id === zone.id || !shareLocations(zone, other)) return false;
        if (sharesWords(zone, other)) return true;
        return near(zone).has(other.id) && cuts++ < MOST_CUTS && drawnBoth(zone, other).length > 0;
      });
      if (others.length > 0)
        found.set(
          zone.id,
          others.map(({ name }) => name),
        );
    }
  }
  return found;
}

function sharesWords(one: ZoneArea, other: ZoneArea): boolean {
  if ([one, other].some(({ area }) => area.include.some(({ kind }) => kind === "country"))) return true;
  const keys = new Set(namesIn(one));
  if (namesIn(other).some((key) => keys.has(key))) return true;
  return sharedCodes(one, other).length > 0;
}

const namesIn = ({ area }: ZoneArea): string[] =>
  writtenParts(area.include, "place").map((name) => `${unitIn(name) ?? ""} ${foldName(name)}`);

/** Ids of the zones whose boxes meet a zone's. */
function nearby(group: readonly ZoneArea[]): (zone: ZoneArea) => ReadonlySet<string> {
  const boxes = group.flatMap(({ id, area }) => drawnIn(area.include).map(({ box }) => ({ id, box })));
  if (boxes.length === 0) return () => new Set();
  const index = new Flatbush(boxes.length);
  for (const { box } of boxes) index.add(...box);
  index.finish();
  return ({ area }) => new Set(drawnIn(area.include).flatMap(({ box }) => index.search(...box).map((at) => boxes[at]!.id)));
}
