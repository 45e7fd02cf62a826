import fc from "fast-check";
import { expect, test } from "vitest";
import { gazetteerOf, type GazetteerPlace } from "~/domain/gazetteer/gazetteer";
import type { AreaPart, Ring } from "./area";
import { findZone, type Place } from "./find-zone";
import { parsePostalPattern } from "./postal-pattern";
import { zoneIndex, type ZoneArea } from "./zone-index";

const named = (...names: string[]): AreaPart[] => names.map((name) => ({ kind: "place", name }));
const postal = (...patterns: string[]): AreaPart[] => patterns.map((pattern) => ({ kind: "postal", pattern }));
type Drawn = Partial<ZoneArea> & { include?: AreaPart[]; exclude?: AreaPart[]; countryCode?: string };
const aZone = ({ include = [], exclude = [], countryCode = "EC", ...zone }: Drawn): ZoneArea => ({
  id: "a",
  name: "Norte",
  priority: 10,
  active: true,
  area: { countryCode, include, exclude },
  ...zone,
});
const aPlace = (place: Partial<Place>): Place => ({
  ...{ countryCode: "EC", province: null, city: null, zip: null, address2: null, position: null },
  ...place,
});

const somewhere = (id: string, kind: GazetteerPlace["kind"], name: string, parentId: string | null, code = ""): GazetteerPlace => ({
  ...{ id, kind, name, parentId, code },
  latitude: kind === "province" ? null : -0.2,
  longitude: kind === "province" ? null : -78.5,
});
const PLACES = [
  somewhere("17", "province", "Pichincha", null),
  somewhere("1701", "canton", "Quito", "17", "1701"),
  somewhere("t1", "town", "Quito", "1701"),
  somewhere("t2", "town", "Cumbayá", "1701"),
  somewhere("09", "province", "Guayas", null),
  somewhere("0901", "canton", "Guayaquil", "09", "0901"),
  somewhere("0906", "canton", "Daule", "09", "0906"),
  somewhere("13", "province", "Manabí", null),
  somewhere("1311", "canton", "Pichincha", "13", "1311"),
  somewhere("08", "province", "Esmeraldas", null),
  somewhere("t3", "town", "Daule", "08"),
  somewhere("0712", "canton", "Santa Rosa", "07", "0712"),
  somewhere("1801", "canton", "Ambato", "18", "1801"),
  somewhere("t4", "town", "San Antonio", "1701"),
  somewhere("t5", "town", "San Antonio", "1801"),
];
const MAP = gazetteerOf("EC", PLACES, new Map(["17", "09"].map((code) => [code, PLACES.find(({ id }) => id === code)!])));
const find = (zones: ZoneArea[], place: Partial<Place>) => findZone(zoneIndex(zones, new Map([["EC", MAP]])), aPlace(place));
const first = (zones: ZoneArea[], place: Partial<Place>) => find(zones, place).matches[0];

test.each([
  ["QUITO", "quito"],
  ["Cumbayá", "cumbaya"],
  ["Quito, Pichincha", "Quito"],
  ["  san  rafael ", "San Rafael"],
  ["Samborondón - Guayas", "samborondon"],
  ["Sta. Rosa", "Santa Rosa"],
  ["Norte de Quito", "Quito"],
  ["Guayakil", "Guayaquil"],
  ["Quito D.M.", "Quito"],
])("the city written %j is the place %j", (city, place) => {
  expect(first([aZone({ include: named(place) })], { city })?.by).toBe("place");
});

test.each([
  ["a province", "Provincia de Pichincha", { city: "Cumbayá" }],
  ["a canton", "Cantón Quito", { city: "Cumbaya" }],
  ["a province named by a postal code only", "Provincia de Pichincha", { city: "?", zip: "170135" }],
  ["a canton that is written without the word", "Cantón Quito", { city: "Quito" }],
])("what lies in %s is in the zone of its unit", (_what, name, place) => {
  expect(first([aZone({ include: named(name) })], place)?.what).toBe(name);
});

test("a unit is asked for by its kind: who writes the province is in no canton of its name", () => {
  const zones = [aZone({ include: named("Cantón Pichincha, Manabí") }), aZone({ id: "b", include: named("Provincia de Pichincha") })];
  expect(first(zones, { city: "Quito", province: "Pichincha" })?.what).toBe("Provincia de Pichincha");
  expect(first(zones, { city: "Pichincha", province: "Manabí" })?.what).toBe("Cantón Pichincha, Manabí");
  expect(find([aZone({ include: named("Cantón Pichincha") })], { province: "Pichincha" }).matches).toEqual([]);
});

test("a unit that no map has is its name", () => {
  expect(find([aZone({ include: named("Cantón Lejano") })], { city: "Lejano" }).matches).toHaveLength(1);
});

test("a name alone is what people call so, and nothing that lies in the unit of that name", () => {
  expect(find([aZone({ include: named("Quito", "Pichincha") })], { city: "Cumbayá" }).matches).toEqual([]);
});

test("a district typed into the postal field finds its zone", () => {
  expect(first([aZone({ include: named("Iñaquito") })], { city: "Quito", zip: "inaquito" })?.what).toBe("Iñaquito");
});

