import type { Stop } from "~/domain/delivery/stop";
import type { Carried } from "~/domain/delivery/refusal";
import type { Locale } from "~/i18n/locale";
import { amountText } from "./amount-text";

/** What of a stop may be refused, with the server's figures: the phone reckons with them what is left to collect, also without network. */
export type Refusable = { lines: (Carried & { title: string; price: string })[] };

/** Null: it is one thing, which is taken or not; who does not take it has refused the delivery. */
export function refusableOf({ goods, units, currency, countryCode }: Stop, locale: Locale): Refusable | null {
  if (units < 2) return null;
  const priced = (minor: number) => amountText({ minor, currency }, locale, countryCode ?? "EC");
  return { lines: goods.map((line) => ({ ...line, price: priced(line.grossMinor) })) };
}
