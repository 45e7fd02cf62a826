import fc from "fast-check";
import { expect, test } from "vitest";
import { conformanceTest, readConformance } from "~/testing/conformance";
import { distancesBetween, type Distances } from "./distance";
import { roundTrip } from "./round-trip";

/** A TSPLIB file, whose distances are rounded to whole units. */
function instance(name: string): Distances {
  const places = readConformance(`tours/${name}.tsp`)
    .split("NODE_COORD_SECTION")[1]!
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter((row) => row.length === 3 && row.every(Number.isFinite));
  return distancesBetween(places, ([, x1 = 0, y1 = 0], [, x2 = 0, y2 = 0]) => Math.round(Math.hypot(x1 - x2, y1 - y2)));
}
const lengthOf = (tour: readonly number[], { size, values }: Distances): number =>
  tour.reduce((sum, place, index) => sum + values[place * size + tour[(index + 1) % tour.length]!]!, 0);

const optimal = () =>
  readConformance("tours/optimal.txt")
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/[\s:]+/));

conformanceTest("a tour is at most two hundredths longer than the best there is", () => {
  for (const [name = "", best] of optimal()) {
    const distances = instance(name);
    const length = lengthOf(roundTrip(distances), distances);
    expect(length, name).toBeLessThanOrEqual(Number(best) * 1.02);
    expect(length, name).toBeGreaterThanOrEqual(Number(best));
  }
});

test("a tour calls at every place once, begins at the first, and is always the same", () => {
  const place = fc.record({ x: fc.integer({ min: 0, max: 999 }), y: fc.integer({ min: 0, max: 999 }) });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), (places) => {
      const distances = distancesBetween(places, (a, b) => Math.hypot(a.x - b.x, a.y - b.y));
      const tour = roundTrip(distances);
      expect([...tour].sort((a, b) => a - b)).toEqual(places.map((_place, index) => index));
      expect(tour[0]).toBe(0);
      expect(roundTrip(distances)).toEqual(tour);
    }),
  );
});
