import type { Hours } from "./hours";

/** Days on which plates that end in certain digits may not circulate: for each day of the week (0 Sunday … 6 Saturday) its digits, and the hours. */
export type PlateTable = { digits: readonly (readonly number[])[]; hours: readonly Hours[] };

export const NO_PLATE_TABLE: PlateTable = { digits: [[], [], [], [], [], [], []], hours: [] };

/**
 * Quito's "pico y placa", for the merchant to check: the city changes it by resolution. Source: Municipio del Distrito Metropolitano de Quito,
 * Agencia Metropolitana de Tránsito, as in force since 2023; not read from the resolution itself.
 */
export const QUITO: PlateTable = {
  digits: [[], [1, 2], [3, 4], [5, 6], [7, 8], [9, 0], []],
  hours: [
    { from: 360, to: 570 },
    { from: 960, to: 1200 },
  ],
};

/** The last digit of a plate, which may be followed by a letter as motorcycles' are; null: there is none. */
export function lastDigitOf(plate: string | null): number | null {
  const digit = plate?.match(/\d(?=\D*$)/)?.[0];
  return digit === undefined ? null : Number(digit);
}

/** The hours during which a plate may not circulate on a day of the week. */
export function restrictedHours({ digits, hours }: PlateTable, plate: string | null, weekday: number): readonly Hours[] {
  const last = lastDigitOf(plate);
  return last !== null && (digits[weekday] ?? []).includes(last) ? hours : [];
}
