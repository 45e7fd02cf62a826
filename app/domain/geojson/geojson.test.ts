import { expect, test } from "vitest";
import type { Ring } from "~/domain/zone/area";
import { readGeoJson } from "./read-geojson";
import { writeGeoJson } from "./write-geojson";

const ECUADOR = [-92, -5.1, -75, 1.5] as const;
const RING: Ring = [
  [-78.5, -0.3],
  [-78.4, -0.3],
  [-78.4, -0.2],
  [-78.5, -0.3],
];
const polygon = { type: "Polygon", coordinates: [RING] };
const read = (json: unknown) => readGeoJson(JSON.stringify(json), ECUADOR);

test("areas are found wherever GeoJSON may have them", () => {
  const feature = { type: "Feature", properties: {}, geometry: { type: "MultiPolygon", coordinates: [[RING], [RING]] } };
  const point = { type: "Feature", properties: null, geometry: { type: "Point", coordinates: [0, 0] } };
  expect(read(polygon)).toEqual({ ok: true, polygons: [[RING]] });
  expect(read({ type: "FeatureCollection", features: [feature, point, { ...feature, geometry: null }] })).toEqual({
    ok: true,
    polygons: [[RING], [RING]],
  });
  expect(read({ type: "GeometryCollection", geometries: [polygon] })).toEqual({ ok: true, polygons: [[RING]] });
});

test("heights are left out, open rings are closed, the usual system may be named", () => {
  const high = { ...polygon, coordinates: [RING.slice(0, 3).map(([x, y]) => [x, y, 2800])] };
  expect(read({ ...high, crs: { type: "name", properties: { name: "urn:ogc:def:crs:OGC:1.3:CRS84" } } })).toEqual({
    ok: true,
    polygons: [[RING]],
  });
});

test.each<[string, unknown]>([
  ["geojson_none", {}],
  ["geojson_none", []],
  ["geojson_none", { type: "Topology" }],
  ["geojson_none", { type: "Polygon" }],
  ["geojson_none", { type: "Polygon", coordinates: [["a"]] }],
  ["geojson_none", { type: "FeatureCollection", features: [null] }],
  ["geojson_no_area", { type: "FeatureCollection", features: [] }],
  ["geojson_no_area", { type: "LineString", coordinates: [] }],
  ["geojson_other_crs", { ...polygon, crs: { type: "name", properties: { name: "EPSG:32717" } } }],
  ["geojson_swapped", { ...polygon, coordinates: [RING.map(([x, y]) => [y, x])] }],
  [
    "geojson_no_degrees",
    {
      ...polygon,
      coordinates: [
        [
          [500_000, 9_980_000],
          [500_100, 9_980_000],
          [500_100, 9_980_100],
        ],
      ],
    },
  ],
  ["geojson_too_many_corners", { type: "Polygon", coordinates: [Array.from({ length: 10_001 }, (_none, at) => [-79, at / 1e5])] }],
  ["geojson_too_many", { type: "MultiPolygon", coordinates: Array.from({ length: 301 }, () => [RING]) }],
])("%s (%#)", (code, json) => {
  expect(read(json)).toMatchObject({ ok: false, code });
});

test("a text that is no JSON is told apart from one that is no GeoJSON", () => {
  expect(readGeoJson("PK\u0003", ECUADOR)).toEqual({ ok: false, code: "geojson_no_json" });
});

test("what is written is read again, with holes, rings turned as the standard wants them, circles as polygons", () => {
  const hole: Ring = [
    [-78.43, -0.28],
    [-78.42, -0.28],
    [-78.42, -0.27],
    [-78.43, -0.28],
  ];
  const include = [
    { kind: "polygon" as const, rings: [[...RING].reverse(), hole] },
    { kind: "circle" as const, latitude: -0.2, longitude: -78.5, metres: 1000 },
    { kind: "place" as const, name: "Quito" },
  ];
  const text = writeGeoJson("Valle", { include, exclude: [{ kind: "polygon", rings: [RING] }] });
  const again = readGeoJson(text, ECUADOR);
  expect(again.ok && again.polygons).toMatchObject([[RING, [...hole].reverse()], [{ length: 65 }], [RING]]);
  const { features } = JSON.parse(text) as { features: { properties: object }[] };
  expect(features.map(({ properties }) => properties)).toEqual([
    { name: "Valle", exception: false },
    { name: "Valle", exception: false, radiusMetres: 1000, centre: [-78.5, -0.2] },
    { name: "Valle", exception: true },
  ]);
});
