import { fixedCommission } from "~/domain/rate/commission";
import { flatRate } from "~/domain/rate/rate-table";
import { ALWAYS, STANDARD, type Service } from "~/domain/rate/service";
import type { Area, AreaPart } from "./area";

/** The area of names and postal patterns. */
export const areaOf = (countryCode: string, places: readonly string[], postalPatterns: readonly string[]): Area => ({
  countryCode,
  include: [
    ...places.map((name): AreaPart => ({ kind: "place", name })),
    ...postalPatterns.map((pattern): AreaPart => ({ kind: "postal", pattern })),
  ],
  exclude: [],
});

/** One price for everything, on the day of the order whenever it comes. */
export const plainService = (minor: number): Service => ({
  ...{ code: STANDARD, name: "", leadDays: 0, cutOff: ALWAYS, active: true },
  rate: flatRate(minor),
});

type Plain = {
  countryCode?: string;
  places: readonly string[];
  postalPatterns?: readonly string[];
  rateMinor: number;
  commissionMinor: number;
};

/** What a zone of names with one price and one commission says; the rest of a zone is as it is when nobody says otherwise. */
export const plainZone = ({ countryCode = "EC", places, postalPatterns = [], rateMinor, commissionMinor }: Plain) => ({
  area: areaOf(countryCode, places, postalPatterns),
  services: [plainService(rateMinor)],
  commission: fixedCommission(commissionMinor),
  hours: [],
  daysOff: [],
  orderMinMinor: null,
  orderMaxMinor: null,
  cashAllowed: true,
  place: null,
  strategy: null,
  locationGids: [],
});
