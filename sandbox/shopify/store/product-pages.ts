import type { Answer } from "../../http.ts";
import type { Product } from "../domain/catalogue-state.ts";
import { showMoney, type Language } from "../pages/language.ts";
import { markup, type Markup } from "../pages/markup.ts";
import { cartTotal, type CartLine } from "./cart.ts";
import { storePage, type Visit } from "./layout.ts";
import { storeWords } from "./words.ts";

export const titleOf = (product: Product, language: Language): string => (language === "es" ? product.title : product.titleEn);
export const imageOf = (product: Product): Markup =>
  markup`<img src="/store/images/${product.handle}.svg" alt="" width="400" height="400">`;

export function gridPage(visit: Visit): Answer {
  const { shop, language } = visit;
  const cards = shop.products
    .filter((one) => one.isListed)
    .map(
      (product) =>
        markup`<li><a href="/store/products/${product.handle}">${imageOf(product)}<span>${titleOf(product, language)}</span><b>${showMoney(product.price, shop.currency, language)}</b></a></li>`,
    );
  const content = markup`<section class="hero"><h1>${shop.name}</h1><p>${storeWords[language].tagline}</p></section><ul class="grid">${cards}</ul>`;
  return storePage(visit, { title: storeWords[language].tagline, content });
}

export function productPage(visit: Visit, product: Product): Answer {
  const { shop, language } = visit;
  const words = storeWords[language];
  const content = markup`<article class="product">${imageOf(product)}<div><small>${product.vendor}</small><h1>${titleOf(product, language)}</h1>
<p class="price">${showMoney(product.price, shop.currency, language)} ${product.taxable ? "" : markup`<span class="pill">${words.zeroRated}</span>`}</p>
<p>${language === "es" ? product.description : product.descriptionEn}</p><form method="post" action="/store/cart"><input type="hidden" name="handle" value="${product.handle}">
<label>${words.quantity}<input type="number" name="quantity" value="1" min="1" max="99"></label><button class="primary">${words.add}</button></form><p class="soft">${words.taxNote}</p></div></article>`;
  return storePage(visit, { title: titleOf(product, language), content });
}

export function cartPage(visit: Visit, lines: CartLine[], block: Markup): Answer {
  const { shop, language } = visit;
  const words = storeWords[language];
  const rows = lines.map(
    ({
      product,
      quantity,
    }) => markup`<li>${imageOf(product)}<div><a href="/store/products/${product.handle}">${titleOf(product, language)}</a><small>${showMoney(product.price, shop.currency, language)}</small></div>
<input type="number" name="${product.handle}" value="${quantity}" min="0" max="99" aria-label="${words.quantity}"><b>${showMoney(product.price * quantity, shop.currency, language)}</b></li>`,
  );
  const filled = markup`<form method="post" action="/store/cart/update" class="cart-form"><ul class="cart-lines">${rows}</ul><p class="cart-total">${words.subtotal} <b>${showMoney(cartTotal(lines), shop.currency, language)}</b></p>
<p class="soft">${words.taxNote}</p><p class="actions"><button>${words.update}</button><a class="primary" href="/checkout">${words.checkout}</a></p></form>`;
  const empty = markup`<p class="soft">${words.emptyCart}</p><p><a class="primary" href="/store">${words.keepShopping}</a></p>`;
  return storePage(visit, {
    title: words.cart,
    content: markup`<section class="narrow"><h1>${words.cart}</h1>${lines.length > 0 ? [block, filled] : empty}</section>`,
  });
}
