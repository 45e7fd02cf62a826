import { decimalsOf, formatMinor, isAmount, parseMinor, type Money } from "./money";

/** `ambiguous`: "1.234" is a thousand to one reader and one and a bit to another; nobody guesses with money. */
export type AmountProblem = "invalid" | "ambiguous";

/** Whole digits of an amount that anybody types. */
const MOST_DIGITS = 7;

/**
 * An amount as people type it, in minor units: "12.50" and "12,50" are the same, and so is what our own pages show ("1.234,50", "1,234.50"). Below nothing
 * only where a "-" is allowed.
 */
export function readTypedAmount(
  text: string,
  currency: string,
  { isSigned = false, mostDigits = MOST_DIGITS } = {},
): number | AmountProblem {
  const [, minus = "", written = ""] = /^(-?)(.*)$/.exec(text.replace(/\s/g, "")) ?? [];
  if (minus && !isSigned) return "invalid";
  const plain = plainOf(written, decimalsOf(currency));
  if (plain === null) return "ambiguous";
  if (!isAmount(plain, currency, mostDigits)) return "invalid";
  return parseMinor(minus + plain, currency);
}

/** With a point for its decimals and nothing else; null where nobody can tell what its only mark means. */
function plainOf(written: string, decimals: number): string | null {
  const groups = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:([.,])(\d+))?$/.exec(written);
  const [, mark = "", point] = groups ?? [];
  if (!groups || mark === point) return written.replace(",", ".");
  const isOneMark = point === undefined && written.indexOf(mark) === written.lastIndexOf(mark);
  if (isOneMark && decimals > 0) return null;
  return written.replaceAll(mark, "").replace(",", ".");
}

/** An amount to begin a field with: no groups, and the decimal mark of a language ("es-EC" → "1234,50"). */
export function amountToType({ minor, currency }: Money, languageTag: string): string {
  return formatMinor(minor, currency).replace(".", decimalMarkOf(languageTag));
}

/** What stands before the decimals in a language: "," or ".". */
export const decimalMarkOf = (languageTag: string): string =>
  new Intl.NumberFormat(languageTag).formatToParts(0.5).find(({ type }) => type === "decimal")?.value ?? ".";
