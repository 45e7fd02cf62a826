import fc from "fast-check";
import { expect, test } from "vitest";
import { haversine, type Point } from "~/domain/geo/point";
import { openTour } from "./open-tour";

type Stop = { name: string; at: Point | null };
const stop = (name: string, kilometresEast: number | null): Stop => ({
  name,
  at: kilometresEast === null ? null : { latitude: 0, longitude: -78 + kilometresEast / 111.195 },
});
const names = (stops: Stop[], start: Point | null = null) => openTour(stops, { positionOf: ({ at }) => at, start }).map(({ name }) => name);

test("stops in a row are called at one after the other from where the courier is; what has no position comes last", () => {
  const stops = [stop("far", 9), stop("somewhere", null), stop("near", 1), stop("middle", 5)];
  expect(names(stops, { latitude: 0, longitude: -78 })).toEqual(["near", "middle", "far", "somewhere"]);
  expect(names(stops, { latitude: 0, longitude: -77.8 })).toEqual(["far", "middle", "near", "somewhere"]);
  expect(names([stop("b", null), stop("a", null)])).toEqual(["b", "a"]);
  expect(names([])).toEqual([]);
});

test("the way is the shortest there is for a few stops, and always the same", () => {
  const point = fc.record({
    latitude: fc.double({ min: -1, max: 1, noNaN: true }),
    longitude: fc.double({ min: -79, max: -78, noNaN: true }),
  });
  const length = (start: Point, way: readonly Point[]) => way.reduce((sum, at, index) => sum + haversine(way[index - 1] ?? start, at), 0);
  const orders = (points: readonly Point[]): Point[][] =>
    points.length === 0 ? [[]] : points.flatMap((point, index) => orders(points.toSpliced(index, 1)).map((rest) => [point, ...rest]));
  fc.assert(
    fc.property(point, fc.array(point, { minLength: 1, maxLength: 6 }), (start, points) => {
      const way = openTour(points, { positionOf: (at) => at, start });
      expect(openTour(points, { positionOf: (at) => at, start })).toEqual(way);
      const best = Math.min(...orders(points).map((order) => length(start, order)));
      expect(length(start, way)).toBeLessThanOrEqual(best * (1 + 1e-9) + 1e-6);
    }),
  );
});

test("roads count where they are known, and the hours of who is to be called at", () => {
  const [west, middle, east] = [stop("west", 1), stop("middle", 5), stop("east", 9)];
  const told = { positionOf: ({ at }: Stop) => at, start: { latitude: 0, longitude: -78 } };
  const overTheRiver = (from: Point, to: Point) => haversine(from, to) + (from.longitude < -77.97 !== to.longitude < -77.97 ? 1e6 : 0);
  expect(openTour([east, middle, west], { ...told, travel: overTheRiver }).map(({ name }) => name)).toEqual(["west", "middle", "east"]);
  const windowOf = ({ name }: Stop) => (name === "east" ? { from: 0, until: 1400 } : null);
  expect(openTour([west, middle, east], { ...told, windowOf })[0]).toBe(east);
});
