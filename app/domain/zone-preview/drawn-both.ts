import { crossingsOf } from "~/domain/zone/crossings";
import { boxAroundAll, boxesMeet, drawnIn } from "~/domain/zone/drawn";
import type { Box } from "~/domain/zone/geometry";
import type { ZoneArea } from "~/domain/zone/zone-index";
import { drawnOf, LEAST_SQUARE_KM, NOTHING, shared, squareKm, type Shape } from "./shapes";

/** So many sides against each other are cut without a look at how often they cross. */
const FEW = 100_000;
const MOST = { crosses: 2_000, meets: 50_000 };
/** Of what crosses too often to be cut while one draws, so many corners of each tell enough. */
const COARSE_CORNERS = 200;

/** What two zones have both drawn; nothing where it is less than an unsteady hand draws. */
export function drawnBoth(one: Pick<ZoneArea, "area">, other: Pick<ZoneArea, "area">): Shape {
  if (!isDrawnNear(one, other)) return NOTHING;
  const [own, its] = [boxesIn(one), boxesIn(other)];
  const [mine, theirs] = [drawnOf(one.area, boxAroundAll(its)), drawnOf(other.area, boxAroundAll(own))];
  if (mine.length === 0 || theirs.length === 0) return NOTHING;
  const both = isSlow(mine, theirs) ? shared(coarse(mine), coarse(theirs)) : shared(mine, theirs);
  return squareKm(both) < LEAST_SQUARE_KM ? NOTHING : both;
}

/** Whether boxes of what two zones have drawn meet. */
export const isDrawnNear = (one: Pick<ZoneArea, "area">, other: Pick<ZoneArea, "area">): boolean =>
  boxesIn(one).some((box) => boxesIn(other).some((near) => boxesMeet(box, near)));

const boxesIn = ({ area }: Pick<ZoneArea, "area">): Box[] => drawnIn(area.include).map(({ box }) => box);

const corners = (shape: Shape): number => shape.reduce((sum, ring) => sum + ring.length, 0);
const isSlow = (one: Shape, other: Shape): boolean => corners(one) * corners(other) > FEW && crossingsOf([...one, ...other], MOST) === null;

function coarse(shape: Shape): Shape {
  const step = Math.ceil(corners(shape) / COARSE_CORNERS);
  return shape.flatMap((ring) => {
    const few = ring.slice(0, -1).filter((_corner, at) => at % step === 0);
    return few.length < 3 ? [] : [[...few, few[0]!]];
  });
}
