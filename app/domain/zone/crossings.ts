import Flatbush from "flatbush";
import type { Position, Ring } from "./area";

/** `touches`: within a ring, sides that don't follow each other touch. `crosses`: sides of different rings that cross, borders shared left out. */
export type Crossings = { touches: boolean; crosses: number };
type Most = { crosses: number; meets: number };

/**
 * How often the sides of rings cross. Looked for among sides whose boxes meet; null where more than so many cross or meet: to go on would
 * take too long, and nobody draws so.
 */
export function crossingsOf(rings: readonly Ring[], most: Most): Crossings | null {
  const sides = sidesOf(rings);
  if (sides.length === 0) return { touches: false, crosses: 0 };
  const tree = new Flatbush(sides.length);
  for (const { from, to } of sides)
    tree.add(Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1]));
  tree.finish();
  const found = { touches: false, crosses: 0 };
  let meets = 0;
  for (const [at, side] of sides.entries()) {
    const { from, to } = side;
    const [west, east] = from[0] < to[0] ? [from[0], to[0]] : [to[0], from[0]];
    const [south, north] = from[1] < to[1] ? [from[1], to[1]] : [to[1], from[1]];
    const near = tree.search(west, south, east, north, (other) => other > at);
    meets += near.length;
    if (meets > most.meets) return null;
    for (const index of near) {
      const other = sides[index]!;
      if (other.ring !== side.ring) found.crosses += cross(side, other) ? 1 : 0;
      else if (!found.touches && !follow(side, other)) found.touches = touch(side, other);
    }
    if (found.crosses > most.crosses) return null;
  }
  return found;
}

/** `at`: which side of its ring it is, of so many. */
type Side = { ring: number; at: number; of: number; from: Position; to: Position };

const sidesOf = (rings: readonly Ring[]): Side[] =>
  rings.flatMap((positions, ring) =>
    positions.slice(1).map((to, at): Side => ({ ring, at, of: positions.length - 1, from: positions[at]!, to })),
  );

const follow = (one: Side, other: Side): boolean => {
  const apart = Math.abs(one.at - other.at);
  return apart === 1 || apart === one.of - 1;
};

/** On which side of the line from p to q a position lies: 1 left, -1 right, 0 on it. */
const turn = (p: Position, q: Position, r: Position): number => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));

function touch({ from: a, to: b }: Side, { from: c, to: d }: Side): boolean {
  const [abc, abd] = [turn(a, b, c), turn(a, b, d)];
  if (abc === 0 && abd === 0) return isBetween(a, b, c) || isBetween(a, b, d) || isBetween(c, d, a);
  return abc !== abd && turn(c, d, a) !== turn(c, d, b);
}

const cross = ({ from: a, to: b }: Side, { from: c, to: d }: Side): boolean =>
  turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;

const isBetween = (a: Position, b: Position, p: Position): boolean =>
  p[0] >= Math.min(a[0], b[0]) && p[0] <= Math.max(a[0], b[0]) && p[1] >= Math.min(a[1], b[1]) && p[1] <= Math.max(a[1], b[1]);
