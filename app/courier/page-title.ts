import type { Locale } from "~/i18n/locale";
import { courierWords } from "./words";

/** What a page of the courier's is called: in the browser's list of tabs, and by a screen reader that comes to it. */
export function pageTitle(page: "list" | "money" | "delivery", locale: Locale, orderName = ""): string {
  const t = courierWords(locale);
  if (page === "money") return t("money.title");
  return page === "delivery" && orderName ? `${orderName} · ${t("title")}` : t("title");
}
