import fc from "fast-check";
import { expect, test } from "vitest";
import type { AreaPart } from "./area";
import { covers, type Asked } from "./covers";
import { candidatesOf, lookupOf } from "./lookup";
import { sideOf } from "./side";

const NAMES = ["quito", "cumbaya", "calderon", "loja"];
const UNITS = ["canton quito", "province loja"];
const CODES = ["170135", "170136", "1701", "090101"];
const degree = fc.integer({ min: -20, max: 20 }).map((tenths) => tenths / 10);
const rectangle = (west: number, south: number, east: number, north: number): AreaPart => ({
  kind: "polygon",
  rings: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});
const square = fc
  .tuple(degree, degree, fc.integer({ min: 1, max: 20 }))
  .map(([west, south, tenths]) => rectangle(west, south, west + tenths / 10, south + tenths / 10));
const circle = fc.record({
  kind: fc.constant("circle" as const),
  latitude: degree,
  longitude: degree,
  metres: fc.integer({ min: 100, max: 90_000 }),
});
const part: fc.Arbitrary<AreaPart> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ kind: "country" as const }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(...NAMES, "Cantón Quito", "Provincia de Loja").map((name) => ({ kind: "place" as const, name })),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(...CODES, "1701*", "0*", "170100-170199").map((pattern) => ({ kind: "postal" as const, pattern })),
  },
  { weight: 4, arbitrary: square },
  { weight: 4, arbitrary: circle },
);
const asked: fc.Arbitrary<Asked> = fc.record({
  names: fc.subarray(NAMES).map((names) => new Set(names)),
  units: fc.subarray(UNITS),
  zip: fc.option(fc.constantFrom(...CODES, " 17 0135")),
  position: fc.option(fc.tuple(degree, degree)),
});

test("looking up finds what asking each zone in turn would, in the same order", () => {
  const sides = fc.array(fc.array(part, { maxLength: 4 }), { maxLength: 40 });
  fc.assert(
    fc.property(sides, fc.array(asked, { minLength: 1, maxLength: 20 }), (areas, questions) => {
      const entries = areas.map((parts) => ({ include: sideOf(parts) }));
      const lookup = lookupOf(entries);
      for (const question of questions) {
        const covering = ({ include }: (typeof entries)[number]) => covers(include, question) !== null;
        expect(candidatesOf(lookup, question).filter(covering)).toEqual(entries.filter(covering));
      }
    }),
  );
});

test("a question about a position asks few of many polygons", () => {
  const entries = Array.from({ length: 1000 }, (_none, at) => {
    const [west, south] = [(at % 40) / 10, Math.floor(at / 40) / 10];
    return { include: sideOf([rectangle(west, south, west + 0.09, south + 0.09)]) };
  });
  const found = candidatesOf(lookupOf(entries), { names: new Set(), units: [], zip: null, position: [1.05, 1.05] });
  expect(found).toEqual([entries[410]]);
});
