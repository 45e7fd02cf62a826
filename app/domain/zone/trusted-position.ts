import type { Gazetteer } from "~/domain/gazetteer/gazetteer";
import { locate, type Located, type Reading, type Written } from "~/domain/gazetteer/locate";
import type { Point } from "~/domain/geo/point";
import { isCoarse, metresOf, type KnownPosition } from "~/domain/position/known-position";
import { isOutside, middleOf } from "~/domain/position/middle-of-place";
import type { ZoneArea, ZoneIndex } from "./zone-index";

type Place = Written & { countryCode: string | null };

type Asked = { gazetteer: Gazetteer; located: Located; reading: Reading };

/** One place it is, and every name is written as it is called. */
const isSure = ({ readings, guess, contradiction }: Located): boolean => readings.length === 1 && !guess && !contradiction;

/**
 * The position by which one reading of an address is looked for: the one given, else the middle of the place that it names. That middle goes
 * before a geocoder's answer that is no finer than a town, and before one that lies outside the place where the address surely names it.
 */
export function trustedPosition(given: KnownPosition | null, { gazetteer, located, reading: { path } }: Asked): KnownPosition | null {
  const middle = middleOf(path);
  if (!given || !middle) return given ?? middle;
  if (given.source !== "geocoder") return given;
  const isNoFiner = isCoarse(given) && metresOf(middle) <= metresOf(given);
  return isNoFiner || (isSure(located) && isOutside(gazetteer, path, given)) ? middle : given;
}

/** Whether a point surely lies elsewhere than an address says, as far as a shop's zones let it be read. */
export function liesElsewhere<Z extends ZoneArea>({ countries, gazetteers }: ZoneIndex<Z>, place: Place, point: Point): boolean {
  const [own, gazetteer] = [countries.get(place.countryCode ?? ""), gazetteers.get(place.countryCode ?? "")];
  if (!own || !gazetteer) return false;
  const located = locate(gazetteer, own.vocabulary, place);
  return isSure(located) && isOutside(gazetteer, located.readings[0]!.path, point);
}
