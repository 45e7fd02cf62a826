import { expect, test } from "vitest";
import { gazetteerOf, type GazetteerPlace } from "~/domain/gazetteer/gazetteer";
import type { AreaPart, Position } from "~/domain/zone/area";
import type { Place } from "~/domain/zone/find-zone";
import { zoneIndex } from "~/domain/zone/zone-index";
import { previewZone } from "./preview-zone";

const place = (id: string, kind: GazetteerPlace["kind"], name: string, parentId: string | null, at?: Position): GazetteerPlace => ({
  ...{ id, kind, name, parentId, code: "", longitude: at?.[0] ?? null, latitude: at?.[1] ?? null },
});
const ECUADOR = gazetteerOf("EC", [
  place("P", "province", "Pichincha", null),
  place("P.Q", "canton", "Quito", "P", [-78.5, -0.2]),
  place("P.Q.1", "town", "Quito", "P.Q", [-78.5, -0.2]),
  place("P.Q.2", "town", "Cumbayá", "P.Q", [-78.43, -0.2]),
  place("P.Q.3", "town", "Tumbaco", "P.Q", [-78.4, -0.21]),
  place("L", "province", "Loja", null),
  place("L.L", "canton", "Loja", "L", [-79.2, -4]),
]);
const MAPS = new Map([["EC", ECUADOR]]);

const square = (west: number, south: number, size: number): AreaPart => ({
  kind: "polygon",
  rings: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});
const named = (name: string): AreaPart => ({ kind: "place", name });
const zone = (id: string, priority: number, include: AreaPart[], exclude: AreaPart[] = []) => ({
  ...{ id, name: `Zone ${id}`, priority, active: true, area: { countryCode: "EC", include, exclude } },
});
const look = (one: ReturnType<typeof zone>, others: ReturnType<typeof zone>[] = [], addresses: Place[] = []) =>
  previewZone(one, zoneIndex(others, MAPS), addresses);

test("two drawn areas: which wins, how much they share, and its shape", () => {
  const [overlap, ...more] = look(zone("a", 10, [square(-78.6, -0.3, 0.2)]), [
    zone("b", 5, [square(-78.5, -0.3, 0.2)]),
    zone("far", 5, [square(-79.6, -0.3, 0.2)]),
  ]).overlaps;
  expect(more).toEqual([]);
  expect(overlap).toMatchObject({ zoneId: "b", wins: "other", isEqual: false });
  expect(overlap!.squareKm).toBeCloseTo(0.1 * 0.2 * 111.195 ** 2, -1);
  expect(overlap!.shape).toHaveLength(1);
  expect(look(zone("a", 5, [square(-78.6, -0.3, 0.2)]), [zone("b", 5, [square(-78.5, -0.3, 0.2)])]).overlaps[0]).toMatchObject({
    isEqual: true,
    wins: "this",
  });
});

test("neighbours that share a border only don't overlap", () => {
  expect(look(zone("a", 1, [square(-78.6, -2.3, 0.1)]), [zone("b", 1, [square(-78.5, -2.3, 0.1)])]).overlaps).toEqual([]);
});

test("a name over a drawn area, a unit over a name, codes over codes, a country over all", () => {
  const others = [
    zone("drawn", 5, [square(-78.44, -0.22, 0.03)]),
    zone("unit", 6, [named("Cantón Quito")]),
    zone("codes", 7, [{ kind: "postal", pattern: "1701*" }]),
    zone("country", 8, [{ kind: "country" }]),
  ];
  const mine = zone("a", 9, [named("Cumbayá"), { kind: "postal", pattern: "170100-170199" }]);
  const told = look(mine, others).overlaps.map(({ zoneId, places }) => [zoneId, places]);
  expect(told).toEqual([
    ["drawn", ["Cumbayá"]],
    ["unit", ["Cumbayá"]],
    ["codes", ["170100-170199"]],
    ["country", ["Cumbayá", "170100-170199"]],
  ]);
});

test("a drawn area lies over the names of the towns in it, wherever in it they are", () => {
  const { overlaps } = look(zone("a", 9, [square(-78.55, -0.3, 0.2)]), [zone("b", 5, [named("Tumbaco")])]);
  expect(overlaps.map(({ zoneId, places }) => [zoneId, places])).toEqual([["b", ["Tumbaco"]]]);
});

test("towns of a covered canton that no zone covers are gaps", () => {
  expect(look(zone("a", 1, [named("Quito")])).gaps).toEqual([{ canton: "Quito", towns: ["Cumbayá", "Tumbaco"] }]);
  expect(look(zone("a", 1, [named("Quito")]), [zone("b", 2, [named("Tumbaco")])]).gaps).toEqual([{ canton: "Quito", towns: ["Cumbayá"] }]);
  expect(look(zone("a", 1, [named("Cantón Quito")])).gaps).toEqual([]);
});

