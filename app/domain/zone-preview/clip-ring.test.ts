import fc from "fast-check";
import { expect, test } from "vitest";
import type { Position } from "~/domain/zone/area";
import { clipRing } from "./clip-ring";
import { shared, squareKm } from "./shapes";

const BOX = [-0.5, -0.4, 0.6, 0.7] as const;
const boxRing: Position[] = [
  [-0.5, -0.4],
  [0.6, -0.4],
  [0.6, 0.7],
  [-0.5, 0.7],
  [-0.5, -0.4],
];

test("what a box leaves of a ring is what an exact cut leaves of it, whatever way it runs through the border", () => {
  const far = fc.array(fc.integer({ min: 1, max: 150 }), { minLength: 3, maxLength: 30 });
  fc.assert(
    fc.property(far, fc.boolean(), (lengths, isTurned) => {
      const corners = lengths.map((length, at): Position => {
        const angle = ((isTurned ? -2 : 2) * Math.PI * at) / lengths.length;
        return [(length / 100) * Math.cos(angle), (length / 100) * Math.sin(angle)];
      });
      const ring = [...corners, corners[0]!];
      const clipped = clipRing(BOX, ring);
      expect(squareKm(clipped.length > 0 ? [clipped] : [])).toBeCloseTo(squareKm(shared([ring], [boxRing])), -1);
    }),
  );
});

test("a ring within a box stays as it is, one outside leaves nothing", () => {
  const small: Position[] = [
    [0, 0],
    [0.6, 0],
    [0.6, 0.7],
    [0, 0],
  ];
  expect(clipRing(BOX, small)).toHaveLength(4);
  expect(
    clipRing(
      BOX,
      small.map(([x, y]): Position => [x + 2, y]),
    ),
  ).toEqual([]);
});
