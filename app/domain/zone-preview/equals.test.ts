import { expect, test } from "vitest";
import type { AreaPart } from "~/domain/zone/area";
import { equalZones } from "./equals";

const zone = (id: string, priority: number, ...include: AreaPart[]) => ({
  ...{ id, name: id, priority, active: true, area: { countryCode: "EC", include, exclude: [] } },
});
const named = (name: string): AreaPart => ({ kind: "place", name });
const postal = (pattern: string): AreaPart => ({ kind: "postal", pattern });
const square = (x: number): AreaPart => ({
  kind: "polygon",
  rings: [
    [
      [x, 0],
      [x + 1, 0],
      [x + 1, 1],
      [x, 1],
      [x, 0],
    ],
  ],
});
const pairs = (...zones: ReturnType<typeof zone>[]) => [...equalZones(zones, new Set(zones.map(({ id }) => id)))];

test("zones of one priority that share a name, a code, a country or a piece of ground are told, each of the other", () => {
  expect(pairs(zone("a", 1, named("Sta. Rosa")), zone("b", 1, named("santa rosa")))).toEqual([
    ["a", ["b"]],
    ["b", ["a"]],
  ]);
  expect(pairs(zone("a", 1, postal("17*")), zone("b", 1, postal("170100-170200")))).toHaveLength(2);
  expect(pairs(zone("a", 1, { kind: "country" }), zone("b", 1, named("Loja")))).toHaveLength(2);
  expect(pairs(zone("a", 1, square(0)), zone("b", 1, square(0.5)))).toHaveLength(2);
});

test("another priority, a border, the canton beside the town of its name are none", () => {
  expect(pairs(zone("a", 1, named("Quito")), zone("b", 2, named("Quito")))).toEqual([]);
  expect(pairs(zone("a", 1, square(0)), zone("b", 1, square(1)))).toEqual([]);
  expect(pairs(zone("a", 1, named("Quito")), zone("b", 1, named("Cantón Quito")))).toEqual([]);
  expect(pairs(zone("a", 1, named("Quito")), { ...zone("b", 1, named("Quito")), active: false })).toEqual([]);
});

test("only who is asked for is answered", () => {
  expect([...equalZones([zone("a", 1, named("Loja")), zone("b", 1, named("Loja"))], new Set(["b"]))]).toEqual([["b", ["a"]]]);
});