test("a name inside a longer word is another place", () => {
  expect(find([aZone({ include: named("Quito") })], { city: "Quitoloma" }).matches).toEqual([]);
});

test.each([
  ["170135", "170135", true],
  ["1701*", "170135", true],
  ["1701*", "1801", false],
  ["090101-090615", "090300", true],
  ["090101-090615", "0903", false],
  ["ec1 7*", "EC170", true],
])("pattern %j against %j is %s", (pattern, zip, expected) => {
  expect(find([aZone({ include: postal(pattern) })], { zip }).matches.length > 0).toBe(expected);
});

test.each(["*", "", "17-1", "9-1", "a b-c d e"])("%j is no postal pattern", (text) => {
  expect(parsePostalPattern(text)).toBeNull();
});

test("the smaller priority number wins, then the smaller id, and that two are equal is said", () => {
  const zones = [
    aZone({ id: "c", name: "C", priority: 1, include: named("Quito") }),
    aZone({ id: "b", name: "B", priority: 1, include: named("Quito") }),
    aZone({ id: "a", name: "A", priority: 2, include: named("Quito") }),
  ];
  const { matches, doubt } = find(zones, { city: "Quito" });
  expect(matches.map(({ zone }) => zone.id)).toEqual(["b", "c", "a"]);
  expect(doubt).toEqual({ code: "zones_equal", params: { zone: "B", other: "C" } });
});

test.each([
  ["a street named after a city", { city: "Guayaquil", address2: "Quito / Colón" }, "Guayaquil"],
  ["a postal code of the city's zone", { city: "?", zip: "090101", address2: "Quito, piso 3" }, "Guayaquil"],
  ["a district, where nothing else names a zone", { city: "Parroquia desconocida", address2: "Quito" }, "Quito"],
])("in the second line %s counts less than the city", (_what, place, name) => {
  const zones = [
    aZone({ id: "a", name: "Quito", priority: 1, include: named("Quito") }),
    aZone({ id: "b", name: "Guayaquil", priority: 2, include: [...named("Guayaquil"), ...postal("09*")] }),
  ];
  expect(first(zones, place)?.zone.name).toBe(name);
});

test("what is excluded is outside, whatever else puts it inside", () => {
  const zone = aZone({ include: named("Provincia de Pichincha"), exclude: [...named("Cumbayá"), ...postal("170150")] });
  expect(first([zone], { city: "Quito" })?.what).toBe("Provincia de Pichincha");
  expect(find([zone], { city: "Cumbayá" }).matches).toEqual([]);
  expect(find([zone], { city: "Quito", zip: "170150" }).matches).toEqual([]);
});

test("a slip is taken for what it means and told; what may mean two zones is told and not guessed", () => {
  const zones = [
    aZone({ id: "a", name: "Quito", include: named("Cantón Quito") }),
    aZone({ id: "b", name: "Ambato", include: named("Cantón Ambato") }),
  ];
  expect(find(zones, { city: "Cumballa" })).toMatchObject({
    matches: [{ zone: { id: "a" } }],
    guess: { text: "cumballa", name: "cumbaya" },
  });
  const { matches, doubt } = find(zones, { city: "San Antonio" });
  expect(matches).toHaveLength(1);
  expect(doubt).toEqual({ code: "place_ambiguous", params: { text: "san antonio", options: "Quito, Ambato" } });
  expect(find(zones, { city: "San Antonio", province: "Pichincha" })).toMatchObject({ matches: [{ zone: { id: "a" } }], doubt: null });
  expect(find(zones, { city: "Quito", province: "Guayas" }).doubt).toEqual({
    code: "place_contradicts",
    params: { one: "quito", other: "guayas" },
  });
});

const SQUARE: Ring = [
  [-78.55, -0.25],
  [-78.45, -0.25],
  [-78.45, -0.15],
  [-78.55, -0.15],
  [-78.55, -0.25],
];
const HOLE: Ring = SQUARE.map(([x, y]) => [-78.5 + (x + 78.5) / 5, -0.2 + (y + 0.2) / 5] as const);
const at = (longitude: number, latitude: number) => ({ position: { longitude, latitude, source: "shopify" as const } });

test("a polygon holds what is inside it and in none of its holes; a circle what is near enough", () => {
  const polygon = aZone({ include: [{ kind: "polygon", rings: [SQUARE, HOLE] }] });
  expect(first([polygon], at(-78.53, -0.2))?.by).toBe("position");
  expect(find([polygon], at(-78.5, -0.2)).matches).toEqual([]);
  expect(find([polygon], at(-78.56, -0.2)).matches).toEqual([]);
  const circle = aZone({ include: [{ kind: "circle", latitude: -0.2, longitude: -78.5, metres: 1000 }] });
  expect(first([circle], at(-78.5, -0.2089))?.what).toBe("circle");
  expect(find([circle], at(-78.5, -0.2091)).matches).toEqual([]);
});

