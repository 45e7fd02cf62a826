import type { Service } from "~/domain/rate/service";
import type { Area, AreaPart } from "./area";

/** What the cheapest of a zone's services begins at, in minor units; null where none is offered. */
export function leastPrice(services: readonly Service[]): number | null {
  const prices = services.filter(({ active }) => active).flatMap(({ rate }) => rate.bands.map(({ baseMinor }) => baseMinor));
  return prices.length === 0 ? null : Math.min(...prices);
}

/** The parts of an area that are written in words, in their order. */
export const writtenParts = (parts: readonly AreaPart[], kind: "place" | "postal"): string[] =>
  parts.flatMap((part) => (part.kind !== kind ? [] : part.kind === "place" ? [part.name] : part.kind === "postal" ? [part.pattern] : []));

export const areaInWords = ({ include }: Pick<Area, "include">): string[] => [
  ...writtenParts(include, "place"),
  ...writtenParts(include, "postal"),
];
