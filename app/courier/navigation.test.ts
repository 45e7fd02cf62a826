import { expect, test } from "vitest";
import { waysTo } from "./navigation";

const card = { mapsUrl: "https://www.google.com/maps", wazeUrl: "https://waze.com/ul", geoUrl: "geo:0,0" };
const names = (...asked: Parameters<typeof waysTo>) => waysTo(...asked).map(({ name }) => name);

test("the way that was taken last is first, the others keep their order", () => {
  expect(names(card, null)).toEqual(["maps", "waze", "geo"]);
  expect(names(card, "waze")).toEqual(["waze", "maps", "geo"]);
  expect(names(card, "geo")).toEqual(["geo", "maps", "waze"]);
});

test("there is no way to where nobody lives, nor one that a stop of before did not bring", () => {
  expect(names({ mapsUrl: null, wazeUrl: null, geoUrl: null }, "waze")).toEqual([]);
  expect(names({ mapsUrl: "m", wazeUrl: "w" }, "geo")).toEqual(["maps", "waze"]);
});
