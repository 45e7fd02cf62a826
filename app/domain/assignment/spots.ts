import { foldText } from "~/domain/gazetteer/fold-name";
import { pointOf } from "~/domain/geo/point";
import type { PostalAddress } from "~/domain/order/order";

/** Where a stop is, in a word that its neighbours share, and the words of those around. */
export type Spots = { own: readonly string[]; around: readonly string[] };

const NOWHERE: Spots = { own: [], around: [] };
/** Squares of a hundredth of a degree: about 1.1 km where Ecuador is. */
const SQUARES_A_DEGREE = 100;
const STEPS = [-1, 0, 1];

/** The neighbourhood of an address: what the buyer wrote as district, and the square on the map. An address that names a city only has none. */
export function spotsOf(address: PostalAddress | null): Spots {
  if (!address) return NOWHERE;
  const district = foldText(address.zip ?? "");
  const named = district === "" ? [] : [`${foldText(address.city ?? "")}|${district}`];
  const point = pointOf(address);
  if (!point) return { own: named, around: named };
  const [row, column] = [point.latitude, point.longitude].map((degrees) => Math.floor(degrees * SQUARES_A_DEGREE)) as [number, number];
  const around = STEPS.flatMap((down) => STEPS.map((right) => `${row + down},${column + right}`));
  return { own: [...named, `${row},${column}`], around: [...named, ...around] };
}