test("without a position, the middle of the place that the address names decides, and says so", () => {
  const zone = aZone({ include: [{ kind: "circle", latitude: -0.2, longitude: -78.5, metres: 1000 }] });
  expect(find([zone], { city: "Cumbayá" })).toMatchObject({ matches: [{ by: "position" }], position: { source: "place" } });
  expect(find([zone], { city: "Pichincha" }).matches).toEqual([]);
});

const circle = (metres: number, longitude = -78.5): AreaPart => ({ kind: "circle", latitude: -0.2, longitude, metres });
const geocoded = (longitude: number, metres: number) => ({ position: { latitude: -0.2, longitude, metres, source: "geocoder" as const } });

test("a geocoder's answer that is no finer than a town, or lies elsewhere than the address says, gives way to the middle of the place", () => {
  const sourceOf = (place: Partial<Place>) => find([aZone({ include: [circle(1000)] })], place).position?.source;
  expect(sourceOf({ city: "Quito", ...geocoded(-78.45, 60) })).toBe("geocoder");
  expect(sourceOf({ city: "Quito", ...geocoded(-78.45, 2500) })).toBe("geocoder");
  expect(sourceOf({ city: "Quito", ...geocoded(-78.45, 8000) })).toBe("place");
  expect(sourceOf({ city: "?", ...geocoded(-78.45, 8000) })).toBe("geocoder");
  const farOff = [...PLACES, { ...somewhere("1601", "canton", "Puyo", "16"), latitude: -1.49, longitude: -78 }];
  const zones = zoneIndex([aZone({ include: [circle(1000)] })], new Map([["EC", gazetteerOf("EC", farOff)]]));
  const inPuyo = { latitude: -1.49, longitude: -78, metres: 20 };
  const foundAt = (city: string, source: "geocoder" | "shopify" | "remembered") =>
    findZone(zones, aPlace({ city, position: { ...inPuyo, source } })).position?.source;
  expect([foundAt("Quito", "geocoder"), foundAt("Puyo", "geocoder")]).toEqual(["place", "geocoder"]);
  // It may be called so, or not: then the map knows no better than the geocoder.
  expect([foundAt("Quitto", "geocoder"), foundAt("Quito", "shopify"), foundAt("Quito", "remembered")]).toEqual([
    "geocoder",
    "shopify",
    "remembered",
  ]);
});

test("where the position is not well known and other zones are near, that is said; where the same zone is all around it, it is not", () => {
  const small = aZone({ id: "s", name: "Centro", priority: 1, include: [circle(1000)] });
  const [wide, byName] = [
    aZone({ id: "w", name: "Ancha", include: [circle(20_000)] }),
    aZone({ id: "n", name: "Quito", include: named("Quito") }),
  ];
  const doubtOf = (zones: ZoneArea[], place: Partial<Place>) => find(zones, place).doubt;
  const options = { code: "position_unsure", params: { kilometres: "5", options: "Centro, Ancha" } };
  expect(doubtOf([small, wide], { city: "Quito" })).toEqual(options);
  expect(doubtOf([small, byName], { city: "Quito" })).toMatchObject({ params: { options: "Centro, Quito" } });
  expect(doubtOf([small], { city: "Quito" })).toMatchObject({ params: { options: "Centro, –" } });
  expect([doubtOf([wide], { city: "Quito" }), doubtOf([byName], { city: "Quito" })]).toEqual([null, null]);
  expect(doubtOf([small, wide], { city: "Quito", ...geocoded(-78.5, 60) })).toBeNull();
  expect(doubtOf([small, wide], { city: "?", ...geocoded(-78.5, 3000) })).toMatchObject({ params: { kilometres: "3" } });
});

test("a small zone that lies between all others that are looked at is near, too", () => {
  const nook = aZone({ id: "s", name: "Rincón", priority: 1, include: [circle(150, -78.511)] });
  const wide = aZone({ id: "w", name: "Ancha", include: [circle(20_000)] });
  expect(find([nook, wide], { city: "Quito" })).toMatchObject({
    matches: [{ zone: { id: "w" } }],
    doubt: { params: { options: "Ancha, Rincón" } },
  });
});

test("a whole country, another country, and a zone switched off", () => {
  expect(first([aZone({ include: [{ kind: "country" }] })], { city: "Nowhere" })?.by).toBe("country");
  expect(find([aZone({ countryCode: "PE", include: named("Quito") })], { city: "Quito" }).matches).toEqual([]);
  expect(find([aZone({ active: false, include: named("Quito") })], { city: "Quito" }).matches).toEqual([]);
});

test("the order of zones never changes the answer", () => {
  const zone = fc.record({
    id: fc.uuid(),
    priority: fc.integer({ min: 0, max: 3 }),
    city: fc.constantFrom("Quito", "Guayaquil", "Cuenca", "Pichincha"),
  });
  fc.assert(
    fc.property(fc.uniqueArray(zone, { selector: (z) => z.id, maxLength: 8 }), fc.constantFrom("quito", "GUAYAQUIL"), (drafts, city) => {
      const zones = drafts.map(({ city: place, ...draft }) => aZone({ ...draft, include: named(place) }));
      expect(find(zones, { city })).toEqual(find([...zones].reverse(), { city }));
    }),
  );
});
