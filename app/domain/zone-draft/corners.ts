import type { Position, Ring } from "~/domain/zone/area";
import { readDecimal } from "./texts";

export type Corners = { ok: true; rings: Ring[] } | { ok: false; line: number };

/**
 * The corners of a polygon as text: one a line, "latitude, longitude", as maps show and copy them; an empty line begins a hole. Rings are
 * closed by themselves. Not ok: the line (from 1) that is no position.
 */
export function readCorners(text: string): Corners {
  const rings: Position[][] = [[]];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") {
      if (rings.at(-1)!.length > 0) rings.push([]);
      continue;
    }
    const [latitude = NaN, longitude = NaN, ...more] = line
      .trim()
      .split(/\s*[,;\s]\s*/)
      .map(readDecimal);
    if (more.length > 0 || !(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) return { ok: false, line: index + 1 };
    rings.at(-1)!.push([longitude, latitude]);
  }
  return { ok: true, rings: rings.filter((ring) => ring.length > 0).map(closed) };
}

/** How many corners a text has, by its lines alone: what is too many is not read. A ring that ends where it began has that corner once. */
export const cornersWritten = (text: string): number =>
  text.split(/\n\s*\n/).reduce((sum, ring) => {
    const lines = ring
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
    return sum + lines.length - (lines.length > 1 && lines[0] === lines.at(-1) ? 1 : 0);
  }, 0);

function closed(ring: Position[]): Ring {
  const [first, last] = [ring[0]!, ring.at(-1)!];
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
}

/** Six decimals are a hand's breadth. */
const degrees = (value: number): string => String(Number(value.toFixed(6)));

export const writeCorners = (rings: readonly Ring[]): string =>
  rings
    .map((ring) =>
      closed([...ring])
        .slice(0, -1)
        .map(([longitude, latitude]) => `${degrees(latitude)}, ${degrees(longitude)}`)
        .join("\n"),
    )
    .join("\n\n");
