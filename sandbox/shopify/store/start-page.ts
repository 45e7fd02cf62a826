import type { Answer } from "../../http.ts";
import { markup } from "../pages/markup.ts";
import { storePage, type Visit } from "./layout.ts";
import { storeWords } from "./words.ts";

/** `/`: what is running and where to go. */
export function startPage(visit: Visit, missing: string[]): Answer {
  const words = storeWords[visit.language];
  const door = (href: string, label: string, hint: string) => markup`<li><a href="${href}"><b>${label}</b><span>${hint}</span></a></li>`;
  const content = markup`<section class="hero"><h1>${words.startTitle}</h1><p>${words.startIntro}</p></section>
<p class="health ${missing.length === 0 ? "good" : ""}"><b>${missing.length === 0 ? words.ready : words.notReady}</b> ${missing.join("; ")}</p>
<ul class="doors">${door("/store", words.openStore, words.openStoreHint)}${door("/admin", words.openAdmin, words.openAdminHint)}${door("/inbox", words.openInbox, words.openInboxHint)}
${door("/sandbox/tax-authorities/ec-sri/documents", words.openSri, words.openSriHint)}${door("/inbox", words.courier, words.courierHint)}</ul>`;
  return storePage(visit, { title: words.startTitle, content });
}
