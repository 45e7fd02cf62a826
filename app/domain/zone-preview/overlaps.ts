import { findZone } from "~/domain/zone/find-zone";
import { boxOf, type Box } from "~/domain/zone/geometry";
import { meetsPostal, parsePostalPattern } from "~/domain/zone/postal-pattern";
import { byPriority, type ZoneArea, type ZoneIndex } from "~/domain/zone/zone-index";
import type { Probe } from "./probes";
import { drawnOf, LEAST_SQUARE_KM, NOTHING, shared, squareKm, type Shape } from "./shapes";

/** Two zones over one area. `places`: by name or code; `shape`: what of it is drawn. */
export type Overlap = {
  zoneId: string;
  name: string;
  priority: number;
  /** Which of the two an address there is in. */
  wins: "this" | "other";
  isEqual: boolean;
  places: string[];
  squareKm: number;
  shape: Shape;
};

/** Every other zone that lies over a zone, those of its own priority first. */
export function overlapsOf<Z extends ZoneArea>(zone: Z, all: ZoneIndex<Z>, probes: readonly Probe[]): Overlap[] {
  const places = new Map<string, Set<string>>();
  const note = (id: string, label: string) => void places.set(id, (places.get(id) ?? new Set()).add(label));
  for (const { place, label } of probes)
    for (const match of findZone(all, place).matches) if (match.zone.id !== zone.id) note(match.zone.id, label);
  const others = all.zones.map((one) => one.zone).filter(({ id, area }) => id !== zone.id && area.countryCode === zone.area.countryCode);
  for (const other of others) for (const code of sharedCodes(zone, other)) note(other.id, code);
  const mine = drawnOf(zone.area);
  return others
    .map((other) => ({ other, shape: overlapShape(zone, mine, other), named: [...(places.get(other.id) ?? [])].filter(Boolean) }))
    .filter(({ other, shape }) => places.has(other.id) || shape.length > 0)
    .map(({ other, shape, named }) => ({
      ...{ zoneId: other.id, name: other.name, priority: other.priority, places: named, shape, squareKm: squareKm(shape) },
      wins: byPriority(zone, other) < 0 ? ("this" as const) : ("other" as const),
      isEqual: zone.priority === other.priority,
    }))
    .sort((a, b) => Number(b.isEqual) - Number(a.isEqual) || a.priority - b.priority || (a.zoneId < b.zoneId ? -1 : 1));
}

function overlapShape(zone: ZoneArea, mine: Shape, other: ZoneArea): Shape {
  if (mine.length === 0 || !boxesMeet(boxes(zone), boxes(other))) return NOTHING;
  const both = shared(mine, drawnOf(other.area));
  return squareKm(both) < LEAST_SQUARE_KM ? NOTHING : both;
}

/** The boxes of what is drawn inside. */
const boxes = ({ area }: ZoneArea): Box[] =>
  area.include.flatMap((part) => (part.kind === "circle" || part.kind === "polygon" ? [boxOf(part)] : []));

const boxesMeet = (some: readonly Box[], others: readonly Box[]): boolean =>
  some.some(([west, south, east, north]) => others.some((box) => west < box[2] && box[0] < east && south < box[3] && box[1] < north));

export const codesIn = ({ area }: ZoneArea) =>
  area.include.flatMap((part) => {
    const pattern = part.kind === "postal" ? parsePostalPattern(part.pattern) : null;
    return part.kind === "postal" && pattern ? [{ text: part.pattern, pattern }] : [];
  });

const sharedCodes = (one: ZoneArea, other: ZoneArea): string[] =>
  codesIn(one).flatMap(({ text, pattern }) => (codesIn(other).some((its) => meetsPostal(pattern, its.pattern)) ? [text] : []));
