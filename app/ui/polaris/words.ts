import en from "@shopify/polaris/locales/en.json";
import es from "@shopify/polaris/locales/es.json";
import type { Locale } from "~/i18n/locale";

/** Polaris' own texts. */
export const POLARIS_WORDS: Record<Locale, typeof en | typeof es> = { es, en };
