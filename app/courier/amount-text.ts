import { decimalsOf, type Money } from "~/domain/money/money";
import type { Locale } from "~/i18n/locale";

/** A country's own way to write money: $25.00 in Ecuador, whatever the language. */
export const amountText = ({ minor, currency }: Money, locale: Locale, country = "EC"): string =>
  new Intl.NumberFormat(`${locale}-${country}`, { style: "currency", currency }).format(minor / 10 ** decimalsOf(currency));
