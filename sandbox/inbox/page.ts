import { escapeHtml } from "../http";
import type { Attachment, Mail } from "./mail";
import { style } from "./style";
import { formatSize, formatTime, words, type Language } from "./words";

/** The list of mails, newest first; `to` says whose, when not everybody's. */
export function listPage(mails: Mail[], { language, to }: { language: Language; to: string | null }): string {
  const word = words[language];
  const filter =
    to === null
      ? ""
      : `<p class="filter">${word.filtered} <b>${escapeHtml(to)}</b> · <a href="${address("/inbox", language)}">${word.showAll}</a></p>`;
  const empty = `<div class="empty"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 6h18v12H3zM3 6l9 7 9-7"/></svg><h2>${word.none}</h2><p>${word.noneHint}</p></div>`;
  const list = mails.length === 0 ? empty : `<ul class="mails">${mails.map((mail) => row(mail, language)).join("")}</ul>`;
  const body = `<header><h1>${word.title}</h1>${switchTo(language, "/inbox")}<p>${word.about}</p></header>${filter}${list}
<a class="news" id="news" href="" hidden>${word.newMail}</a>${announceNews(mails[0]?.id, to)}`;
  return page(word.title, body, language);
}

export function mailPage(mail: Mail, language: Language): string {
  const word = words[language];
  const attachments = mail.attachments.map((one, index) => attachmentCard(mail.id, one, index, language)).join("");
  const body = `<nav><a href="${address("/inbox", language)}">← ${word.back}</a>${switchTo(language, `/inbox/${mail.id}`)}</nav>
<article><h1>${subject(mail, language)}${mark(mail, language)}</h1>
<dl><dt>${word.from}</dt><dd>${escapeHtml(mail.from.name)} <span>${escapeHtml(mail.from.address)}</span></dd>
<dt>${word.recipients}</dt><dd>${mail.to.map(escapeHtml).join(", ")}</dd>
<dt>${word.received}</dt><dd><time datetime="${mail.receivedAt}">${formatTime(mail.receivedAt, language)}</time></dd></dl>
${attachments && `<section aria-label="${word.attachments}"><h2>${word.attachments}</h2><ul class="attachments">${attachments}</ul></section>`}
<iframe title="${word.body}" src="/inbox/${mail.id}/body" sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>
<p class="source"><a href="/sandbox/inbox/${mail.id}/raw">${word.source}</a></p></article>
<script>const frame = document.querySelector("iframe");
const fit = () => {
  const content = frame.contentDocument?.documentElement; // none while the frame's page is being exchanged: its load calls again
  if (!content) return;
  frame.style.height = "0";
  frame.style.height = content.scrollHeight + frame.offsetHeight - frame.clientHeight + 12 + "px";
};
frame.addEventListener("load", fit); addEventListener("resize", fit); fit();</script>`;
  return page(mail.subject || word.noSubject, body, language);
}

/** What the mail itself shows, for the frame: no script of it runs, and its links open outside. */
export function bodyPage({ html, text }: Mail): string {
  const plain = `<pre style="font:15px/1.5 system-ui,sans-serif;white-space:pre-wrap;overflow-wrap:anywhere">${escapeHtml(text)}</pre>`;
  return `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><base target="_blank">${html ?? plain}`;
}

export const missingPage = (language: Language): string =>
  page(
    words[language].missing,
    `<nav><a href="${address("/inbox", language)}">← ${words[language].back}</a></nav><div class="empty"><h2>${words[language].missing}</h2></div>`,
    language,
  );

function row(mail: Mail, language: Language): string {
  const word = words[language];
  const sender = mail.from.name || mail.from.address;
  const clips = mail.attachments.map(({ name }) => `<span class="clip">${escapeHtml(name)}</span>`).join("");
  return `<li><a href="${address(`/inbox/${mail.id}`, language)}"><span class="face" aria-hidden="true">${escapeHtml([...sender][0]?.toUpperCase() ?? "?")}</span>
<span class="who">${escapeHtml(sender)} <small>${word.to} ${mail.to.map(escapeHtml).join(", ")}</small></span>
<time datetime="${mail.receivedAt}">${formatTime(mail.receivedAt, language)}</time>
<span class="what"><b>${subject(mail, language)}</b>${mark(mail, language)} <small>${escapeHtml(mail.text.replace(/\s+/g, " ").slice(0, 140))}</small></span>
${clips && `<span class="clips">${clips}</span>`}</a></li>`;
}

function attachmentCard(id: string, { name, contentType, sizeBytes }: Attachment, index: number, language: Language): string {
  const href = `/sandbox/inbox/${id}/attachments/${index}`;
  const kind = /([a-z0-9]{1,4})$/i.exec(name.includes(".") ? name : contentType)?.[1]?.toUpperCase() ?? "";
  return `<li><span class="kind" data-kind="${escapeHtml(kind)}">${escapeHtml(kind)}</span><span class="name">${escapeHtml(name)}<small>${formatSize(sizeBytes, language)}</small></span>
<span class="actions"><a href="${href}" target="_blank" rel="noopener">${words[language].open}</a><a href="${href}?download=1">${words[language].download}</a></span></li>`;
}

const subject = (mail: Mail, language: Language): string => escapeHtml(mail.subject || words[language].noSubject);
const mark = ({ duplicate }: Mail, language: Language): string => (duplicate ? ` <mark>${words[language].duplicate}</mark>` : "");
const address = (path: string, language: Language): string => (language === "en" ? `${path}?lang=en` : path);
const switchTo = (language: Language, path: string): string =>
  language === "en"
    ? `<a class="language" href="${path}" lang="es">Español</a>`
    : `<a class="language" href="${path}?lang=en" lang="en">English</a>`;

/** Looks whether a newer mail is there and offers to show it; it never reloads under the reader's hands. */
function announceNews(newest: string | undefined, to: string | null): string {
  const query = to === null ? "" : `?to=${encodeURIComponent(to)}`;
  return `<script>setInterval(async () => { const answer = await fetch("/sandbox/inbox${query}"); if (!answer.ok) return;
const [first] = await answer.json(); if (first && first.id !== "${newest ?? ""}") document.getElementById("news").hidden = false; }, 2000);</script>`;
}

const page = (title: string, body: string, language: Language): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><title>${escapeHtml(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`;
