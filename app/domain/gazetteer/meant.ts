import { RANK, type GazetteerPlace } from "./gazetteer";

type Placed = { path: readonly GazetteerPlace[]; names: ReadonlySet<string> };

/**
 * Of places that fit equally well, those that may be meant. A canton is meant with the town in it that bears its name, and a city before the
 * one parish elsewhere that is called like it; where several parishes are, or another city is, nobody can say.
 */
export function meant<P extends Placed>(places: readonly P[]): P[] {
  const isQuarter = ({ path: [place] }: P) => place?.kind === "quarter";
  const known = places.every(isQuarter) ? places : places.filter((one) => !isQuarter(one));
  const distinct = known.filter(({ path: [place] }, index) => known.findIndex((one) => one.path[0] === place) === index);
  const outer = distinct.filter((one) => !distinct.some((other) => isInstead(other, one)));
  const [city, ...others] = outer.filter(({ path: [place] }) => place && (RANK[place.kind] > RANK.parish || place.isSeat));
  if (!city?.path[0]!.isSeat || others.length > 0) return outer;
  return outer.filter(({ path: [place] }) => place?.kind === "parish").length - Number(city.path[0]!.kind === "parish") <= 1
    ? [city]
    : outer;
}

/** Whether of two places, one in the other, this one is meant where both may be. */
function isInstead({ path: [place] }: Placed, { path: [other, ...around] }: Placed): boolean {
  if (!place || !other || place === other) return false;
  if (around.includes(place)) return !isCity(other) || place.kind !== "province";
  // A city that is called like its province, or the capital's canton: "Loja", "Morona".
  return (place.isSeat === true || place.isCapital === true) && place.kind === "canton" && place.parentId === other.id;
}

const isCity = ({ kind, isSeat = false }: GazetteerPlace): boolean => kind === "canton" || isSeat;
