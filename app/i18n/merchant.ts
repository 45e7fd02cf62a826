import i18next, { type i18n as I18n } from "i18next";
import { type Locale, LOCALES } from "./locale";
import { MERCHANT_WORDS } from "./resources";

function speaking(locale: Locale): I18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: "es",
    resources: Object.fromEntries(LOCALES.map((l) => [l, { translation: MERCHANT_WORDS[l] }])),
    // React escapes; the words are here already, so nothing has to be waited for.
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
  return instance;
}

const instances = Object.fromEntries(LOCALES.map((locale) => [locale, speaking(locale)])) as Record<Locale, I18n>;

/** One instance a language: a server speaks to many merchants at once. */
export const merchantWords = (locale: Locale): I18n => instances[locale];
