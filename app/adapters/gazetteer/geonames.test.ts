import { expect, test } from "vitest";
import { pathOf } from "~/domain/gazetteer/gazetteer";
import { locate } from "~/domain/gazetteer/locate";
import { mapVocabulary } from "~/domain/gazetteer/vocabulary";
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

// INEI counts 1,892. Costa Rica's division counts some 490, and gains a few each year.
test.each([
  ["PE", 1892, 20, 0],
  ["CR", 494, 390, 9],
])(
  "the districts of %s are there, %i of them, each in its canton and most with a position",
  (country, count, withoutPosition, cantonsWithout) => {
    const map = maps.get(country)!;
    const districts = ofKind(country, "parish");
    expect(districts).toHaveLength(count);
    expect(districts.filter(({ parentId }) => map.byId.get(parentId!)?.kind !== "canton")).toEqual([]);
    expect(districts.filter(({ latitude }) => latitude === null).length).toBeLessThan(withoutPosition);
    expect(ofKind(country, "canton").filter(({ latitude }) => latitude === null)).toHaveLength(cantonsWithout);
    const places = [...map.byId.values()].filter(({ kind }) => kind === "parish").map(({ parentId, name }) => `${parentId} ${name}`);
    expect(places.filter((one, index) => places.indexOf(one) !== index)).toEqual([]);
  },
);

test.each([
  ["PE", "Ate", null, ["Ate", "Lima"]],
  ["PE", "Comas", "Lima", ["Comas", "Lima"]],
  ["PE", "VES", null, ["Villa El Salvador", "Lima"]],
  ["PE", "San Isidro, Lima", null, ["San Isidro", "Lima"]],
  ["PE", "Miraflores", "Arequipa", ["Miraflores", "Provincia de Arequipa"]],
  ["CR", "San Antonio, Escazú", null, ["San Antonio", "Escazú"]],
  ["CR", "Ciudad Quesada", "Alajuela", ["Quesada", "San Carlos"]],
  ["CR", "San Pedro, Montes de Oca", "San José", ["San Pedro", "Montes de Oca"]],
])("in %s, %s (%s) is one district", (country, city, province, expected) => {
  const map = maps.get(country)!;
  const { readings } = locate(map, mapVocabulary(map), { province, city, zip: null, address2: null });
  expect(readings.map(({ path }) => path.slice(0, 2).map(({ name }) => name))).toEqual([expected]);
});

test("a district's name that several bear is asked about", () => {
  const map = maps.get("PE")!;
  const written = { province: null, city: "Surco", zip: null, address2: null };
  const { readings } = locate(map, mapVocabulary(map), written);
  expect(readings.length).toBe(2);
});
