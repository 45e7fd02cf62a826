import type { Look } from "../store";
import { hammingOf } from "./d-hash";
import { laplacianOf, spreadOf, type Grey } from "./grey";

/** What the phone finds doubtful in a photo; worded by `courier.json` (`doubt.<code>`). It asks to take it again and never insists. */
export const DOUBTS = ["dark", "blurred", "seen_before"] as const;
export type Doubt = (typeof DOUBTS)[number];

/** A lit stairway at night lies around 60, a lens in a pocket below 15. */
const DARKEST_MEAN = 32;
/** The Laplacian's variance against the picture's own: a door of few edges is no blur. Sharp pictures lie above 0.03; a blur of 14 in 1600 pixels leaves less than 0.006 of most. */
const LEAST_SHARPNESS = 0.012;
/** Below this there is nothing to see: a wall from too near, a finger. */
const LEAST_CONTRAST = 20;
const MOST_ALIKE = 6;

/** `looks`: of earlier photos; those of the same delivery may look alike. */
export function doubtsOf(grey: Grey, dHash: string, { deliveryId, looks }: { deliveryId: string; looks: readonly Look[] }): Doubt[] {
  const { mean, variance } = spreadOf(grey.luma);
  if (mean < DARKEST_MEAN) return ["dark"];
  const isBlurred = variance < LEAST_CONTRAST || spreadOf(laplacianOf(grey)).variance / variance < LEAST_SHARPNESS;
  const isSeen = looks.some((look) => look.deliveryId !== deliveryId && hammingOf(look.dHash, dHash) <= MOST_ALIKE);
  return [...(isBlurred ? (["blurred"] as const) : []), ...(isSeen ? (["seen_before"] as const) : [])];
}
