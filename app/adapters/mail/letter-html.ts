const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

const FONT = "font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif";
export type Page = { paragraphs: string[]; buttons: { text: string; url: string }[]; notes: string[]; language: string };

/** Words, buttons and small print in one column, tables and inline styles only. */
export const letterHtml = ({
  paragraphs,
  buttons,
  notes,
  language,
}: Page): string => `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0;background:#f3f5f6;${FONT};color:#16202a"><table role="presentation" width="100%" cellspacing="0" cellpadding="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="max-width:560px;background:#fff;border-radius:12px"><tr><td style="padding:28px">
${paragraphs.map((text) => `<p style="margin:0 0 16px;font-size:16px;line-height:1.5">${escape(text)}</p>`).join("")}
${buttons.map(({ text, url }) => `<p style="margin:24px 0"><a href="${escape(url)}" style="display:inline-block;background:#0b6b4f;color:#fff;text-decoration:none;font-size:17px;font-weight:600;padding:14px 24px;border-radius:10px">${escape(text)}</a></p>`).join("")}
${notes.map((text) => `<p style="margin:8px 0 0;font-size:13px;line-height:1.5;color:#5c6670">${escape(text)}</p>`).join("")}
</td></tr></table></td></tr></table></body></html>`;
