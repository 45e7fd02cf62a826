import type { Area } from "./area";
import { crossingsOf } from "./crossings";
import { cornersIn, drawnIn } from "./drawn";
import type { PartProblem } from "./part-problem";
import { ringAround } from "./ring-around";

/** A country's parishes fit in a file; a zone of more is several. */
export const MOST_DRAWN = 300;
/** What a zone may have of corners in all, so that its preview is there at once. */
export const MOST_ZONE_CORNERS = 10_000;
/** A river that two areas follow each in its own way crosses some hundred times. */
const MOST_CROSSES = 2_000;
const MOST_MEETS = 400_000;

/** What is too much before anything is read of it: `drawn_too_many` { areas, most }, `zone_too_large` { corners, most }. */
export function sizeProblem({ areas, corners }: { areas: number; corners: number }): PartProblem | null {
  if (areas > MOST_DRAWN) return { code: "drawn_too_many", params: { areas, most: MOST_DRAWN } };
  return corners > MOST_ZONE_CORNERS ? { code: "zone_too_large", params: { corners, most: MOST_ZONE_CORNERS } } : null;
}

/** Why all that is drawn of an area can't be meant together, though each part can: sizeProblem's, and `drawn_tangled` { most }. */
export function drawnProblem({ include, exclude }: Pick<Area, "include" | "exclude">): PartProblem | null {
  const parts = [...include, ...exclude];
  const drawn = drawnIn(parts);
  const size = sizeProblem({ areas: drawn.length, corners: cornersIn(parts) });
  if (size) return size;
  const rings = drawn.flatMap(({ part }) => (part.kind === "circle" ? [ringAround(part)] : part.rings));
  return crossingsOf(rings, { crosses: MOST_CROSSES, meets: MOST_MEETS })
    ? null
    : { code: "drawn_tangled", params: { most: MOST_CROSSES } };
}
