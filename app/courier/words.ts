import en from "~/i18n/en/courier.json";
import es from "~/i18n/es/courier.json";
import type { Locale } from "~/i18n/locale";

type Paths<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}` }[keyof T & string];
export type CourierKey = Paths<typeof es>;
export type Say = (key: CourierKey, params?: Record<string, string | number>) => string;

const sayIn =
  (words: object): Say =>
  (key, params = {}) =>
    textAt(words, key).replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(params[name] ?? whole));
// The service worker says nothing, and leaves them out.
const SAY: Record<Locale, Say> = { es: /* @__PURE__ */ sayIn(es), en: /* @__PURE__ */ sayIn(en) };

/** The courier's words: of a language always the same function. Their pages load on slow phones, so they don't bring a translation library. */
export const courierWords = (locale: Locale): Say => SAY[locale];

function textAt(words: object, key: string): string {
  const found = key.split(".").reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], words);
  return typeof found === "string" ? found : key;
}

export const isCourierKey = (key: string): key is CourierKey => textAt(es, key) !== key;
