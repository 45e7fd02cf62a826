import { decimalsOf, type Money } from "~/domain/money/money";
import { amountToType } from "~/domain/money/typed-amount";
import type { Locale } from "~/i18n/locale";

/** A country's own way to write money, in a language: $25,00 in Ecuador's Spanish, $25.00 in English there. */
export const amountText = ({ minor, currency }: Money, locale: Locale, country = "EC"): string =>
  new Intl.NumberFormat(`${locale}-${country}`, { style: "currency", currency }).format(minor / 10 ** decimalsOf(currency));

/** The same to begin a field with: "25,50" in Spanish. */
export const amountField = (amount: Money, locale: Locale, country = "EC"): string => amountToType(amount, `${locale}-${country}`);

/** "7,5" in Spanish. */
export const numberText = (value: number, locale: Locale, country = "EC"): string =>
  new Intl.NumberFormat(`${locale}-${country}`).format(value);

/** "850 m", "1,2 km". */
export const distanceText = (metres: number, locale: Locale): string =>
  metres < 1000 ? `${metres} m` : `${numberText(Math.round(metres / 100) / 10, locale)} km`;
