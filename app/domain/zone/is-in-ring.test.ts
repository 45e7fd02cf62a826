import fc from "fast-check";
import { expect, it } from "vitest";
import type { Position, Ring } from "./area";
import { isInRing } from "./is-in-ring";

/** The rule itself, over every side. */
function crossesOdd(ring: Ring, [x, y]: Position): boolean {
  let isInside = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [x1, y1] = ring[at]!;
    const [x2, y2] = ring[before]!;
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside;
  }
  return isInside;
}

// A coarse grid, so that corners, sides and positions fall on each other's latitudes.
const position = fc.tuple(fc.integer({ min: -12, max: 12 }), fc.integer({ min: -12, max: 12 })).map(([x, y]): Position => [x / 7, y / 7]);

/** On the corners' own latitudes, and between them. */
const degree = fc.double({ min: -2, max: 2, noNaN: true });
const anywhere = fc.oneof(position, fc.tuple(degree, degree));
/** Asked whole, and asked by bands. */
const ring = fc.oneof(fc.array(position, { minLength: 3, maxLength: 60 }), fc.array(position, { minLength: 251, maxLength: 300 }));

it("answers as the whole ring does, whatever its shape and size", () => {
  fc.assert(
    fc.property(ring, fc.array(anywhere, { minLength: 1, maxLength: 40 }), (sides, asked) => {
      for (const one of asked) expect(isInRing(sides, one)).toBe(crossesOdd(sides, one));
    }),
    { numRuns: 300 },
  );
});

it("tells inside from outside of a ring of 2,000 corners, its edges as of a small one", () => {
  const ring = Array.from({ length: 2_000 }, (_none, at): Position => {
    const side = Math.floor(at / 500);
    const along = (at % 500) / 500;
    return [
      [along, 0],
      [1, along],
      [1 - along, 1],
      [0, 1 - along],
    ][side] as unknown as Position;
  });
  const asked: Position[] = [
    [0.5, 0.5],
    [0.5, 0.50111],
    [0, 0.5],
    [1, 0.5],
    [0.5, 0],
    [0.5, 1],
    [0.5, 7],
    [0.5, -7],
  ];
  expect(asked.map((one) => isInRing(ring, one))).toEqual([true, true, true, false, true, false, false, false]);
});

it("holds nothing where it has no height", () => {
  const flat = Array.from({ length: 50 }, (_none, at): Position => [at, 1]);
  expect(isInRing(flat, [20, 1])).toBe(false);
});
