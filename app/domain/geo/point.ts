/** Degrees, as WGS 84 has them. */
export type Point = { latitude: number; longitude: number };

/** Along a meridian; a degree of longitude is as much at the equator, and less towards the poles. */
export const METRES_PER_DEGREE = 111_195;

const EARTH_METRES = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle metres between two points. */
export function haversine(a: Point, b: Point): number {
  const [dLatitude, dLongitude] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const h = Math.sin(dLatitude / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLongitude / 2) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Where an address is, as far as Shopify knows; null where it doesn't. */
export const pointOf = (address: { latitude: number | null; longitude: number | null } | null): Point | null =>
  address?.latitude == null || address.longitude == null ? null : { latitude: address.latitude, longitude: address.longitude };
