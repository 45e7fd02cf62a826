import type { Point } from "~/domain/geo/point";

/** `remembered`: where deliveries to it were confirmed; `shopify`: told on an order; `place`: the middle of the town that it names. */
export type PositionSource = "remembered" | "shopify" | "geocoder" | "place";
/** Where an address is, and how that is known. `metres`: how far off it may be, where that is known. */
export type KnownPosition = Point & { source: PositionSource; metres?: number };

export type Confidence = "high" | "medium" | "low";

/** What the sources are good for where they don't say it themselves. */
const USUAL_METRES: Record<PositionSource, number> = { remembered: 50, shopify: 200, geocoder: 500, place: 5000 };
const A_BLOCK = 150;
const A_QUARTER = 2000;

type HowKnown = Pick<KnownPosition, "source" | "metres">;

export const metresOf = ({ source, metres = USUAL_METRES[source] }: HowKnown): number => metres;

/** High within a block, medium within a quarter of a town. */
export function confidenceOf(position: HowKnown): Confidence {
  const metres = metresOf(position);
  if (metres <= A_BLOCK) return "high";
  return metres <= A_QUARTER ? "medium" : "low";
}

/** No better known than a town: it says little of which of several zones in it is meant. */
export const isCoarse = (position: HowKnown): boolean => confidenceOf(position) === "low";
