import type { TFunction } from "i18next";
import type { Letters, Mail } from "~/ports/ports";

type Letter = Parameters<Letters["courierLink"]>[0] & { language: "es" | "en" };

const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const oneLine = (text: string): string => text.replace(/[\r\n\t]+/g, " ").trim();

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
    html: html({ paragraphs, button: t("courierLink.open"), url, notes, language }),
    attachments: [{ filename: "qr.png", content: qrPng, contentType: "image/png" }],
  };
}

const FONT = "font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif";
type Page = { paragraphs: string[]; button: string; url: string; notes: string[]; language: string };

const html = ({
  paragraphs,
  button,
  url,
  notes,
  language,
}: Page): string => `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0;background:#f3f5f6;${FONT};color:#16202a"><table role="presentation" width="100%" cellspacing="0" cellpadding="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="max-width:560px;background:#fff;border-radius:12px"><tr><td style="padding:28px">
${paragraphs.map((text) => `<p style="margin:0 0 16px;font-size:16px;line-height:1.5">${escape(text)}</p>`).join("")}
<p style="margin:24px 0"><a href="${escape(url)}" style="display:inline-block;background:#0b6b4f;color:#fff;text-decoration:none;font-size:17px;font-weight:600;padding:14px 24px;border-radius:10px">${escape(button)}</a></p>
${notes.map((text) => `<p style="margin:8px 0 0;font-size:13px;line-height:1.5;color:#5c6670">${escape(text)}</p>`).join("")}
</td></tr></table></td></tr></table></body></html>`;
