import { useMatches } from "@remix-run/react";
import { localeFrom, type Locale } from "~/i18n/locale";

/** The language of the innermost page that says one: at least the document itself does, by what the browser asks for. */
export function useDocumentLocale(): Locale {
  for (const { data } of useMatches().toReversed()) {
    if (data && typeof data === "object" && "locale" in data && typeof data.locale === "string") return localeFrom(data.locale);
  }
  return "es";
}
