import fc from "fast-check";
import { expect, test } from "vitest";
import { findZone } from "./find-zone";
import { parsePostalPattern } from "./postal-pattern";
import type { Place, ZoneArea } from "./zone";

const aZone = (zone: Partial<ZoneArea>): ZoneArea => ({
  id: "a",
  name: "Norte",
  priority: 10,
  countryCode: "EC",
  places: [],
  postalPatterns: [],
  active: true,
  ...zone,
});
const aPlace = (place: Partial<Place>): Place => ({ countryCode: "EC", province: null, city: null, zip: null, address2: null, ...place });

test.each([
  ["QUITO", "quito"],
  ["Cumbayá", "cumbaya"],
  ["Quito, Pichincha", "Quito"],
  ["  san  rafael ", "San Rafael"],
  ["Samborondón - Guayas", "samborondon"],
])("the city written %j is the place %j", (city, place) => {
  expect(findZone([aZone({ places: [place] })], aPlace({ city }))?.by).toBe("place");
});

test("a district typed into the postal field finds its zone", () => {
  expect(findZone([aZone({ places: ["Iñaquito"] })], aPlace({ city: "Quito", zip: "inaquito" }))?.what).toBe("Iñaquito");
});

test("a name inside a longer name is another place", () => {
  expect(findZone([aZone({ places: ["Quito"] })], aPlace({ city: "Quitoloma" }))).toBeNull();
});

test.each([
  ["170135", "170135", true],
  ["1701*", "170135", true],
  ["1701*", "1801", false],
  ["090101-090615", "090300", true],
  ["090101-090615", "0903", false],
  ["ec1 7*", "EC170", true],
])("pattern %j against %j is %s", (pattern, zip, expected) => {
  expect(findZone([aZone({ postalPatterns: [pattern] })], aPlace({ zip })) !== null).toBe(expected);
});

test.each(["*", "", "17-1", "9-1", "a b-c d e"])("%j is no postal pattern", (text) => {
  expect(parsePostalPattern(text)).toBeNull();
});

test("the smaller priority number wins, then the smaller id", () => {
  const zones = [
    aZone({ id: "c", priority: 1, places: ["Quito"] }),
    aZone({ id: "b", priority: 1, places: ["Quito"] }),
    aZone({ id: "a", priority: 2, places: ["Quito"] }),
  ];
  expect(findZone(zones, aPlace({ city: "Quito" }))?.zone.id).toBe("b");
});

test.each([
  ["a street named after a city", { city: "Guayaquil", address2: "Quito / Colón" }, "Guayaquil"],
  ["a postal code of the city's zone", { city: "?", zip: "0901", address2: "Quito, piso 3" }, "Guayaquil"],
  ["a district, where nothing else names a zone", { city: "Parroquia desconocida", address2: "Quito" }, "Quito"],
])("in the second line %s counts less than the city", (_what, place, name) => {
  const zones = [
    aZone({ id: "a", name: "Quito", priority: 1, places: ["Quito"] }),
    aZone({ id: "b", name: "Guayaquil", priority: 2, places: ["Guayaquil"], postalPatterns: ["09*"] }),
  ];
  expect(findZone(zones, aPlace(place))?.zone.name).toBe(name);
});

test("another country and a zone switched off never match", () => {
  const place = aPlace({ city: "Quito" });
  expect(findZone([aZone({ countryCode: "PE", places: ["Quito"] }), aZone({ active: false, places: ["Quito"] })], place)).toBeNull();
});

test("the order of zones never changes the answer", () => {
  const zone = fc.record({
    id: fc.uuid(),
    priority: fc.integer({ min: 0, max: 3 }),
    city: fc.constantFrom("Quito", "Guayaquil", "Cuenca"),
  });
  fc.assert(
    fc.property(fc.uniqueArray(zone, { selector: (z) => z.id, maxLength: 8 }), fc.constantFrom("quito", "GUAYAQUIL"), (drafts, city) => {
      const zones = drafts.map(({ city: place, ...draft }) => aZone({ ...draft, places: [place] }));
      expect(findZone(zones, aPlace({ city }))?.zone.id).toBe(findZone([...zones].reverse(), aPlace({ city }))?.zone.id);
    }),
  );
});
