export const LOCALES = ["es", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** The first tag ("es-EC", "en_US") in a language we have; Spanish otherwise. */
export function localeFrom(...tags: (string | null | undefined)[]): Locale {
  for (const tag of tags) {
    const language = tag?.slice(0, 2).toLowerCase();
    const known = LOCALES.find((locale) => locale === language);
    if (known) return known;
  }
  return "es";
}
