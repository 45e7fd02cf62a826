import { MOST_DRAWN, MOST_ZONE_CORNERS } from "~/domain/zone/drawn-problem";
import { isInBox, type Box } from "~/domain/zone/geometry";
import type { Position, Ring } from "~/domain/zone/area";

export type ReadGeoJson = { ok: true; polygons: Ring[][] } | { ok: false; code: string; params?: Record<string, string | number> };

const refused = (code: string, params?: Record<string, string | number>): ReadGeoJson => ({
  ok: false,
  code,
  ...(params ? { params } : {}),
});

/**
 * The areas of a GeoJSON text (RFC 7946): Polygon, MultiPolygon, Feature, FeatureCollection, GeometryCollection; the rest of it is passed
 * over. `country`: a box that they lie in or near, by which swapped coordinates are noticed. Refused with `geojson_no_json`,
 * `geojson_none`, `geojson_other_crs` { crs }, `geojson_no_area`, `geojson_swapped`, `geojson_no_degrees`, `geojson_too_many` { areas, most }, `geojson_too_many_corners` { corners, most }.
 */
export function readGeoJson(text: string, country: Box | null): ReadGeoJson {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refused("geojson_no_json");
  }
  if (!isObject(json) || typeof json.type !== "string" || !KNOWN.has(json.type)) return refused("geojson_none");
  const crs = crsOf(json);
  if (crs !== null && !/CRS84|EPSG:+4326$/i.test(crs)) return refused("geojson_other_crs", { crs });
  const polygons = polygonsIn(json);
  if (polygons === null) return refused("geojson_none");
  if (polygons.length === 0) return refused("geojson_no_area");
  if (polygons.length > MOST_DRAWN) return refused("geojson_too_many", { areas: polygons.length, most: MOST_DRAWN });
  const corners = polygons.flat().reduce((sum, ring) => sum + ring.length - 1, 0);
  if (corners > MOST_ZONE_CORNERS) return refused("geojson_too_many_corners", { corners, most: MOST_ZONE_CORNERS });
  return judged(polygons, country);
}

const KNOWN = new Set([
  ...["Feature", "FeatureCollection", "GeometryCollection", "Polygon", "MultiPolygon", "Point", "MultiPoint"],
  ...["LineString", "MultiLineString"],
]);

function judged(polygons: Ring[][], country: Box | null): ReadGeoJson {
  const corners = polygons.flat(2);
  const turned = (ring: Ring): Ring => ring.map(([x, y]) => [y, x]);
  const isOnEarth = ([x, y]: Position) => Math.abs(x) <= 180 && Math.abs(y) <= 90;
  const lies = (all: readonly Position[]) => country !== null && all.some((one) => isInBox(country, one));
  const isSwapped = !lies(corners) && lies(turned(corners));
  if (isSwapped) return refused("geojson_swapped");
  return corners.every(isOnEarth) ? { ok: true, polygons } : refused("geojson_no_degrees");
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/** GeoJSON of 2008 could name another system; today's can't. */
function crsOf({ crs }: Json): string | null {
  if (!isObject(crs)) return null;
  return isObject(crs.properties) && typeof crs.properties.name === "string" ? crs.properties.name : "?";
}

/** Null where something in it is not what it says it is. */
function polygonsIn(json: unknown): Ring[][] | null {
  if (!isObject(json)) return null;
  switch (json.type) {
    case "FeatureCollection":
      return all(json.features, polygonsIn);
    case "GeometryCollection":
      return all(json.geometries, polygonsIn);
    case "Feature":
      return json.geometry === null ? [] : polygonsIn(json.geometry);
    case "MultiPolygon":
      return all(json.coordinates, (rings) => wrap(polygonIn(rings)));
    case "Polygon":
      return wrap(polygonIn(json.coordinates));
    default:
      return typeof json.type === "string" && KNOWN.has(json.type) ? [] : null;
  }
}

const wrap = <T>(one: T | null): T[] | null => (one === null ? null : [one]);

function all<T>(list: unknown, read: (one: unknown) => T[] | null): T[] | null {
  if (!Array.isArray(list)) return null;
  const each = list.map(read);
  return each.some((one) => one === null) ? null : (each as T[][]).flat();
}

const polygonIn = (rings: unknown): Ring[] | null => all(rings, (ring) => wrap(ringIn(ring)));

/** A height is left out; a ring that isn't closed is closed. */
function ringIn(ring: unknown): Ring | null {
  const positions = all(ring, (one) => (isPosition(one) ? [[one[0], one[1]] as Position] : null));
  const [first, last] = [positions?.[0], positions?.at(-1)];
  if (!positions || !first || !last) return null;
  return first[0] === last[0] && first[1] === last[1] ? positions : [...positions, first];
}

const isPosition = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length >= 2 && typeof value[0] === "number" && typeof value[1] === "number";
