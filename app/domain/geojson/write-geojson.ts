import type { Area, AreaPart, Ring } from "~/domain/zone/area";
import { ringAround } from "~/domain/zone/ring-around";

/** What of an area is drawn, as GeoJSON (RFC 7946): a feature each, with the zone's name and whether it is an exception. A circle is 64 corners, with its radius. */
export function writeGeoJson(name: string, { include, exclude }: Pick<Area, "include" | "exclude">): string {
  const features = (parts: readonly AreaPart[], isException: boolean) =>
    parts.flatMap((part) => {
      const rings = part.kind === "polygon" ? part.rings : part.kind === "circle" ? [ringAround(part)] : null;
      const more = part.kind === "circle" ? { radiusMetres: part.metres, centre: [part.longitude, part.latitude] } : {};
      return rings
        ? [
            {
              type: "Feature",
              properties: { name, exception: isException, ...more },
              geometry: { type: "Polygon", coordinates: rings.map(rightHanded) },
            },
          ]
        : [];
    });
  return JSON.stringify({ type: "FeatureCollection", features: [...features(include, false), ...features(exclude, true)] });
}

/** The outer ring runs against the clock, holes with it (RFC 7946, 3.1.6). */
function rightHanded(ring: Ring, index: number): Ring {
  const twice = ring.slice(1).reduce((sum, [x, y], at) => sum + (ring[at]![0] * y - x * ring[at]![1]), 0);
  return twice > 0 === (index === 0) ? ring : [...ring].reverse();
}
