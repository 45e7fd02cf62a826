/** What a table goes by: nothing, grams, the goods' worth in minor units, or pieces. */
export const RATE_BASES = ["flat", "weight", "value", "items"] as const;
export type RateBasis = (typeof RATE_BASES)[number];

/**
 * From where the band before ends up to `upTo`, itself included; null: without end. `perUnitMinor` is charged for each unit begun above
 * where the band begins: a kilogram, a whole unit of currency, a piece.
 */
export type Band = { upTo: number | null; baseMinor: number; perUnitMinor: number };

/** Days of the week (0 Sunday … 6 Saturday), from a minute of the day to another, that one not included. */
export type Schedule = { days: readonly number[]; from: number; to: number };
export type Surcharge = Schedule & { amountMinor: number };

export type RateTable = { basis: RateBasis; bands: readonly Band[]; freeAboveMinor: number | null; surcharges: readonly Surcharge[] };

/** What is to be carried. */
export type Load = { grams: number; valueMinor: number; items: number };
/** When, on the zone's clock. */
export type Moment = { weekday: number; minute: number };

export type Price = { minor: number; band: number; isFree: boolean; surchargeMinor: number };

const UNIT: Record<RateBasis, number> = { flat: 1, weight: 1000, value: 100, items: 1 };

/** What carrying a load costs by a table; null where it is beyond the last band: it isn't carried at all. Free goods pay no surcharge either. */
export function priceOf(table: RateTable, load: Load, at: Moment): Price | null {
  const size = sizeOf(table.basis, load);
  const index = table.bands.findIndex(({ upTo }) => upTo === null || size <= upTo);
  const band = table.bands[index];
  if (!band) return null;
  if (table.freeAboveMinor !== null && load.valueMinor >= table.freeAboveMinor)
    return { minor: 0, band: index, isFree: true, surchargeMinor: 0 };
  const begins = table.bands[index - 1]?.upTo ?? 0;
  const units = Math.max(0, Math.ceil((size - begins) / UNIT[table.basis]));
  const surchargeMinor = table.surcharges.filter((one) => isWithin(one, at)).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return { minor: band.baseMinor + band.perUnitMinor * units + surchargeMinor, band: index, isFree: false, surchargeMinor };
}

const sizeOf = (basis: RateBasis, { grams, valueMinor, items }: Load): number =>
  ({ flat: 0, weight: grams, value: valueMinor, items })[basis];

export const isWithin = ({ days, from, to }: Schedule, { weekday, minute }: Moment): boolean =>
  days.includes(weekday) && minute >= from && minute < to;

export type TableProblem = { field: "bands" | "freeAbove" | "surcharges"; row: number | null; code: string };

/** The first thing that is wrong with a table, by row: `bands_missing`, `bands_overlap`, `negative`, `schedule_backwards`, `schedule_without_days`. */
export function tableProblem({ basis, bands, freeAboveMinor, surcharges }: RateTable): TableProblem | null {
  if (bands.length === 0 || (basis === "flat" && bands.length > 1)) return { field: "bands", row: null, code: "bands_missing" };
  for (const [row, { upTo, baseMinor, perUnitMinor }] of bands.entries()) {
    if (baseMinor < 0 || perUnitMinor < 0) return { field: "bands", row, code: "negative" };
    const before = row === 0 ? 0 : bands[row - 1]!.upTo;
    if (before === null || (upTo !== null && upTo <= before)) return { field: "bands", row, code: "bands_overlap" };
  }
  if (freeAboveMinor !== null && freeAboveMinor < 0) return { field: "freeAbove", row: null, code: "negative" };
  for (const [row, { days, from, to, amountMinor }] of surcharges.entries()) {
    if (amountMinor < 0) return { field: "surcharges", row, code: "negative" };
    if (days.length === 0) return { field: "surcharges", row, code: "schedule_without_days" };
    if (from >= to) return { field: "surcharges", row, code: "schedule_backwards" };
  }
  return null;
}

/** One price for everything. */
export const flatRate = (minor: number): RateTable => ({
  basis: "flat",
  bands: [{ upTo: null, baseMinor: minor, perUnitMinor: 0 }],
  freeAboveMinor: null,
  surcharges: [],
});
