import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { compileFunction } from "../../../extensions/build.mjs";
import { hiddenOptions, type DeliveryFunction } from "../../../sandbox/shopify/functions/delivery-customization";
import { loadFunction } from "../../../sandbox/shopify/functions/host";
import { geonames } from "~/adapters/gazetteer/geonames";
import { foldName } from "~/domain/gazetteer/fold-name";
import type { AreaPart } from "~/domain/zone/area";
import { findZone, type Place } from "~/domain/zone/find-zone";
import { plainService } from "~/domain/zone/plain-zone";
import { zoneIndex, type ZoneArea } from "~/domain/zone/zone-index";
import { districtsOf } from "./districts";
import { nativeName } from "./native-rates";
import { zoneTable } from "./zone-table";

const MAPS = geonames(["EC"]);
const NAMES = [...new Set([...MAPS.get("EC")!.byId.values()].map(({ name }) => name))];
let zoneRates: DeliveryFunction;
beforeAll(async () => {
  const inputQuery = readFileSync("extensions/zone-rates/input.graphql", "utf8");
  zoneRates = { module: loadFunction(await compileFunction("zone-rates")), inputQuery };
}, 60_000);

type TestZone = ZoneArea & { services: ReturnType<typeof plainService>[] };
const aZone = (id: string, include: AreaPart[], zone: Partial<TestZone> & { exclude?: AreaPart[] } = {}): TestZone => {
  const { exclude = [], ...rest } = zone;
  const area = { countryCode: "EC", include, exclude };
  return { id, name: `Zona ${id}`, priority: 10, active: true, area, services: [plainService(350)], ...rest };
};
const named = (...names: string[]): AreaPart[] => names.map((name) => ({ kind: "place", name }));
const aPlace = (place: Partial<Place>): Place => ({
  ...{ countryCode: "EC", province: null, city: null, zip: null, address2: null, position: null },
  ...place,
});

const metafieldsOf = (zones: TestZone[]) =>
  zoneTable(indexOf(zones), "es").pieces.map((value, at) => ({ namespace: "$app", key: `zones${at + 1}`, value }));

/** Which zone's rates the function leaves to be chosen; the merchant's own rate is always there. */
function offered(zones: TestZone[], place: Place, attributes: { key: string; value: string }[] = [], metafields = metafieldsOf(zones)) {
  const { city, zip, address2, countryCode, position } = place;
  const options = zones.map(({ id, name }) => ({ handle: id, title: nativeName(name, { name: "" }, "es") }));
  const [latitude, longitude] = position ? [position.latitude, position.longitude] : [null, null];
  const address = { countryCode, city, zip, address2, latitude, longitude };
  const all = [...options, { handle: "own", title: "Correo" }];
  const hidden = hiddenOptions(zoneRates, { attributes, address, options: all }, metafields);
  expect(hidden).not.toContain("own");
  return zones.map(({ id }) => id).filter((id) => !hidden.includes(id));
}

const indexed = new WeakMap<TestZone[], ReturnType<typeof zoneIndex<TestZone>>>();
function indexOf(zones: TestZone[]) {
  const known = indexed.get(zones) ?? zoneIndex(zones, MAPS);
  indexed.set(zones, known);
  return known;
}

/** Which zone the server quotes. */
function quoted(zones: TestZone[], place: Place): string[] {
  const { matches, doubt } = findZone(indexOf(zones), place);
  return matches[0] && doubt?.code !== "place_ambiguous" ? [matches[0].zone.id] : [];
}

const NORTH = aZone("north", named("Quito", "Cantón Rumiñahui"), { exclude: named("Cumbayá") });
const SOUTH = aZone("south", [...named("Guayaquil"), { kind: "postal", pattern: "0901*" }]);
const COAST = aZone("coast", [{ kind: "circle", latitude: -0.9677, longitude: -80.7089, metres: 20_000 }]);
const ALL = aZone("all", [{ kind: "country" }], { priority: 20, exclude: named("Provincia de Loja") });
const ZONES = [NORTH, SOUTH, COAST, ALL];

test.each<[string, Partial<Place>, string[]]>([
  ["a name, however it is written", { city: " QUITO D.M. " }, ["north"]],
  ["all that lies in a canton", { city: "Sangolqui" }, ["north"]],
  ["two names in one field", { city: "Quito, Pichincha" }, ["north"]],
  ["a name among words", { city: "norte de Quito" }, ["north"]],
  ["a postal prefix", { city: "?", zip: "0901 50" }, ["south"]],
  [
    "a shape, by the coordinates that checkout has",
    { city: "?", position: { latitude: -0.95, longitude: -80.72, source: "shopify" } },
    ["coast"],
  ],
  ["a shape, by the middle of the town where it has none", { city: "Manta" }, ["coast"]],
  ["what no other zone covers", { city: "Ambato" }, ["all"]],
  ["the first line before the second", { city: "Ambato", address2: "cerca de Quito" }, ["all"]],
  ["what is excluded", { city: "Loja" }, []],
  ["another country", { city: "Quito", countryCode: "PE" }, []],
])("function and server find the same zone by %s", (_what, change, expected) => {
  const place = aPlace(change);
  expect([offered(ZONES, place), quoted(ZONES, place)]).toEqual([expected, expected]);
});

test("a district chosen in the cart says more than the city", () => {
  expect(offered(ZONES, aPlace({ city: "Ambato" }), [{ key: "_district", value: "Guayaquil" }])).toEqual(["south"]);
});

