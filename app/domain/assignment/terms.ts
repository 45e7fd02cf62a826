import type { Schedule } from "~/domain/rate/rate-table";
import type { PlateTable } from "./plates";

/** When and how much a courier works; null: no limit. */
export type CourierTerms = {
  active: boolean;
  /** Stops given on one day of the shop. */
  dailyCapacity: number;
  /** Stops not done yet, at one time. */
  maxOpenStops: number | null;
  /** Of what they carry at one time, in grams. */
  maxGrams: number | null;
  /** Of the cash they have and are still to collect, in minor units. */
  cashLimitMinor: number | null;
  /** Empty: always. */
  shifts: readonly Schedule[];
  /** yyyy-mm-dd. */
  daysOff: readonly string[];
  /** null: as the shop says. */
  worksOnHolidays: boolean | null;
  plate: string | null;
  /** Their vehicle may circulate on any day. */
  plateExempt: boolean;
  /** The day (yyyy-mm-dd) for which somebody said that they are out. */
  outOn: string | null;
};

export const NO_LIMITS = {
  maxOpenStops: null,
  maxGrams: null,
  cashLimitMinor: null,
  shifts: [],
  daysOff: [],
  worksOnHolidays: null,
  plateExempt: false,
  outOn: null,
} satisfies Partial<CourierTerms>;

export const STRATEGIES = ["balanced", "first_in_list", "round_robin", "manual"] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** What the merchant decided for all couriers. */
export type AssignmentRules = { strategy: Strategy; holidaysWorked: boolean; plates: PlateTable };
