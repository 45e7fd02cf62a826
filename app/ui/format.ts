import { formatMinor } from "~/domain/money/money";
import { amountToType, decimalMarkOf } from "~/domain/money/typed-amount";
import type { Locale } from "~/i18n/locale";

export type Formats = {
  locale: Locale;
  money(minor: number, currency: string): string;
  /** An amount to begin a field with. */
  amountToType(minor: number, currency: string): string;
  /** A decimal text ("3.50", "USD 12.90") with the language's own mark. */
  decimal(text: string): string;
  /** With at most two decimals. */
  number(value: number): string;
  /** "850 m", "22,1 km". */
  distance(metres: number): string;
  date(iso: string): string;
  /** A fiscal date (yyyy-mm-dd): the day that is written, in no zone. */
  fiscalDate(day: string): string;
  /** yyyy-mm. */
  month(written: string): string;
  dateTime(iso: string): string;
  /** How long ago, in the largest whole unit. Both instants are given, so that server and browser write the same. */
  age(iso: string, now: string): string;
  /** In how long, or how long ago, in the largest whole unit. */
  left(iso: string, now: string): string;
};

const TAGS: Record<Locale, string> = { es: "es-EC", en: "en-US" };
const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** Money and dates by the merchant's language, hours of the shop's own zone, on 24 hours. */
export function formatsFor(locale: Locale, timeZone: string): Formats {
  const tag = TAGS[locale];
  const day = new Intl.DateTimeFormat(tag, { timeZone, day: "numeric", month: "short", year: "numeric" });
  const calendar = new Intl.DateTimeFormat(tag, { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });
  const month = new Intl.DateTimeFormat(tag, { timeZone: "UTC", month: "long", year: "numeric" });
  const minute = new Intl.DateTimeFormat(tag, {
    timeZone,
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const inUnits = (milliseconds: number) => {
    const [unit, size] = UNITS.find(([, one]) => Math.abs(milliseconds) >= one) ?? UNITS[2];
    return ago.format(Math.trunc(milliseconds / size), unit);
  };
  const ago = new Intl.RelativeTimeFormat(tag, { numeric: "auto", style: "short" });
  return {
    locale,
    money: (minor, currency) =>
      new Intl.NumberFormat(tag, { style: "currency", currency, currencyDisplay: "narrowSymbol" }).format(
        Number(formatMinor(minor, currency)),
      ),
    amountToType: (minor, currency) => amountToType({ minor, currency }, tag),
    decimal: (text) => text.replace(".", decimalMarkOf(tag)),
    distance: (metres) =>
      metres < 1000 ? `${metres} m` : `${new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }).format(metres / 1000)} km`,
    number: (value) => new Intl.NumberFormat(tag, { maximumFractionDigits: 2 }).format(value),
    date: (iso) => day.format(new Date(iso)),
    fiscalDate: (written) => calendar.format(new Date(`${written}T00:00:00Z`)),
    month: (written) => month.format(new Date(`${written}-01T00:00:00Z`)),
    dateTime: (iso) => minute.format(new Date(iso)),
    left: (iso, now) => inUnits(Date.parse(iso) - Date.parse(now)),
    age(iso, now) {
      const passed = Date.parse(now) - Date.parse(iso);
      const [unit, size] = UNITS.find(([, milliseconds]) => passed >= milliseconds) ?? UNITS[2];
      return ago.format(-Math.max(0, Math.floor(passed / size)), unit);
    },
  };
}
