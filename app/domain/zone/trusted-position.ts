import type { Gazetteer } from "~/domain/gazetteer/gazetteer";
import type { Located, Reading } from "~/domain/gazetteer/locate";
import { isCoarse, metresOf, type KnownPosition } from "~/domain/position/known-position";
import { isOutside, middleOf } from "~/domain/position/middle-of-place";

type Asked = { gazetteer: Gazetteer; located: Pick<Located, "readings" | "guess" | "contradiction">; reading: Reading };

/**
 * The position by which one reading of an address is looked for: the one given, else the middle of the place that it names. That middle goes
 * before a geocoder's answer that is no finer than a town, and before one that lies outside the place where the address surely names it.
 */
export function trustedPosition(given: KnownPosition | null, { gazetteer, located, reading: { path } }: Asked): KnownPosition | null {
  const middle = middleOf(path);
  if (!given || !middle) return given ?? middle;
  if (given.source !== "geocoder") return given;
  const isNoFiner = isCoarse(given) && metresOf(middle) <= metresOf(given);
  const isSure = located.readings.length === 1 && !located.guess && !located.contradiction;
  return isNoFiner || (isSure && isOutside(gazetteer, path, given)) ? middle : given;
}
