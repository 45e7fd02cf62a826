import type { Area, AreaPart } from "~/domain/zone/area";
import { cornersIn, MOST_ZONE_CORNERS, partProblem } from "~/domain/zone/part-problem";
import { readCorners } from "./corners";
import type { AreaDraft, DrawnDraft, ZoneDraft } from "./draft";
import type { Say } from "./problems";
import { linesOf, readDecimal } from "./texts";

/** Where the zone is, as written. Says `zone_area_missing`, `zone_too_large`, `country`, and what partProblem says, at each part. */
export function readArea(say: Say, { countryCode, include, exclude }: Pick<ZoneDraft, "countryCode" | "include" | "exclude">): Area {
  const country = countryCode.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(country)) say("countryCode", "country");
  const area = { countryCode: country, include: readSide(say, "include", include), exclude: readSide(say, "exclude", exclude) };
  if (area.include.length === 0 && include.drawn.length === 0) say("include", "zone_area_missing");
  const corners = [...area.include, ...area.exclude].reduce((sum, part) => sum + cornersIn(part), 0);
  if (corners > MOST_ZONE_CORNERS) say("include", "zone_too_large", { corners, most: MOST_ZONE_CORNERS });
  return area;
}

function readSide(say: Say, side: "include" | "exclude", { isCountry, names, postal, drawn }: AreaDraft): AreaPart[] {
  const named = names.map((name) => name.trim()).filter((name) => name !== "");
  const patterns = linesOf(postal).map((pattern): AreaPart => ({ kind: "postal", pattern }));
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
