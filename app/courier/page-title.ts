import type { Locale } from "~/i18n/locale";
import type { Page } from "./phone/addresses";
import { courierWords } from "./words";

/** What a page of the courier's is called: in the browser's list of tabs, and by a screen reader that comes to it. */
export function pageTitle(page: Page["page"], locale: Locale, orderName = ""): string {
  const t = courierWords(locale);
  if (page === "money" || page === "map") return t(`${page}.title`);
  return page === "delivery" && orderName ? `${orderName} · ${t("title")}` : t("title");
}
