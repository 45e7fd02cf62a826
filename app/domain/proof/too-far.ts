import { haversine, type Point } from "~/domain/geo/point";

type Where = Point & { accuracyMetres: number | null };

/** How far from the address (whole metres) somebody is who is beyond the radius even if the phone errs as far as it may; null: not, or not known. */
export function metresTooFar(where: Where | null, address: Point | null, radiusMetres: number | null): number | null {
  if (!where || !address || radiusMetres === null) return null;
  const metres = haversine(where, address);
  return metres - (where.accuracyMetres ?? 0) > radiusMetres ? Math.round(metres) : null;
}
