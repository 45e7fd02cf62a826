import { expect, test } from "vitest";
import { gazetteerOf, type GazetteerPlace } from "~/domain/gazetteer/gazetteer";
import { isOutside, middleOf } from "./middle-of-place";

type At = [latitude: number, longitude: number] | null;
const place = (id: string, kind: GazetteerPlace["kind"], parentId: string | null, at: At): GazetteerPlace => ({
  ...{ id, kind, name: id, code: "", parentId, latitude: at?.[0] ?? null, longitude: at?.[1] ?? null },
});
const PLACES = [
  place("Pichincha", "province", null, null),
  place("Quito", "canton", "Pichincha", [-0.22, -78.51]),
  place("Tumbaco", "parish", "Quito", [-0.21, -78.4]),
  place("Iñaquito", "quarter", "Quito", null),
  place("Rumiñahui", "canton", "Pichincha", [-0.33, -78.45]),
  place("Puyo", "canton", "Pastaza", [-1.49, -78]),
  place("Unmapped", "canton", "Pastaza", null),
];
const MAP = gazetteerOf("EC", PLACES);
const pathTo = (id: string) => MAP.paths.get(id)!;
const outside = (id: string, latitude: number, longitude: number) => isOutside(MAP, pathTo(id), { latitude, longitude });

test("a place that the map has a middle of is known to some kilometres, by its kind; a province is not", () => {
  expect(middleOf(pathTo("Quito"))).toEqual({ latitude: -0.22, longitude: -78.51, source: "place", metres: 5000 });
  expect(middleOf(pathTo("Tumbaco"))).toMatchObject({ latitude: -0.21, metres: 3000 });
  expect(["Pichincha", "Unmapped"].map((id) => middleOf(pathTo(id)))).toEqual([null, null]);
  expect(middleOf(pathTo("Iñaquito"))).toEqual(middleOf(pathTo("Quito")));
});

test.each([
  ["in another town's middle, far away", "Quito", -1.49, -78, true],
  ["in its own middle", "Quito", -0.22, -78.51, false],
  ["at a parish of its own", "Quito", -0.21, -78.4, false],
  ["in a quarter whose town is known", "Iñaquito", -1.49, -78, true],
  ["at a neighbour, where towns grow together", "Quito", -0.3, -78.45, false],
  ["in another parish of its canton, far away", "Tumbaco", -0.22, -78.51, true],
  ["where nobody lives, but nearer to it than to others", "Quito", 0, -78.6, false],
  ["anywhere, of a province", "Pichincha", -1.49, -78, false],
  ["anywhere, of what the map can't place", "Unmapped", -0.22, -78.51, false],
])("a point %s (%s) lies outside: %#", (_what, id, latitude, longitude, expected) => {
  expect(outside(id, latitude, longitude)).toBe(expected);
});
