import { haversine, type Point } from "~/domain/geo/point";

type Where = Point & { accuracyMetres: number | null };

/** `metres`: how far off it may be; missing: it is exact. */
type Address = Point & { metres?: number };

/**
 * How far from the address (whole metres) somebody is who is beyond the radius even if the phone and what is known of the address err as far as
 * they may; null: not, or not known.
 */
export function metresTooFar(where: Where | null, address: Address | null, radiusMetres: number | null): number | null {
  if (!where || !address || radiusMetres === null) return null;
  const metres = haversine(where, address);
  return metres - (where.accuracyMetres ?? 0) - (address.metres ?? 0) > radiusMetres ? Math.round(metres) : null;
}
