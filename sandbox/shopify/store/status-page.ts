import type { Answer } from "../../http.ts";
import type { Order } from "../domain/order-state.ts";
import { financialStatus } from "../domain/payment.ts";
import { placedSums } from "../domain/totals.ts";
import { showInstant, showMoney } from "../pages/language.ts";
import { markup, type Markup } from "../pages/markup.ts";
import { statusWord } from "../pages/status-words.ts";
import { storePage, type Visit } from "./layout.ts";
import { storeWords } from "./words.ts";

/** Thank-you and order status in one: what was bought, where it is, and the invoice as soon as there is one. */
export function statusPage(visit: Visit, order: Order, now: Date): Answer {
  const { language } = visit;
  const words = storeWords[language];
  const content = markup`<section class="narrow status" data-updated="${order.updatedAt}"><p class="soft">${words.order} #${order.number} · ${order.confirmationNumber}</p>
<h1>${words.thanks.replace("{name}", order.shippingAddress?.firstName ?? "")}</h1><p>${words.confirmed} · ${showInstant(order.createdAt, visit.shop.ianaTimezone, language)}</p>
${steps(visit, order)}${invoiceCard(visit, order)}${sumsCard(visit, order)}${addressCard(visit, order, now)}
<p><a class="primary" href="/store">${words.backToStore}</a></p></section>`;
  const answer = storePage(visit, { title: `${words.order} #${order.number}`, content });
  const isOver = order.cancelledAt !== null || order.metafields.some((one) => one.key === "invoice");
  return { ...answer, headers: { ...answer.headers, "cache-control": "no-store", ...(isOver ? {} : { refresh: "5" }) } };
}

function steps({ shop, language }: Visit, order: Order): Markup {
  const words = storeWords[language];
  const events = order.fulfillments.filter((one) => one.status === "SUCCESS").flatMap((one) => one.events);
  const at = (status: string) => events.find((event) => event.status === status)?.happenedAt ?? null;
  const step = (label: string, instant: string | null) =>
    markup`<li class="${instant ? "done" : ""}">${label}${instant ? markup`<time>${showInstant(instant, shop.ianaTimezone, language)}</time>` : ""}</li>`;
  if (order.cancelledAt)
    return markup`<ol class="steps">${step(words.ordered, order.createdAt)}${step(words.cancelled, order.cancelledAt)}</ol>`;
  const failed = events.filter((event) => event.status === "ATTEMPTED_DELIVERY").at(-1);
  return markup`<ol class="steps">${step(words.ordered, order.createdAt)}${step(words.outForDelivery, at("OUT_FOR_DELIVERY"))}
${failed && !at("DELIVERED") ? step(words.attempted, failed.happenedAt) : ""}${step(words.delivered, at("DELIVERED"))}</ol>`;
}

interface Invoice {
  number?: string;
  accessKey?: string;
  url?: string;
}
function invoiceCard({ language }: Visit, order: Order): Markup {
  const words = storeWords[language];
  const metafield = order.metafields.find((one) => one.namespace === "$app" && one.key === "invoice");
  if (!metafield) return markup`<section class="card"><h2>${words.invoice}</h2><p class="soft">${words.invoiceSoon}</p></section>`;
  const invoice = JSON.parse(metafield.value) as Invoice;
  return markup`<section class="card good"><h2>${words.invoice} ${invoice.number}</h2>${invoice.accessKey ? markup`<p class="soft key">${words.accessKey}: ${invoice.accessKey}</p>` : ""}
${invoice.url && /^https?:/.test(invoice.url) ? markup`<p><a href="${invoice.url}" target="_blank" rel="noreferrer">${words.download}</a></p>` : ""}</section>`;
}

function sumsCard({ language }: Visit, order: Order): Markup {
  const words = storeWords[language];
  const money = (cents: number) => showMoney(cents, order.currency, language);
  const sums = placedSums(order);
  const row = (label: string, cents: number, look = "") => markup`<div class="${look}"><dt>${label}</dt><dd>${money(cents)}</dd></div>`;
  const lines = order.lines.map(
    (line) => markup`<div><dt>${line.quantity} × ${line.title}</dt><dd>${money(line.unitPrice * line.quantity)}</dd></div>`,
  );
  return markup`<section class="card"><dl>${lines}${sums.discounts > 0 ? row(words.discount, -sums.discounts) : ""}${row(`${words.shipping}${order.shippingLines[0] ? ` · ${order.shippingLines[0].title}` : ""}`, sums.shipping)}
${row(order.taxesIncluded ? words.taxIncluded : words.tax, sums.tax)}${row(words.total, sums.total, "total")}</dl></section>`;
}

function addressCard({ language }: Visit, order: Order, now: Date): Markup {
  const words = storeWords[language];
  const { shippingAddress: address } = order;
  const where =
    address &&
    markup`<h2>${words.deliverTo}</h2><p>${[`${address.firstName ?? ""} ${address.lastName ?? ""}`, address.address1, address.address2, address.city, address.zip].filter(Boolean).join(" · ")}</p>`;
  return markup`<section class="card">${where ?? ""}
<h2>${words.paidWith}</h2><p>${order.gateways.join(", ") || "—"} · ${statusWord(financialStatus(order, now), language)}</p></section>`;
}
