/** An amount in the currency's smallest unit (cents), as a safe integer. */
export type Money = { readonly minor: number; readonly currency: string };

const DIGITS: Record<string, number> = { CLP: 0, PYG: 0, JPY: 0 };

/** How many decimals a currency has (ISO 4217): 2 unless listed. */
export const decimalsOf = (currency: string): number => DIGITS[currency] ?? 2;

export function money(minor: number, currency: string): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is no whole number of minor units`);
  return { minor, currency };
}

/** Reads a decimal string ("12.5", "-0.05") into minor units, half up where it has more digits than the currency. Throws RangeError on anything else. */
export function parseMinor(text: string, currency: string): number {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) throw new RangeError(`"${text}" is no decimal amount`);
  const digits = decimalsOf(currency);
  const [, sign, whole = "0", fraction = ""] = match;
  const kept = fraction.slice(0, digits).padEnd(digits, "0");
  const minor = Number(whole + kept) + (Number(fraction[digits] ?? "0") >= 5 ? 1 : 0);
  if (!Number.isSafeInteger(minor)) throw new RangeError(`"${text}" is too large`);
  return sign && minor !== 0 ? -minor : minor;
}

/** Whether a text is an amount above nothing or nothing: of no more whole digits than given, and no finer than its currency. */
export function isAmount(text: string, currency: string, mostDigits: number): boolean {
  const [, whole = "", fraction = ""] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  return whole !== "" && whole.length <= mostDigits && fraction.length <= decimalsOf(currency);
}

/** "12.50" for 1250 minor units of USD. */
export function formatMinor(minor: number, currency: string): string {
  const digits = decimalsOf(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, "0");
  const sign = minor < 0 ? "-" : "";
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

export const isSameMoney = (a: Money, b: Money): boolean => a.minor === b.minor && a.currency === b.currency;
