import type { TFunction } from "i18next";
import type { Letters, Mail } from "~/ports/mail";
import { letterHtml, oneLine } from "./letter-html";

type Letter = Parameters<Letters["deliveryPin"]>[0] & { language: "es" | "en" };

/** To the shopper: the four digits to say at the door, and to nobody before. */
export function pinLetter(t: TFunction, { messageId, to, shop, orderName, pin, language }: Letter): Mail {
  const words = { shop: shop.name, order: orderName, pin };
  const paragraphs = [t("deliveryPin.intro", words), t("deliveryPin.pin", words), t("deliveryPin.onlyThere")];
  return {
    ...{ messageId, to, fromName: oneLine(shop.name), ...(shop.email ? { replyTo: shop.email } : {}) },
    subject: oneLine(t("deliveryPin.subject", words)),
    text: paragraphs.join("\n\n"),
    html: letterHtml({ paragraphs, buttons: [], notes: [], language }),
  };
}
