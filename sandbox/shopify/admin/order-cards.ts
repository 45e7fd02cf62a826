import type { Order, Transaction } from "../domain/order-state.ts";
import { outstandingOf, refundedOf } from "../domain/payment.ts";
import { discountOfLine, netOf, placedSums } from "../domain/totals.ts";
import { displayStatus } from "../graphql/resolvers/fulfillment.ts";
import { showInstant, showMoney } from "../pages/language.ts";
import { markup, type Markup } from "../pages/markup.ts";
import type { Frame } from "./shell.ts";
import { statusTone, statusWord } from "../pages/status-words.ts";
import { timelineWord } from "./timeline-words.ts";
import { adminWords } from "./words.ts";

export function moneyCard({ language }: Frame, order: Order): Markup {
  const words = adminWords[language];
  const money = (cents: number) => showMoney(cents, order.currency, language);
  const sums = placedSums(order);
  const row = (label: string, cents: number, look = "") =>
    markup`<tr class="sum ${look}"><td colspan="3">${label}</td><td class="amount">${money(cents)}</td></tr>`;
  const lines = order.lines.map(
    (
      line,
    ) => markup`<tr><td>${line.title}<br><small>${line.sku}</small></td><td class="amount">${money(line.unitPrice)} × ${line.quantity}${line.currentQuantity === line.quantity ? "" : ` (${line.currentQuantity})`}</td>
<td class="amount">${discountOfLine(line) > 0 ? `−${money(discountOfLine(line))}` : ""}</td><td class="amount">${money(netOf(line))}</td></tr>`,
  );
  return markup`<section class="card"><table>${lines}
${row(words.subtotal, sums.subtotal + sums.discounts)}${sums.discounts > 0 ? row(`${words.discount} (${order.discount?.code ?? ""})`, -sums.discounts) : ""}
${row(`${words.shipping}: ${order.shippingLines.map((one) => one.title).join(", ") || "—"}`, sums.shipping)}${sums.duties + sums.fees > 0 ? row(words.dutiesAndFees, sums.duties + sums.fees) : ""}${row(order.taxesIncluded ? `${words.tax} (${words.taxesIncluded})` : words.tax, sums.tax)}
${row(words.total, sums.total, "total")}${refundedOf(order) > 0 ? row(words.refunded, -refundedOf(order)) : ""}${row(words.outstanding, outstandingOf(order))}</table></section>`;
}

export function fulfillmentCards(frame: Frame, order: Order): Markup {
  const { shop, language } = frame;
  const words = adminWords[language];
  const cards = order.fulfillments.map((one) => {
    const status = displayStatus(one);
    const events = one.events.map(
      (
        event,
      ) => markup`<li>${statusWord(event.status, language)}${event.message ? ` — ${event.message}` : ""}${event.latitude === null ? "" : ` (${event.latitude}, ${event.longitude})`}
<br><time>${showInstant(event.happenedAt, shop.ianaTimezone, language)}</time></li>`,
    );
    const tracking = one.tracking.map(
      (track) =>
        markup`<p>${words.tracking}: ${track.company} ${track.url ? markup`<a href="${track.url}" target="_blank" rel="noreferrer">${track.number}</a>` : track.number}</p>`,
    );
    return markup`<p><span class="badge ${statusTone(status)}">${statusWord(status, language)}</span></p>${tracking}<ol class="timeline">${events}</ol>`;
  });
  return markup`<section class="card"><h2>${words.fulfillments}</h2>${cards.length > 0 ? cards : words.noFulfillments}</section>`;
}

export function metafieldCard({ language }: Frame, order: Order): Markup {
  const words = adminWords[language];
  const shown = order.metafields.map(
    (one) =>
      markup`<h2>${one.namespace}:${one.key}</h2><pre>${one.type === "json" ? JSON.stringify(JSON.parse(one.value), null, 2) : one.value}</pre><br>`,
  );
  return markup`<section class="card"><h2>${words.metafields}</h2>${shown.length > 0 ? shown : words.noMetafields}</section>`;
}

export function timelineCard({ shop, language }: Frame, order: Order): Markup {
  const entries = [...order.timeline]
    .reverse()
    .map((one) => markup`<li>${timelineWord(one.text, language)}<br><time>${showInstant(one.at, shop.ianaTimezone, language)}</time></li>`);
  return markup`<section class="card"><h2>${adminWords[language].timeline}</h2><ol class="timeline">${entries}</ol></section>`;
}

export function transactionCard(frame: Frame, order: Order): Markup {
  const { shop, language } = frame;
  const words = adminWords[language];
  const expiry = (one: Transaction) =>
    one.authorizationExpiresAt
      ? markup`<br><small>${words.expires} ${showInstant(one.authorizationExpiresAt, shop.ianaTimezone, language)}</small>`
      : "";
  const rows = order.transactions.map(
    (
      one,
    ) => markup`<tr><td>${statusWord(one.kind, language)}<br><small>${one.gateway}</small>${expiry(one)}</td><td><span class="badge ${statusTone(one.status)}">${statusWord(one.status, language)}</span></td>
<td class="amount">${showMoney(one.amount, order.currency, language)}</td></tr>`,
  );
  return markup`<section class="card"><h2>${words.transactions}</h2><table>${rows}</table></section>`;
}
