import type { TFunction } from "i18next";
import type { Letters, Mail } from "~/ports/mail";
import { letterHtml } from "./letter-html";

type Letter = Parameters<Letters["dataRequest"]>[0] & { language: "es" | "en" };

/** A buyer's request for their data, with a link to the file of each order. */
export function dataRequestLetter(t: TFunction, { to, shop, orders, expiresAt, messageId, language }: Letter): Mail {
  const until = new Intl.DateTimeFormat(language === "es" ? "es-EC" : "en-GB", { dateStyle: "long", timeZone: shop.timeZone });
  const paragraphs = [t("dataRequest.intro", { shop: shop.name }), t("dataRequest.duty")];
  const notes = [t("dataRequest.private", { date: until.format(expiresAt) })];
  const buttons = orders.map(({ name, url }) => ({ text: t("dataRequest.open", { order: name }), url }));
  return {
    messageId,
    to,
    subject: t("dataRequest.subject"),
    text: [...paragraphs, ...buttons.map(({ text, url }) => `${text}: ${url}`), ...notes].join("\n\n"),
    html: letterHtml({ paragraphs, buttons, notes, language }),
  };
}
