import type { Position, Ring } from "./area";

/** The sides of a ring by the latitude bands that they cross: a position is asked against one band's, not against the whole ring. */
type Bands = { south: number; height: number; sides: readonly (readonly number[])[] };

/** Up to so many corners the ring itself is quick enough, and costs no memory. */
const FEW = 250;
/** Corners to a band. Fewer would ask fewer sides, and keep long ones many times. */
const CORNERS_PER_BAND = 4;

/** Rings don't change, and a zone's are asked for at every address near it. */
const kept = new WeakMap<Ring, Bands>();

/** Crossings of a ray to the east; a position on the western or southern edge is inside, so that neighbours share none. */
export function isInRing(ring: Ring, position: Position): boolean {
  const sides = ring.length > FEW ? sidesBeside(ring, position[1]) : ring.keys();
  let isInside = false;
  for (const at of sides) if (isCrossed(ring, at, position)) isInside = !isInside;
  return isInside;
}

/** The side that ends in a ring's corner `at`; the first corner follows the last. */
function isCrossed(ring: Ring, at: number, [x, y]: Position): boolean {
  const [x1, y1] = ring[at]!;
  const [x2, y2] = ring[at === 0 ? ring.length - 1 : at - 1]!;
  return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
}

function sidesBeside(ring: Ring, latitude: number): readonly number[] {
  let bands = kept.get(ring);
  if (!bands) kept.set(ring, (bands = bandsOf(ring)));
  return bands.sides[bandAt(bands, latitude)] ?? [];
}

const bandAt = ({ south, height }: Pick<Bands, "south" | "height">, latitude: number): number => Math.floor((latitude - south) / height);

function bandsOf(ring: Ring): Bands {
  const latitudes = ring.map(([, latitude]) => latitude);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const count = Math.ceil(ring.length / CORNERS_PER_BAND);
  // A ring without height holds nothing, and any band of it does.
  const bands = { south, height: (north - south) / count || 1 };
  const sides = Array.from({ length: count + 1 }, (): number[] => []);
  for (const at of ring.keys()) {
    const [one, other] = [latitudes[at]!, latitudes.at(at - 1)!].map((latitude) => bandAt(bands, latitude)).sort((a, b) => a - b);
    for (let band = one!; band <= other!; band += 1) sides[band]!.push(at);
  }
  return { ...bands, sides };
}
