import type { AreaPart, Position } from "~/domain/zone/area";

const POINTS = 200;
/** So many polygons in a row from west to east, over all of Ecuador. */
const IN_A_ROW = 40;

/** One of any number of drawn areas, as large as a town, that overlap their neighbours a little. */
export function polygon(at: number): AreaPart {
  const [x, y] = [-81 + (at % IN_A_ROW) * 0.15, -5 + Math.floor(at / IN_A_ROW) * 0.25];
  const around = (corner: number): Position => {
    const angle = (2 * Math.PI * corner) / (POINTS - 1);
    return [x + 0.1 * Math.cos(angle), y + 0.15 * Math.sin(angle)];
  };
  return { kind: "polygon", rings: [Array.from({ length: POINTS }, (_none, corner) => around(corner % (POINTS - 1)))] };
}
