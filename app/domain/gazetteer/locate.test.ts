import { expect, test } from "vitest";
import { gazetteerOf, type GazetteerPlace } from "./gazetteer";
import { locate, type Written } from "./locate";
import { mapVocabulary } from "./vocabulary";

const aPlace = (id: string, kind: GazetteerPlace["kind"], name: string, parentId: string | null): GazetteerPlace => ({
  ...{ id, kind, name, code: "", parentId, latitude: null, longitude: null },
});
const aCity = (...[id, kind, name, parentId]: Parameters<typeof aPlace>): GazetteerPlace => ({
  ...aPlace(id, kind, name, parentId),
  isSeat: true,
});

const PLACES = [
  aPlace("17", "province", "Pichincha", null),
  { ...aCity("1701", "canton", "Quito", "17"), isCapital: true },
  aPlace("cumbaya", "parish", "Cumbayá", "1701"),
  aPlace("machachi", "parish", "Machachi", "1703"),
  aPlace("1703", "canton", "Mejía", "17"),
  aPlace("11", "province", "Loja", null),
  aCity("1101", "canton", "Loja", "11"),
  aCity("1108", "canton", "Macará", "11"),
  aPlace("07", "province", "El Oro", null),
  aCity("0712", "canton", "Santa Rosa", "07"),
  { ...aPlace("14", "province", "Morona Santiago", null), also: ["Morona"] },
  { ...aPlace("1401", "canton", "Morona", "14"), isCapital: true },
  aPlace("21", "province", "Sucumbíos", null),
  aPlace("2105", "canton", "Sucumbíos", "21"),
  aPlace("18", "province", "Tungurahua", null),
  aCity("1801", "canton", "Ambato", "18"),
  aPlace("santa rosa a", "parish", "Santa Rosa", "1801"),
  aPlace("09", "province", "Guayas", null),
  { ...aCity("2403", "canton", "Salinas", "24"), formerParentId: "09" },
  aPlace("24", "province", "Santa Elena", null),
  aPlace("sucre", "quarter", "Sucre", "1801"),
  aPlace("ficoa", "quarter", "Ficoa", "1801"),
  aPlace("1314", "canton", "Sucre", "13"),
  aPlace("13", "province", "Manabí", null),
  aPlace("urdesa", "quarter", "Urdesa", "0901"),
  { ...aCity("0901", "canton", "Guayaquil", "09"), also: ["Santiago de Guayaquil"], lesser: ["Puerto Grande"] },
];
const byId = new Map(PLACES.map((place) => [place.id, place]));
const MAP = gazetteerOf("EC", PLACES, new Map(["17", "09", "18"].map((code) => [code, byId.get(code)!])));
const read = (written: Partial<Written>) => locate(MAP, mapVocabulary(MAP), { province: null, city: null, zip: null, ...written });
/** Where it is read to be, nearest first; several where nobody can say. */
const places = (written: Partial<Written>) => read(written).readings.map(({ path }) => path[0]?.id ?? "nowhere");

test.each<[what: string, written: Partial<Written>, id: string]>([
  ["the city with its province", { city: "Quito", province: "Pichincha" }, "1701"],
  ["the nearer of two in one field", { city: "Loja - Macará" }, "1108"],
  ["the village, where the province is its", { city: "Santa Rosa", province: "Tungurahua" }, "santa rosa a"],
  ["the village, where the postal code is its", { city: "Santa Rosa", zip: "180152" }, "santa rosa a"],
  ["the city before the one village of its name", { city: "Santa Rosa" }, "0712"],
  ["the city before its province", { city: "Loja" }, "1101"],
  ["the capital's canton before its province", { city: "Morona" }, "1401"],
  ["the province of the field for it", { province: "Loja" }, "11"],
  ["the capital in that field as its province", { city: "Machachi", province: "Quito" }, "machachi"],
  ["a province that it lay in", { city: "Salinas", province: "Guayas" }, "2403"],
  ["a canton before quarters of its name", { city: "Sucre" }, "1314"],
  ["a canton that is said to be one", { city: "Cantón Loja" }, "1101"],
  ["a province that is said to be one", { city: "Provincia de Loja" }, "11"],
  ["a name besides", { city: "Santiago de Guayaquil" }, "0901"],
  ["a district in the postal field", { city: "Quito", zip: "Cumbaya" }, "cumbaya"],
  ["the beginning of a name with a dot", { city: "Tungur." }, "18"],
  ["the province of a postal code", { zip: "170150" }, "17"],
])("what is meant is %s", (_what, written, id) => {
  expect(places(written)).toEqual([id]);
});

