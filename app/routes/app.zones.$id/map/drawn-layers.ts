import type { Circle, Layer, Polygon as PolygonLayer } from "leaflet";
import type { Position, Ring } from "~/domain/zone/area";
import { readCorners, writeCorners } from "~/domain/zone-draft/corners";
import type { DrawnDraft } from "~/domain/zone-draft/draft";
import { readDecimal } from "~/domain/zone-draft/texts";
import { L } from "./leaflet";

const INSIDE = { color: "#0a6b52", weight: 2, fillOpacity: 0.18 };
const EXCEPTION = { color: "#8e1f0b", weight: 2, fillOpacity: 0.18, dashArray: "5 4" };
/** A hand's breadth. */
const DECIMALS = 6;

export type Side = "include" | "exclude";
export const styleOf = (side: Side) => (side === "include" ? INSIDE : EXCEPTION);

/** What is written as a layer that can be changed; null where it can't be shown as it is. */
export function layerOf(part: DrawnDraft, side: Side): Layer | null {
  if (part.kind === "polygon") {
    const read = readCorners(part.corners);
    return read.ok && read.rings.length > 0 ? L.polygon(read.rings.map(latLngs), styleOf(side)) : null;
  }
  const [latitude, longitude, radius] = [part.latitude, part.longitude, part.metres].map(readDecimal) as [number, number, number];
  return [latitude, longitude, radius].every(Number.isFinite) && radius > 0 && Math.abs(latitude) <= 90
    ? L.circle([latitude, longitude], { ...styleOf(side), radius })
    : null;
}

export const latLngs = (ring: Ring): [number, number][] => ring.slice(0, -1).map(([longitude, latitude]) => [latitude, longitude]);

/** A layer as it would be written: more than one where it was cut apart, none where nothing is left. */
export function partsOf(layer: Layer): DrawnDraft[] {
  if (layer instanceof L.Circle) return [circleOf(layer as Circle)];
  const { geometry } = (layer as PolygonLayer).toGeoJSON(DECIMALS);
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons
    .filter(([outer]) => (outer?.length ?? 0) > 3)
    .map((rings) => ({ kind: "polygon", corners: writeCorners(rings.map((ring) => ring.map(([x, y]): Position => [x!, y!]))) }));
}

function circleOf(circle: Circle): DrawnDraft {
  const { lat, lng } = circle.getLatLng();
  const text = (value: number) => String(Number(value.toFixed(DECIMALS)));
  return { kind: "circle", latitude: text(lat), longitude: text(lng), metres: String(Math.max(1, Math.round(circle.getRadius()))) };
}
