export type InvoiceLetter = {
  greeting: string;
  intro: string;
  rows: [label: string, value: string][];
  notes: string[];
  footer: string;
  language: string;
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

const FONT = "font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif";

const LONGEST_WORD = 30;
const SHORT = "font-size:14px;font-weight:bold";
/** An access key: 49 digits that fit a computer's line, and may break on a phone's. */
const LONG = "font-size:12px;line-height:20px;word-break:break-all";

/** One column, tables and inline styles only: what mail programs agree on. */
export function invoiceHtml({ greeting, intro, rows, notes, footer, language }: InvoiceLetter): string {
  const cells = rows.map(
    ([label, value]) =>
      `<tr><td style="padding:10px 12px 10px 0;color:#5c6670;font-size:14px;border-top:1px solid #e6e9ec;vertical-align:top">${escape(label)}</td>` +
      `<td style="padding:10px 0;border-top:1px solid #e6e9ec;vertical-align:top;text-align:right;${value.length > LONGEST_WORD ? LONG : SHORT}">${escape(value)}</td></tr>`,
  );
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0;background:#f3f5f6;${FONT};color:#16202a"><table role="presentation" width="100%" cellspacing="0" cellpadding="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="max-width:560px;background:#fff;border-radius:12px"><tr><td style="padding:28px 28px 24px">
<p style="margin:0 0 12px;font-size:18px"><strong>${escape(greeting)}</strong></p><p style="margin:0 0 20px;font-size:15px;line-height:1.5">${escape(intro)}</p>
<table role="presentation" width="100%" cellspacing="0" cellpadding="0">${cells.join("")}</table>
${notes.map((note) => `<p style="margin:18px 0 0;font-size:13px;line-height:1.5;color:#5c6670">${escape(note)}</p>`).join("")}
</td></tr></table><p style="font-size:12px;color:#7a848e;margin:16px 0 0">${escape(footer)}</p></td></tr></table></body></html>`;
}
