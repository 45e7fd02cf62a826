import type { CommissionRule } from "~/domain/rate/commission";
import type { Service } from "~/domain/rate/service";
import type { Area, AreaPart } from "./area";

/** What the cheapest of a zone's services begins at, in minor units; null where none is offered. */
export function leastPrice(services: readonly Service[]): number | null {
  const prices = services.filter(({ active }) => active).flatMap(({ rate }) => rate.bands.map(({ baseMinor }) => baseMinor));
  return prices.length === 0 ? null : Math.min(...prices);
}

/** Whether one price and one commission are all there is to say. */
export const isPlain = (services: readonly Service[], { kind, bonuses, minMinor, maxMinor }: CommissionRule): boolean => {
  const [service] = services;
  const { bands = [], surcharges = [] } = service?.rate ?? {};
  const isOnePrice = services.length === 1 && bands.length === 1 && bands[0]?.perUnitMinor === 0 && surcharges.length === 0;
  return isOnePrice && kind === "fixed" && bonuses.length === 0 && minMinor === null && maxMinor === null;
};

/** The parts of an area that are written in words, in their order. */
export const writtenParts = (parts: readonly AreaPart[], kind: "place" | "postal"): string[] =>
  parts.flatMap((part) => (part.kind !== kind ? [] : part.kind === "place" ? [part.name] : part.kind === "postal" ? [part.pattern] : []));

export const areaInWords = ({ include }: Pick<Area, "include">): string[] => [
  ...writtenParts(include, "place"),
  ...writtenParts(include, "postal"),
];

/** The area with other words in it; what is drawn stays. */
export function withWords(area: Area | null, countryCode: string, words: { places: string[]; postal: string[]; excluded: string[] }): Area {
  const drawn = (parts: readonly AreaPart[]) => parts.filter(({ kind }) => kind !== "place" && kind !== "postal");
  const named = (names: string[]): AreaPart[] => names.map((name) => ({ kind: "place", name }));
  return {
    countryCode,
    include: [
      ...named(words.places),
      ...words.postal.map((pattern): AreaPart => ({ kind: "postal", pattern })),
      ...drawn(area?.include ?? []),
    ],
    exclude: [...named(words.excluded), ...drawn(area?.exclude ?? [])],
  };
}
