import { html, type Answer } from "../../http.ts";
import type { Shop } from "../domain/state.ts";
import { rememberLanguage, type Language } from "../pages/language.ts";
import { inlineJson, markup, type Markup } from "../pages/markup.ts";
import type { Shopify } from "../parts.ts";
import { appAddress } from "../install.ts";
import { adminWords } from "./words.ts";

export interface Frame {
  shopify: Shopify;
  shop: Shop;
  language: Language;
}

/** The admin's frame around a page: bar, navigation, content. */
export function adminPage(frame: Frame, page: { title: string; current: "orders" | "app"; content: Markup }): Answer {
  const { shop, language } = frame;
  const { config } = frame.shopify.core;
  const words = adminWords[language];
  const link = (path: string, label: string, isCurrent: boolean) =>
    markup`<a href="${withShop(frame, path)}" ${isCurrent ? markup`aria-current="page"` : ""}>${label}</a>`;
  const document = markup`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} · ${shop.name}</title><link rel="stylesheet" href="/sandbox/assets/admin.css"><link rel="icon" href="data:,"></head><body>
<header class="top"><button class="menu" aria-expanded="false" onclick="this.ariaExpanded = document.body.classList.toggle('nav-open')">${words.menu}</button>
<a class="mark" href="/">sandbox <small>admin</small></a><span class="shop">${shop.name} · ${shop.domain}</span></header>
<nav class="nav">${link("/admin/orders", words.orders, page.current === "orders")}
<h2>${words.apps}</h2>${link(`/admin/apps/${config.handle}`, config.name, page.current === "app")}<div class="sub" id="app-nav"></div>
<div class="foot"><a href="/store" target="_blank">${words.store}</a><a href="/inbox" target="_blank">${words.inbox}</a>
<a href="?lang=${language === "es" ? "en" : "es"}">${language === "es" ? "English" : "Español"}</a></div></nav>
${page.content}</body></html>`;
  const answer = html(document.text);
  return { ...answer, headers: { ...answer.headers, "set-cookie": rememberLanguage(language) } };
}

/** The page that shows the app in its iframe. */
export function appPage(frame: Frame, path: string): Answer {
  const { shopify, shop, language } = frame;
  const words = adminWords[language];
  const { config } = shopify.core;
  const shell = {
    src: appAddress({ ...shopify, language }, shop.domain, path),
    appOrigin: new URL(shopify.appUrl).origin,
    shop: shop.domain,
    shopName: shop.name,
    appName: config.name,
    handle: config.handle,
    isDemoShop: shop.domain === shopify.demoShop,
    words: { save: words.save, discard: words.discard, leave: words.leave },
  };
  const content = markup`<main class="with-app"><div id="loading"></div><div id="title" hidden><span id="title-text"></span><span id="title-buttons"></span></div>
<iframe class="app" title="${config.name}" allow="geolocation; camera; clipboard-write"></iframe></main>
<div id="save-bar" hidden><span>${words.unsaved}</span><span id="save-bar-buttons"></span></div><div id="toasts" aria-live="polite"></div>
<script type="application/json" id="shell">${inlineJson(shell)}</script><script type="module" src="/sandbox/assets/admin.js"></script>`;
  return adminPage(frame, { title: config.name, current: "app", content });
}

export const withShop = ({ shop, shopify }: Frame, path: string): string =>
  shop.domain === shopify.demoShop ? path : `${path}?shop=${shop.domain}`;
