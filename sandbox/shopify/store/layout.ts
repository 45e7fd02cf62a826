import { html, type Answer } from "../../http.ts";
import type { Shop } from "../domain/state.ts";
import { rememberLanguage, type Language } from "../pages/language.ts";
import { markup, type Markup } from "../pages/markup.ts";
import { storeWords } from "./words.ts";

export interface Visit {
  shop: Shop;
  language: Language;
  cartCount: number;
}

/** A page of the storefront: head, shop's name, cart, content. */
export function storePage(visit: Visit, page: { title: string; content: Markup; script?: string; status?: number }): Answer {
  const { shop, language } = visit;
  const words = storeWords[language];
  const other = language === "es" ? "en" : "es";
  const document = markup`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${page.title} · ${shop.name}</title>
<link rel="stylesheet" href="/sandbox/assets/store.css"><link rel="icon" href="data:,"></head><body>
<header class="site"><a class="brand" href="/store"><svg viewBox="0 0 40 28" aria-hidden="true"><path d="M2 26L14 6l6 9 5-7 13 18z" fill="currentColor"/><path d="M14 6l4 6-3 2-3-2-2 2z" fill="#fff"/></svg>${shop.name}</a>
<nav><a href="?lang=${other}" lang="${other}">${other.toUpperCase()}</a><a href="/store/cart" class="cart">${words.cart}${visit.cartCount > 0 ? markup` <b>${visit.cartCount}</b>` : ""}</a></nav></header>
<main>${page.content}</main>${page.script ? markup`<script type="module" src="/sandbox/assets/${page.script}"></script>` : ""}</body></html>`;
  const answer = html(document.text, page.status ?? 200);
  return { ...answer, headers: { ...answer.headers, "set-cookie": rememberLanguage(language) } };
}