test.each<[what: string, written: Partial<Written>, id: string]>([
  ["the second line, where only the province is known", { city: "Pichincha", address2: "Machachi" }, "machachi"],
  ["the first, before its street", { city: "Pichincha", address1: "Machachi, calle Loja y Macará" }, "machachi"],
  ["the second line, where a city is called like its province", { city: "Loja", address2: "Macará" }, "1108"],
  ["no line, where the city is known", { city: "Quito", address2: "Macará" }, "1701"],
  ["no corner of streets", { city: "Loja", address1: "Macará y Salinas" }, "1101"],
  ["no street", { city: "Loja", address1: "Calle Macará" }, "1101"],
  ["no sector", { city: "Loja", address1: "Barrio Macará" }, "1101"],
  ["a quarter, where the province is its", { city: "Tungurahua", address2: "Ficoa" }, "ficoa"],
  ["no sector called like a quarter", { city: "Tungurahua", address2: "Barrio Ficoa" }, "18"],
  ["no house number", { city: "Loja", address1: "Macará 12" }, "1101"],
  ["no line that leads out of the province", { city: "Pichincha", address2: "Ambato" }, "17"],
])("of the lines with the street is asked %s", (_what, written, id) => {
  expect(places(written)).toEqual([id]);
});

test("of a province and a small canton in it that is called alike nobody can say", () => {
  expect(places({ city: "Sucumbíos" }).toSorted()).toEqual(["21", "2105"]);
});

test("places that fit equally are all said, and a line that leads to one of them decides", () => {
  const twin = gazetteerOf("EC", [...PLACES, aPlace("santa rosa b", "parish", "Santa Rosa", "1701")]);
  const both = (address2: string | null) =>
    locate(twin, mapVocabulary(twin), { province: null, city: "Santa Rosa", zip: null, address2 }).readings.map(({ path }) => path[0]?.id);
  expect(both(null)).toEqual(["0712", "santa rosa a", "santa rosa b"]);
  expect(both("Pichincha")).toEqual(["santa rosa b"]);
});

test("a name that others may have too, on no map, is no answer by itself", () => {
  expect(places({ city: "Urdesa" })).toEqual(["urdesa", "nowhere"]);
  expect(places({ city: "Puerto Grande" })).toEqual(["0901", "nowhere"]);
  expect(places({ city: "Machachy" })).toEqual(["machachi"]);
  expect(places({ city: "Urdesa", province: "Guayas" })).toEqual(["urdesa"]);
  expect(places({ city: "Urdesa", zip: "090511" })).toEqual(["urdesa"]);
});

test.each<[what: string, written: Partial<Written>, contradiction: [string, string]]>([
  ["two places apart", { city: "Quito", province: "Guayas" }, ["quito", "guayas"]],
  ["two cities in one field", { city: "Guayaquil / Quito" }, ["guayaquil", "quito"]],
  ["a canton and a province that has a quarter of its name", { city: "Sucre", province: "Tungurahua" }, ["sucre", "tungurahua"]],
  ["a postal code of another province", { city: "Quito", zip: "090511" }, ["quito", "090511 (Guayas)"]],
])("%s contradict each other", (_what, written, contradiction) => {
  expect(read(written).contradiction).toEqual(contradiction);
});

test("no more is read out of an address than it says", () => {
  for (const city of ["Ecuador", "-", "Calle Quito", "Av. Loja", "Barrio Loja", "Cdla. Macará", "norte", "12", "x"])
    expect(places({ city })).toEqual(["nowhere"]);
  expect(read({ city: "Quito", zip: "1701" }).contradiction).toBeNull();
});

test("what was taken for something else is told", () => {
  expect(read({ city: "Kito" }).guess).toEqual({ text: "kito", name: "quito" });
  expect(read({ city: "norte de Quito" }).guess).toEqual({ text: "norte de quito", name: "quito" });
  expect(read({ city: "Quito" }).guess).toBeNull();
});

test("a zone's name is found by all that its place is called, and by a name that no map has", () => {
  expect([...read({ city: "Santiago de Guayaquil" }).readings[0]!.names]).toContain("guayaquil");
  expect([...read({ city: "Nowhere" }).readings[0]!.names]).toEqual([]);
});
