import { createContext, useContext, useMemo, type ReactNode } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { merchantWords } from "~/i18n/merchant";
import { formatsFor, type Formats } from "./format";

const FormatContext = createContext<Formats>(formatsFor("es", "America/Guayaquil"));

/** Everything below speaks the merchant's language and shows the shop's own days and hours. */
export function Words({ locale, timeZone, children }: { locale: Locale; timeZone: string; children: ReactNode }) {
  const formats = useMemo(() => formatsFor(locale, timeZone), [locale, timeZone]);
  return (
    <I18nextProvider i18n={merchantWords(locale)}>
      <FormatContext.Provider value={formats}>{children}</FormatContext.Provider>
    </I18nextProvider>
  );
}

export const useFormats = (): Formats => useContext(FormatContext);

export function useWords() {
  const { t } = useTranslation();
  return t;
}
