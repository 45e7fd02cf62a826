import { expect, test } from "vitest";
import { suggestionsFor } from "./suggestions";
import type { Division } from "./use-divisions";

const place = (kind: Division["kind"], name: string, within: string): Division => ({
  kind,
  name,
  within,
  isCapital: false,
  latitude: null,
  longitude: null,
});
const MAP = [
  place("province", "Pichincha", ""),
  place("canton", "Quito", "Pichincha"),
  place("town", "Quito", "Quito, Pichincha"),
  place("town", "San José de Quito", "Bolívar"),
  place("town", "Iñaquito", "Quito, Pichincha"),
];
const offers = (term: string) =>
  suggestionsFor(MAP, term, (key, params) => `${key.split(".").at(-1)} ${params?.name ?? ""}`.trim()).map(({ name }) => name);

test("a canton is offered as people call it and whole, a province whole, the beginning of a name before the beginning of a word in it", () => {
  expect(offers("quit")).toEqual(["Quito", "cantonOf Quito", "San José de Quito"]);
  expect(offers("PICHIN")).toEqual(["provinceOf Pichincha"]);
  expect(offers("cantón quito")).toEqual(["Quito", "cantonOf Quito", "San José de Quito"]);
  expect(offers("inaq")).toEqual(["Iñaquito"]);
});

test("of two cantons that are called alike each is whole only with its province", () => {
  const map = [place("canton", "Bolívar", "Carchi"), place("canton", "Bolívar", "Manabí")];
  const found = suggestionsFor(map, "boli", (key, params) => `${key.split(".").at(-1)} ${params.name ?? ""}`.trim());
  expect(found.map(({ name }) => name)).toEqual(["Bolívar", "cantonOf Bolívar, Carchi", "cantonOf Bolívar, Manabí"]);
});

test("one letter is too little, and nonsense finds nothing", () => {
  expect([offers("q"), offers("xyz")]).toEqual([[], []]);
});
