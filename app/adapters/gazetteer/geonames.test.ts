import { expect, test } from "vitest";
import { pathOf } from "~/domain/gazetteer/gazetteer";
import { geonames } from "./geonames";

const maps = geonames(["EC", "PE", "CR"]);
const count = (country: string, kind: string) => [...maps.get(country)!.byId.values()].filter((place) => place.kind === kind).length;

test.each([
  ["EC", 24, 220],
  ["PE", 25, 190],
  ["CR", 7, 80],
])("the divisions of %s are there: %i provinces and at least %i cantons", (country, provinces, cantons) => {
  expect(count(country, "province")).toBeGreaterThanOrEqual(provinces);
  expect(count(country, "canton")).toBeGreaterThanOrEqual(cantons);
});

test("a town lies in its canton and province, a canton has its code and its seat's position", () => {
  const map = maps.get("EC")!;
  const [cumbaya] = map.byName.get("cumbaya")!;
  expect(pathOf(map, cumbaya!.place).map(({ name }) => name)).toEqual(["Cumbayá", "Quito", "Pichincha"]);
  expect([...map.byId.values()].find(({ kind, code }) => kind === "canton" && code === "1701")).toMatchObject({
    name: "Quito",
    latitude: expect.closeTo(-0.22, 1) as number,
  });
});
