import { expect, test } from "vitest";
import { pathOf } from "~/domain/gazetteer/gazetteer";
import { geonames } from "./geonames";

const maps = geonames(["EC", "PE", "CR"]);
const ofKind = (country: string, kind: string) => [...maps.get(country)!.byId.values()].filter((place) => place.kind === kind);

// Ecuador: INEC. Peru: INEI, 24 departments and Callao, and GeoNames' own unit for the capital's province. Costa Rica: IGN.
test.each([
  ["EC", 24, 222],
  ["PE", 26, 196],
  ["CR", 7, 84],
])("the divisions of %s are there: %i of the first kind and %i of the second", (country, provinces, cantons) => {
  expect(ofKind(country, "province")).toHaveLength(provinces);
  expect(ofKind(country, "canton")).toHaveLength(cantons);
});

test("Ecuador's parishes are there, each in its canton, and no name is there twice in a canton", () => {
  const map = maps.get("EC")!;
  const parishes = ofKind("EC", "parish");
  expect(parishes.length).toBeGreaterThanOrEqual(1045);
  expect(parishes.filter(({ parentId }) => map.byId.get(parentId!)?.kind !== "canton")).toEqual([]);
  const places = [...map.byId.values()].map(({ parentId, name }) => `${parentId} ${name}`);
  expect(places.filter((one, index) => places.indexOf(one) !== index)).toEqual([]);
});

test("a town lies in its canton and province, a canton has its code and its seat's position", () => {
  const map = maps.get("EC")!;
  const [cumbaya] = map.byName.get("cumbaya")!;
  expect(pathOf(map, cumbaya!.place).map(({ name }) => name)).toEqual(["Cumbayá", "Quito", "Pichincha"]);
  expect(ofKind("EC", "canton").find(({ code }) => code === "1701")).toMatchObject({
    name: "Quito",
    latitude: expect.closeTo(-0.22, 1) as number,
  });
  expect(ofKind("EC", "canton").find(({ code }) => code === "1703")).toMatchObject({
    name: "Mejía",
    latitude: expect.closeTo(-0.51, 1) as number,
  });
});

test("a unit is called as its country calls it: Peru's departments hold provinces, the others' provinces cantons", () => {
  expect(maps.get("PE")!.unitKeys).toContain("department cajamarca");
  expect(maps.get("PE")!.unitKeys).toContain("province trujillo");
  expect(maps.get("CR")!.unitKeys).toContain("canton monteverde");
  expect(maps.get("EC")!.unitKeys).toContain("canton bolivar carchi");
});
