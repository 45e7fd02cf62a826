import i18next from "i18next";
import en from "~/i18n/en/mail.json";
import es from "~/i18n/es/mail.json";
import type { Letters } from "~/ports/mail";
import type { DocumentRecord } from "~/ports/document-records";
import { anotherCourierLetter, movedStopsLetter } from "./absence-letters";
import { courierLetter } from "./courier-letter";
import { dataRequestLetter } from "./data-request-letter";
import { certificateLetter } from "./certificate-letter";
import { invoiceHtml } from "./invoice-html";
import { pinLetter } from "./pin-letter";
import { oneLine } from "./letter-html";

const words = i18next.createInstance();
void words.init({
  initAsync: false,
  lng: "es",
  fallbackLng: "es",
  ns: ["mail"],
  defaultNS: "mail",
  resources: { es: { mail: es }, en: { mail: en } },
  interpolation: { escapeValue: false },
});

/** "es" unless the buyer's language is English: Spanish is the product's first language. */
const languageOf = (locale: string): "es" | "en" => (locale.toLowerCase().startsWith("en") ? "en" : "es");

function partiesOf({ input, kind, id }: DocumentRecord) {
  if (!input || !("buyer" in input)) throw new Error(`${kind} ${id} has no buyer to write to`);
  return { buyer: input.buyer, issuer: input.issuer, original: input.kind === "credit_note" ? input.original.number : null };
}

export const letters: Letters = {
  document({ to, locale, shop, orderName, document, pdf, mailing }) {
    const language = languageOf(locale);
    const t = words.getFixedT(language);
    const { kind } = document;
    const { buyer, issuer, original } = partiesOf(document);
    const total = new Intl.NumberFormat(language === "es" ? "es-EC" : "en-US", { style: "currency", currency: document.currency }).format(
      document.totalMinor / 100,
    );
    const rows: [string, string][] = [
      [t(`${kind}.number`), document.number!],
      ...(original ? [[t("credit_note.original"), original] as [string, string]] : []),
      [
        t("invoice.issued"),
        new Intl.DateTimeFormat(language === "es" ? "es-EC" : "en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
          new Date(`${document.issueDate}T00:00:00Z`),
        ),
      ],
      [t("invoice.total"), total],
      [t("invoice.authorisation"), document.authorisationNumber!],
    ];
    const shopName = issuer.tradeName ?? issuer.legalName;
    const letter = {
      greeting: t("invoice.greeting", { name: buyer.legalName }),
      intro: t(`${kind}.intro`, { order: orderName, original }),
      rows,
      notes: [t("invoice.attachments"), ...(issuer.environment === "test" ? [t("invoice.testNotice")] : [])],
      footer: t("invoice.footer", { shop: shopName }),
      language,
    };
    return {
      messageId: `<${[kind, document.id, mailing].filter(Boolean).join("-")}@${shop.domain}>`,
      to,
      fromName: oneLine(shopName),
      ...(shop.email ? { replyTo: shop.email } : {}),
      subject: oneLine(t(`${kind}.subject`, { number: document.number, shop: shopName })),
      text: [
        letter.greeting,
        "",
        letter.intro,
        "",
        ...rows.map(([label, value]) => `${label}: ${value}`),
        "",
        ...letter.notes,
        "",
        letter.footer,
      ].join("\n"),
      html: invoiceHtml(letter),
      attachments: [
        {
          filename: `${document.number}.xml`,
          content: Buffer.from(document.authorisation?.xml ?? document.signedXml!, "utf8"),
          contentType: "application/xml",
        },
        { filename: `${document.number}.pdf`, content: pdf, contentType: "application/pdf" },
      ],
    };
  },
  courierLink: (letter) => {
    const language = languageOf(letter.locale);
    return courierLetter(words.getFixedT(language), { ...letter, language });
  },
  dataRequest: (letter) => {
    const language = languageOf(letter.locale);
    return dataRequestLetter(words.getFixedT(language), { ...letter, language });
  },
  movedStops: (letter) => {
    const language = languageOf(letter.locale);
    return movedStopsLetter(words.getFixedT(language), { ...letter, language });
  },
  anotherCourier: (letter) => {
    const language = languageOf(letter.locale);
    return anotherCourierLetter(words.getFixedT(language), { ...letter, language });
  },
  deliveryPin: (letter) => {
    const language = languageOf(letter.locale);
    return pinLetter(words.getFixedT(language), { ...letter, language });
  },
  certificateExpiring: (letter) => {
    const language = languageOf(letter.locale);
    return certificateLetter(words.getFixedT(language), { ...letter, language });
  },
};
