import type { Answer } from "../../http.ts";
import { paymentChoices } from "../domain/payment-start.ts";
import { showMoney } from "../pages/language.ts";
import { inlineJson, markup, type Markup } from "../pages/markup.ts";
import { cartTotal, type CartLine } from "./cart.ts";
import { storePage, type Visit } from "./layout.ts";
import { imageOf, titleOf } from "./product-pages.ts";
import { storeWords } from "./words.ts";

const provinces = [
  "Azuay",
  "Bolívar",
  "Cañar",
  "Carchi",
  "Chimborazo",
  "Cotopaxi",
  "El Oro",
  "Esmeraldas",
  "Galápagos",
  "Guayas",
  "Imbabura",
  "Loja",
  "Los Ríos",
  "Manabí",
  "Morona Santiago",
  "Napo",
  "Orellana",
  "Pastaza",
  "Pichincha",
  "Santa Elena",
  "Santo Domingo de los Tsáchilas",
  "Sucumbíos",
  "Tungurahua",
  "Zamora Chinchipe",
];
const hints = { card: "cardHint", card_authorized: "authorizedHint", transfer: "transferHint", cash_on_delivery: "cashHint" } as const;

/** One page for the whole checkout; its script asks for rates while the shopper types and hosts our extension in a frame. */
export function checkoutPage(visit: Visit, lines: CartLine[]): Answer {
  const { shop, language } = visit;
  const words = storeWords[language];
  const field = (
    name: string,
    label: string,
    look: { autocomplete: string; type?: string; isOptional?: boolean; isHalf?: boolean; mode?: string },
  ) =>
    markup`<label class="field ${look.isHalf ? "half" : ""}"><input name="${name}" type="${look.type ?? "text"}" placeholder=" " autocomplete="${look.autocomplete}" ${look.mode ? markup`inputmode="${look.mode}"` : ""} ${look.isOptional ? "" : "required"}><span>${label}</span></label>`;
  const state = {
    language,
    currency: shop.currency,
    total: cartTotal(lines) / 100,
    words: {
      asking: words.asking,
      enterAddress: words.enterAddress,
      noShipping: words.noShipping,
      wrongCode: words.wrongCode,
      incomplete: words.incomplete,
      pay: words.pay,
      complete: words.complete,
    },
  };
  const form = markup`<form id="checkout" novalidate>
<section><h2>${words.contact}</h2>${field("email", words.email, { autocomplete: "email", type: "email", mode: "email" })}${field("phone", words.phone, { autocomplete: "tel", type: "tel", mode: "tel" })}</section>
<section><h2>${words.delivery}</h2><div class="fields"><label class="field"><select name="countryCode" autocomplete="country"><option value="EC">${words.ecuador}</option></select><span>${words.country}</span></label>
${field("firstName", words.firstName, { autocomplete: "given-name", isHalf: true })}${field("lastName", words.lastName, { autocomplete: "family-name", isHalf: true })}
${field("address1", words.address1, { autocomplete: "address-line1" })}${field("address2", words.address2, { autocomplete: "address-line2", isOptional: true })}
${field("city", words.city, { autocomplete: "address-level2", isHalf: true })}${field("zip", words.zip, { autocomplete: "postal-code", isHalf: true, isOptional: true })}
<label class="field"><select name="province" autocomplete="address-level1"><option value=""></option>${provinces.map((name) => markup`<option>${name}</option>`)}</select><span>${words.province}</span></label></div></section>
<section><h2>${words.shippingMethod}</h2><div id="rates" class="choices" role="radiogroup" aria-live="polite"><p class="soft">${words.enterAddress}</p></div></section>
<section class="extension"><iframe id="extension" title="${words.invoiceData}" data-src="/checkout/extension?lang=${language}"></iframe></section>
<section><h2>${words.payment}</h2><p class="soft">${words.secure}</p><div class="choices">${paymentChoices.map(
    (choice, index) =>
      markup`<label><input type="radio" name="payment" value="${choice}" ${index === 0 ? "checked" : ""}><span>${words[choice]}<small>${words[hints[choice]]}</small></span></label>`,
  )}</div></section>
<p id="problem" class="problem" role="alert" hidden></p><button class="primary wide" id="pay" disabled>${words.pay}</button></form>`;
  const content = markup`<div class="checkout">${form}<aside>${summary(visit, lines)}</aside></div><script type="application/json" id="state">${inlineJson(state)}</script>`;
  return storePage(visit, { title: words.checkout, content, script: "checkout.js" });
}

function summary({ shop, language }: Visit, lines: CartLine[]): Markup {
  const words = storeWords[language];
  const money = (cents: number) => showMoney(cents, shop.currency, language);
  const rows = lines.map(
    ({ product, quantity }) =>
      markup`<li><span class="thumb">${imageOf(product)}<b>${quantity}</b></span><span>${titleOf(product, language)}</span><span>${money(product.price * quantity)}</span></li>`,
  );
  const line = (id: string, label: string, look = "") =>
    markup`<div class="${look}" id="row-${id}"><dt>${label}</dt><dd id="${id}">—</dd></div>`;
  return markup`<h2>${words.summary}</h2><ul class="summary-lines">${rows}</ul>
<form id="discount-form"><label class="field"><input name="code" placeholder=" " autocomplete="off"><span>${words.discountCode}</span></label><button>${words.apply}</button></form>
<dl>${line("subtotal", words.subtotal)}${line("discount", words.discount)}${line("shipping", words.shipping)}${line("tax", shop.taxesIncluded ? words.taxIncluded : words.tax)}${line("total", words.total, "total")}</dl>`;
}
