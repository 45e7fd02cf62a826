import type { TFunction } from "i18next";
import type { Letters, Mail } from "~/ports/mail";
import { letterHtml, oneLine } from "./letter-html";

type Letter = Parameters<Letters["courierLink"]>[0] & { language: "es" | "en" };

/** The courier's link, as a button and as a QR to be read from another screen. */
export function courierLetter(t: TFunction, { to, shop, courier, url, expiresAt, qrPng, messageId, language }: Letter): Mail {
  const until = new Intl.DateTimeFormat(language === "es" ? "es-EC" : "en-GB", { dateStyle: "long", timeZone: shop.timeZone }).format(
    expiresAt,
  );
  const paragraphs = [t("courierLink.greeting", { name: courier }), t("courierLink.intro", { shop: shop.name })];
  const notes = [t("courierLink.private"), t("courierLink.until", { date: until })];
  return {
    messageId,
    to,
    ...(shop.email ? { replyTo: shop.email } : {}),
    subject: oneLine(t("courierLink.subject", { shop: shop.name })),
    text: [...paragraphs, url, ...notes].join("\n\n"),
    html: letterHtml({ paragraphs, buttons: [{ text: t("courierLink.open"), url }], notes, language }),
    attachments: [{ filename: "qr.png", content: qrPng, contentType: "image/png" }],
  };
}
