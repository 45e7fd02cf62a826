import type { Area, AreaPart } from "~/domain/zone/area";
import { drawnProblem, sizeProblem } from "~/domain/zone/drawn-problem";
import { MOST_CORNERS, partProblem } from "~/domain/zone/part-problem";
import { cornersWritten, readCorners } from "./corners";
import type { AreaDraft, DrawnDraft, ZoneDraft } from "./draft";
import type { Say } from "./problems";
import { linesOf, readDecimal } from "./texts";

const MOST_CODES = 500;
type Sides = Pick<ZoneDraft, "include" | "exclude">;

/**
 * Where the zone is, as written. Says `zone_area_missing`, `country`, `codes_too_many` { codes, most }, sizeProblem's and drawnProblem's at
 * `include`, and what partProblem says, at each part. What is too large is counted only, and not read.
 */
export function readArea(say: Say, { countryCode, include, exclude }: Pick<ZoneDraft, "countryCode" | "include" | "exclude">): Area {
  const country = countryCode.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(country)) say("countryCode", "country");
  const size = sizeProblem(sizeOf({ include, exclude }));
  if (size) say("include", size.code, size.params);
  const [inside, outside] = [
    readSide(say, "include", size ? undrawn(include) : include),
    readSide(say, "exclude", size ? undrawn(exclude) : exclude),
  ];
  const area = { countryCode: country, include: inside, exclude: outside };
  if (area.include.length === 0 && include.drawn.length === 0) say("include", "zone_area_missing");
  const tangled = isMeant(area) ? drawnProblem(area) : null;
  if (tangled) say("include", tangled.code, tangled.params);
  return area;
}

function sizeOf({ include, exclude }: Sides): { areas: number; corners: number } {
  const drawn = [...include.drawn, ...exclude.drawn];
  return { areas: drawn.length, corners: drawn.reduce((sum, part) => sum + cornersOf(part), 0) };
}

const cornersOf = (part: DrawnDraft): number => (part.kind === "polygon" ? cornersWritten(part.corners) : 0);
const undrawn = (side: AreaDraft): AreaDraft => ({ ...side, drawn: [] });
const isMeant = ({ include, exclude }: Area): boolean => [...include, ...exclude].every((part) => partProblem(part) === null);

function readSide(say: Say, side: "include" | "exclude", { isCountry, names, postal, drawn }: AreaDraft): AreaPart[] {
  const named = names.map((name) => name.trim()).filter((name) => name !== "");
  const codes = linesOf(postal);
  if (codes.length > MOST_CODES) say(`${side}.postal`, "codes_too_many", { codes: codes.length, most: MOST_CODES });
  const patterns = codes.slice(0, MOST_CODES).map((pattern): AreaPart => ({ kind: "postal", pattern }));
  for (const pattern of patterns) {
    const problem = partProblem(pattern);
    if (problem) say(`${side}.postal`, problem.code, problem.params);
  }
  return [
    ...(isCountry ? [{ kind: "country" } as const] : []),
    ...[...new Set(named)].map((name): AreaPart => ({ kind: "place", name })),
    ...patterns,
    ...drawn.flatMap((part, index) => readDrawn(say, `${side}.drawn.${index}`, part)),
  ];
}

function readDrawn(say: Say, path: string, part: DrawnDraft): AreaPart[] {
  const corners = cornersOf(part);
  if (corners > MOST_CORNERS) say(path, "polygon_too_large", { corners, most: MOST_CORNERS });
  if (corners > MOST_CORNERS) return [];
  const read = part.kind === "circle" ? circleOf(part) : readCorners(part.corners);
  if ("ok" in read && !read.ok) say(path, "corner_unreadable", { line: read.line });
  if ("ok" in read && !read.ok) return [];
  const known: AreaPart = "ok" in read ? { kind: "polygon", rings: read.rings } : read;
  const problem = partProblem(known);
  if (problem) say(path, problem.code, problem.params);
  return [known];
}

const circleOf = ({ latitude, longitude, metres }: Extract<DrawnDraft, { kind: "circle" }>) => ({
  kind: "circle" as const,
  latitude: readDecimal(latitude),
  longitude: readDecimal(longitude),
  metres: readDecimal(metres),
});