test("each place that the cart offers shows one zone's rates, whatever city is typed", () => {
  const places = districtsOf(indexOf(ZONES), [], "es");
  expect(places.length).toBeGreaterThan(100);
  const metafields = metafieldsOf(ZONES);
  for (const place of places) {
    const zones = offered(ZONES, aPlace({ city: "Ambato" }), [{ key: "_district", value: place }], metafields);
    expect({ place, zones }).toEqual({ place, zones: quoted(ZONES, aPlace({ city: place })) });
  }
});

test("a zone that is served from elsewhere gives way where none of its rates is offered", () => {
  const bound = aZone("bound", named("Quito"), { locationGids: ["L1"] });
  expect(offered([bound, ALL], aPlace({ city: "Quito" }))).toEqual(["bound"]);
  const metafields = metafieldsOf([bound, ALL]);
  const address = { countryCode: "EC", city: "Quito", zip: null, address2: null, latitude: null, longitude: null };
  const options = [{ handle: "all", title: nativeName(ALL.name, { name: "" }, "es") }];
  expect(hiddenOptions(zoneRates, { attributes: [], address, options }, metafields)).toEqual([]);
});

test("an address as long as a book makes nothing fail", () => {
  const long = "Quito, ".repeat(2_000);
  expect(offered(ZONES, aPlace({ city: long, zip: long, address2: long }))).toEqual(["north"]);
});

const spelling = fc.constantFrom(
  (name: string) => name,
  (name: string) => name.toUpperCase(),
  (name: string) => `  ${name.toLowerCase()} `,
  (name: string) => name.normalize("NFD").replace(/\p{M}/gu, ""),
  (name: string) => name.normalize("NFD"),
  (name: string) =>
    name
      .replace(/^Santa /, "Sta. ")
      .replace(/^Santo /, "Sto. ")
      .replace(/^San /, "Sn. "),
  (name: string) => `Ciudad de ${name}`,
  (name: string) => `${name} (${name})`,
);
const placeName = fc.constantFrom(...NAMES);
const corner = fc.tuple(fc.integer({ min: -8_000_000, max: -7_500_000 }), fc.integer({ min: -500_000, max: 150_000 }));
/** A square in hundred-thousandths of a degree, as the table keeps corners. */
const square = fc.tuple(corner, fc.integer({ min: 1_000, max: 100_000 })).map(([[x, y], size]): AreaPart => {
  const at = (dx: number, dy: number) => [(x + dx * size) / 100_000, (y + dy * size) / 100_000] as const;
  return { kind: "polygon", rings: [[at(0, 0), at(1, 0), at(1, 1), at(0, 1), at(0, 0)]] };
});
const circle = fc.tuple(corner, fc.integer({ min: 500, max: 80_000 })).map(([[x, y], metres]): AreaPart => {
  return { kind: "circle", longitude: x / 100_000, latitude: y / 100_000, metres };
});
const postal = fc.constantFrom("1701*", "090101-090650", "110101", "Q-R", "17*").map((pattern): AreaPart => ({ kind: "postal", pattern }));
const placePart = fc.oneof(
  placeName.map((name): AreaPart => ({ kind: "place", name })),
  fc
    .constantFrom("Cantón Quito", "Provincia de Loja", "Provincia del Guayas", "Cantón Cuenca")
    .map((name): AreaPart => ({ kind: "place", name })),
);
const part = fc.oneof({ weight: 4, arbitrary: placePart }, postal, circle, square, fc.constant<AreaPart>({ kind: "country" }));
const someZones = fc
  .array(
    fc.record({
      include: fc.array(part, { minLength: 1, maxLength: 4 }),
      exclude: fc.array(placePart, { maxLength: 2 }),
      priority: fc.nat(2),
    }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((all) => all.map(({ include, exclude, priority }, at) => aZone(`z${at}`, include, { exclude, priority, name: `Zona ${at}` })));
const position = fc.option(
  corner.map(([x, y]) => ({ longitude: x / 100_000 + 0.000003, latitude: y / 100_000 + 0.000003, source: "shopify" as const })),
);

/** No second place: of two that don't lie in each other the server takes the wider, and holds the order for a look. */
const postalField = fc.constantFrom(null, "Q", "ZZ", "12 34");
const secondLine = fc.constantFrom(null, "cerca de Quito", "Av. Loja y Cuenca", "casa 7");

test("on random zones and addresses that can be said, function and server find the same zone", () => {
  fc.assert(
    fc.property(someZones, placeName, spelling, postalField, secondLine, position, (zones, name, write, zip, address2, at) => {
      const place = aPlace({ city: write(name), zip, address2, position: at });
      const [checkout, server] = [offered(zones, place), quoted(zones, place)];
      // Of names that lie in several places a position or a postal code tells the server which; the function offers nothing rather than a wrong one.
      const isUnclear = findZone(indexOf(zones), { ...place, position: null, zip: null }).doubt?.code === "place_ambiguous";
      expect({ place, zones: isUnclear && checkout.length === 0 ? server : checkout }).toEqual({ place, zones: server });
    }),
    // A table asks the matcher about two thousand names.
    { numRuns: Number(fc.readConfigureGlobal()?.numRuns ?? 20) },
  );
});

test("every name of the map is folded as the server folds it", () => {
  const one = new Map(NAMES.map((name) => [foldName(name), name]));
  // So many at a time as a shop may have rates in a country.
  for (let from = 0; from < 300; from += 100) {
    const zones = [...one.values()].slice(from, from + 100).map((name, at) => aZone(`n${at}`, named(name), { name: `${at}` }));
    const metafields = metafieldsOf(zones);
    for (const zone of zones) {
      const place = aPlace({ city: (zone.area.include[0] as { name: string }).name });
      expect({ place, zones: offered(zones, place, [], metafields) }).toEqual({ place, zones: quoted(zones, place) });
    }
  }
});
