import type { TFunction } from "i18next";
import type { Letters, Mail } from "~/ports/mail";
import { letterHtml, oneLine } from "./letter-html";

type Spoken<L> = L & { language: "es" | "en" };

/** To a courier: all stops that somebody's absence gave them, or took from them. */
export function movedStopsLetter(t: TFunction, letter: Spoken<Parameters<Letters["movedStops"]>[0]>): Mail {
  const { messageId, to, shop, courier, absent, kind, stops, language } = letter;
  const words = { shop: shop.name, absent, count: stops.length };
  const rows = stops.map(({ order, address, isWithAbsent }) => {
    const parcel = isWithAbsent && kind === "given" ? ` ${t("movedStops.fetch", { absent })}` : "";
    return `${order} · ${address}${parcel}`;
  });
  const paragraphs = [t("movedStops.greeting", { name: courier }), t(`movedStops.${kind}`, words), ...rows];
  return {
    ...{ messageId, to, ...(shop.email ? { replyTo: shop.email } : {}) },
    subject: oneLine(t(`movedStops.${kind}Subject`, words)),
    text: [...paragraphs, t("movedStops.list")].join("\n\n"),
    html: letterHtml({ paragraphs, buttons: [], notes: [t("movedStops.list")], language }),
  };
}

/** To the shopper: somebody else brings it, and it may be later. */
export function anotherCourierLetter(t: TFunction, letter: Spoken<Parameters<Letters["anotherCourier"]>[0]>): Mail {
  const { messageId, to, shop, orderName, language } = letter;
  const words = { shop: shop.name, order: orderName };
  const paragraphs = [t("anotherCourier.intro", words), t("anotherCourier.later")];
  return {
    ...{ messageId, to, fromName: oneLine(shop.name), ...(shop.email ? { replyTo: shop.email } : {}) },
    subject: oneLine(t("anotherCourier.subject", words)),
    text: paragraphs.join("\n\n"),
    html: letterHtml({ paragraphs, buttons: [], notes: [], language }),
  };
}
