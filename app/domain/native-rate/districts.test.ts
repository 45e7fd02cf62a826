import { expect, test } from "vitest";
import { geonames } from "~/adapters/gazetteer/geonames";
import type { AreaPart } from "~/domain/zone/area";
import { zoneIndex, type ZoneArea } from "~/domain/zone/zone-index";
import { districtsOf } from "./districts";

const MAPS = geonames(["EC"]);
const named = (...names: string[]): AreaPart[] => names.map((name) => ({ kind: "place", name }));
const aZone = (id: string, include: AreaPart[], exclude: AreaPart[] = [], priority = 10): ZoneArea => ({
  ...{ id, name: `Zona ${id}`, priority, active: true },
  area: { countryCode: "EC", include, exclude },
});
const offered = (zones: ZoneArea[], tooLarge: string[] = []) => districtsOf(zoneIndex(zones, MAPS), tooLarge, "es");

test("a buyer chooses among the places that zones name, with their accents, in the order of their letters", () => {
  expect(offered([aZone("a", named("Quito", "Cumbayá")), aZone("b", named("Ambato"))])).toEqual(["Ambato", "Cumbayá", "Quito"]);
});

test("a quarter that no map has is offered as it is written", () => {
  expect(offered([aZone("a", named("La Floresta de Arriba"))])).toEqual(["La Floresta de Arriba"]);
});

test("of a province its cantons are offered, but none that is left out of all zones", () => {
  const all = offered([aZone("a", named("Provincia de Pichincha"), named("Cantón Rumiñahui"))]);
  expect(all).toEqual(expect.arrayContaining(["Cayambe", "Mejía"]));
  expect(all).not.toContain("Rumiñahui");
});

test("what is left out of one zone and lies in another is offered", () => {
  expect(offered([aZone("a", named("Quito"), named("Cumbayá")), aZone("b", named("Cumbayá"))])).toEqual(["Cumbayá", "Quito"]);
});

test("a name that may be in either of two zones is not offered, nor a place of a zone that has no rates", () => {
  expect(offered([aZone("a", named("Cantón Bolívar, Carchi")), aZone("b", named("Cantón Bolívar, Manabí"))])).not.toContain("Bolívar");
  expect(offered([aZone("a", named("Quito")), aZone("b", named("Ambato"))], ["Zona b"])).toEqual(["Quito"]);
});
