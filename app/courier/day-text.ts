import type { Locale } from "~/i18n/locale";

/** A day (yyyy-mm-dd) as people write it. */
export const dayText = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** A day (yyyy-mm-dd) as it is said; it has no zone. */
export const dayInWords = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
