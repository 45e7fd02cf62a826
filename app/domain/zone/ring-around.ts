import { METRES_PER_DEGREE } from "~/domain/geo/point";
import type { AreaPart, Position, Ring } from "./area";

const CORNERS = 64;

/** A circle on the ground as a polygon. */
export function ringAround({ latitude, longitude, metres }: Extract<AreaPart, { kind: "circle" }>): Ring {
  const up = metres / METRES_PER_DEGREE;
  const wide = up / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  const ring = Array.from({ length: CORNERS }, (_none, at): Position => {
    const angle = (2 * Math.PI * at) / CORNERS;
    return [longitude + wide * Math.cos(angle), latitude + up * Math.sin(angle)];
  });
  return [...ring, ring[0]!];
}
