import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ring } from "./area";
import { crossingsOf } from "./crossings";

const square = (west: number, south: number, size = 1): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const MANY = { crosses: 1_000, meets: 1_000 };

test("rings over each other cross where their sides do; a border that they share is none", () => {
  expect(crossingsOf([square(0, 0), square(0.5, 0.5)], MANY)).toEqual({ touches: false, crosses: 2 });
  expect(crossingsOf([square(0, 0), square(1, 0)], MANY)).toEqual({ touches: false, crosses: 0 });
  expect(crossingsOf([], MANY)).toEqual({ touches: false, crosses: 0 });
});

test("more than so many are not counted to the end", () => {
  expect(crossingsOf([square(0, 0), square(0.5, 0.5)], { crosses: 1, meets: 1_000 })).toBeNull();
  expect(crossingsOf([square(0, 0), square(0.5, 0.5)], { crosses: 10, meets: 5 })).toBeNull();
});

test("a ring around a centre, however long its spokes, never touches itself, and with two corners changed it does", () => {
  const spokes = fc.array(fc.integer({ min: 10, max: 100 }), { minLength: 5, maxLength: 40 });
  fc.assert(
    fc.property(spokes, (lengths) => {
      const ring = lengths.map((far, at) => {
        const angle = (2 * Math.PI * at) / lengths.length;
        return [far * Math.cos(angle), far * Math.sin(angle)] as const;
      });
      const touches = (corners: Ring) => crossingsOf([[...corners, corners[0]!]], { crosses: 0, meets: 10_000 })?.touches;
      const [first, second, third, ...rest] = ring;
      return touches(ring) === false && touches([first!, third!, second!, ...rest, [0, 0]]) !== undefined;
    }),
  );
  expect(crossingsOf([[...square(0, 0).slice(0, 2), [0, 1], [1, 1], [0, 0]]], MANY)?.touches).toBe(true);
});
