import type { Stop } from "~/domain/delivery/stop";
import { decimalsOf } from "~/domain/money/money";
import type { Carried } from "~/domain/delivery/refusal";
import type { Locale } from "~/i18n/locale";

/** What of a stop may be refused, with the server's figures: the phone reckons with them what is left to collect, also without network. */
export type Refusable = {
  lines: (Carried & { title: string; price: string })[];
  /** What is collected when all is taken; null: nothing. */
  collectMinor: number | null;
  currency: string;
  /** How this country writes money. */
  numbers: string;
};

export const amountText = (minor: number, { currency, numbers }: Pick<Refusable, "currency" | "numbers">): string =>
  new Intl.NumberFormat(numbers, { style: "currency", currency }).format(minor / 10 ** decimalsOf(currency));

/** Null: it is one thing, which is taken or not; who does not take it has refused the delivery. */
export function refusableOf({ goods, units, collect, currency, countryCode }: Stop, locale: Locale): Refusable | null {
  if (units < 2) return null;
  // A country's own way to write money: $25.00 in Ecuador, whatever the language.
  const written = { currency, numbers: `${locale}-${countryCode ?? "EC"}` };
  return {
    ...written,
    lines: goods.map((line) => ({ ...line, price: amountText(line.grossMinor, written) })),
    collectMinor: collect?.minor ?? null,
  };
}