test("a canton that is only called like what a zone names has no gaps; one that is named for certain has", () => {
  const maps = new Map([
    [
      "EC",
      gazetteerOf("EC", [
        ...ECUADOR.byId.values(),
        place("C", "province", "Carchi", null),
        ...[
          place("C.B", "canton", "Bolívar", "C"),
          place("C.B.1", "town", "García Moreno", "C.B"),
          place("C.B.2", "town", "Los Andes", "C.B"),
        ],
        place("M", "province", "Manabí", null),
        ...[place("M.B", "canton", "Bolívar", "M"), place("M.B.1", "town", "Calceta", "M.B")],
      ]),
    ],
  ]);
  const gaps = (...include: AreaPart[]) => previewZone(zone("a", 1, include), zoneIndex<ReturnType<typeof zone>>([], maps), []).gaps;
  expect(gaps(named("Bolívar"))).toEqual([]);
  expect(gaps(named("Bolívar"), named("Calceta"))).toEqual([]);
  expect(gaps(named("Bolívar"), named("García Moreno"))).toEqual([{ canton: "Bolívar", towns: ["Los Andes"] }]);
});

test("a zone that others stand before everywhere would never win, and so may one that this zone comes to hide", () => {
  const small = zone("small", 20, [square(-78.5, -0.3, 0.05)]);
  const large = zone("large", 10, [square(-78.6, -0.4, 0.4)]);
  expect(look(small, [large]).hiddenBehind).toEqual(["Zone large"]);
  expect(look(large, [small])).toMatchObject({ hiddenBehind: null, hides: ["Zone small"] });
  expect(look({ ...small, priority: 1 }, [large]).hiddenBehind).toBeNull();
  expect(look(small, [zone("hole", 10, [square(-78.6, -0.4, 0.4)], [square(-78.49, -0.29, 0.01)])]).hiddenBehind).toBeNull();
  expect(look(zone("a", 20, [named("Cumbayá")]), [zone("unit", 10, [named("Cantón Quito")])]).hiddenBehind).toEqual(["Zone unit"]);
  expect(look(zone("a", 20, [named("Cantón Quito")]), [zone("town", 10, [named("Quito")])]).hiddenBehind).toBeNull();
  expect(
    look(zone("a", 20, [{ kind: "postal", pattern: "17*" }]), [zone("b", 10, [{ kind: "postal", pattern: "1701*" }])]).hiddenBehind,
  ).toBeNull();
  expect(
    look(zone("a", 20, [{ kind: "postal", pattern: "170150" }]), [zone("b", 10, [{ kind: "postal", pattern: "1701*" }])]).hiddenBehind,
  ).toEqual(["Zone b"]);
  const country = zone("b", 10, [{ kind: "country" }]);
  expect(look(zone("a", 20, [named("Loja")]), [country]).hiddenBehind).toEqual(["Zone b"]);
  expect(look(zone("sea", 20, [square(-85, -0.3, 0.2)]), [country]).hiddenBehind).toEqual(["Zone b"]);
});

test("a zone that covers nothing yet is hidden by nobody; one under two is told of both", () => {
  expect(look(zone("a", 20, []), [zone("b", 10, [named("Quito")])])).toMatchObject({ hiddenBehind: null, overlaps: [] });
  const halves = [zone("west", 1, [square(-78.6, -0.3, 0.1)]), zone("east", 2, [square(-78.5, -0.3, 0.1)])];
  const under = zone("under", 20, [square(-78.55, -0.28, 0.07)], [square(-78.52, -0.25, 0.01)]);
  expect(new Set(look(under, halves).hiddenBehind)).toEqual(new Set(["Zone west", "Zone east"]));
});

test("names that no map knows are told; a unit is one only of its kind", () => {
  const { unknownNames } = look(zone("a", 1, [named("Quito"), named("La Floresta"), named("Cantón Loja"), named("Provincia de Quito")]));
  expect(unknownNames).toEqual(["La Floresta", "Provincia de Quito"]);
});

test("recent addresses are counted: in this zone, in none", () => {
  const at = (city: string): Place => ({ countryCode: "EC", province: null, city, zip: null, address2: null, position: null });
  const { orders } = look(
    zone("a", 1, [named("Quito")]),
    [zone("b", 2, [named("Loja")])],
    [at("Quito"), at("quito"), at("Loja"), at("Tena")],
  );
  expect(orders).toEqual({ looked: 4, inside: 2, nowhere: 1 });
});

test("zones that are served from different places neither overlap nor hide each other; one served from anywhere does", () => {
  const at = (locationGids: string[], id: string, priority: number) => ({ ...zone(id, priority, [named("Quito")]), locationGids });
  expect(look(at(["L1"], "a", 5), [at(["L2"], "b", 1)])).toMatchObject({ overlaps: [], hiddenBehind: null });
  expect(look(at(["L1", "L2"], "a", 5), [at(["L2"], "b", 1)])).toMatchObject({ overlaps: [{ zoneId: "b" }], hiddenBehind: null });
  expect(look(at(["L2"], "a", 5), [at(["L2", "L3"], "b", 1)]).hiddenBehind).toEqual(["Zone b"]);
  expect(look(at(["L1"], "a", 5), [at([], "b", 1)]).hiddenBehind).toEqual(["Zone b"]);
  expect(look(at([], "a", 5), [at(["L1"], "b", 1)]).hiddenBehind).toBeNull();
});

test("an inactive zone hides nobody and is looked at as if it were active", () => {
  const off = { ...zone("off", 1, [{ kind: "country" }]), active: false };
  expect(look(zone("a", 5, [named("Quito")]), [off])).toMatchObject({ hiddenBehind: null, overlaps: [] });
  expect(look(off, [zone("a", 5, [named("Quito")])]).overlaps).toHaveLength(1);
});
