import type { TFunction } from "i18next";
import type { Letters, Mail } from "~/ports/mail";
import { letterHtml, oneLine } from "./letter-html";

type Letter = Parameters<Letters["certificateExpiring"]>[0] & { language: "es" | "en" };

/** To the shop: the signature runs out, and what happens then. */
export function certificateLetter(t: TFunction, { to, shop, days, notAfter, messageId, language }: Letter): Mail {
  const date = new Intl.DateTimeFormat(language === "es" ? "es-EC" : "en-GB", { dateStyle: "long", timeZone: shop.timeZone }).format(
    notAfter,
  );
  const paragraphs = [t("certificate.intro", { shop: shop.name, date, count: days }), t("certificate.next")];
  const notes = [t("certificate.then")];
  return {
    messageId,
    to,
    subject: oneLine(t("certificate.subject", { count: days })),
    text: [...paragraphs, ...notes].join("\n\n"),
    html: letterHtml({ buttons: [], paragraphs, notes, language }),
  };
}
