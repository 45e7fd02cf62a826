import type { Answer } from "../../http.ts";
import type { Order } from "../domain/order-state.ts";
import { financialStatus, fulfillmentStatus, openAuthorization, outstandingOf, receivedOf, refundedOf } from "../domain/payment.ts";
import { sentLines } from "../domain/reverse.ts";
import { placedSums } from "../domain/totals.ts";
import { showInstant, showMoney } from "../pages/language.ts";
import { markup, type Markup } from "../pages/markup.ts";
import { fulfillmentCards, metafieldCard, moneyCard, timelineCard, transactionCard } from "./order-cards.ts";
import { adminPage, withShop, type Frame } from "./shell.ts";
import { statusTone, statusWord } from "../pages/status-words.ts";
import { adminWords } from "./words.ts";

export const badge = (status: string, { language }: Frame): Markup =>
  markup`<span class="badge ${statusTone(status)}">${statusWord(status, language)}</span>`;

export function ordersPage(frame: Frame): Answer {
  const words = adminWords[frame.language];
  const rows = [...frame.shop.orders].reverse().map((order) => orderRow(frame, order));
  const table = markup`<table><tr><th>${words.order}</th><th>${words.date}</th><th>${words.customer}</th><th class="amount">${words.total}</th><th>${words.payment}</th><th>${words.delivery}</th><th>${words.tags}</th></tr>${rows}</table>`;
  const content = markup`<main><div class="page"><header><h1>${words.orders}</h1></header><div class="card">${rows.length > 0 ? table : markup`<p class="empty">${words.noOrders}</p>`}</div></div></main>`;
  return adminPage(frame, { title: words.orders, current: "orders", content });
}

function orderRow(frame: Frame, order: Order): Markup {
  const { shop, language } = frame;
  const customer = shop.customers.find((one) => one.id === order.customerId);
  const now = frame.shopify.core.world.now();
  return markup`<tr><td><a href="${withShop(frame, `/admin/orders/${order.number}`)}"><b>#${order.number}</b></a></td><td>${showInstant(order.createdAt, shop.ianaTimezone, language)}</td>
<td>${customer?.firstName} ${customer?.lastName}</td><td class="amount">${showMoney(placedSums(order).total, order.currency, language)}</td><td>${badge(financialStatus(order, now), frame)}</td>
<td>${badge(fulfillmentStatus(order), frame)}</td><td>${order.tags.map((tag) => markup`<span class="badge">${tag}</span> `)}</td></tr>`;
}

export function orderPage(frame: Frame, order: Order, problem: string | null): Answer {
  const { shop, language } = frame;
  const words = adminWords[language];
  const now = frame.shopify.core.world.now();
  const { shippingAddress: address } = order;
  const customer = shop.customers.find((one) => one.id === order.customerId);
  const addressLines = address
    ? [address.address1, address.address2, address.city, address.province, address.zip, address.countryCode]
    : ["—"];
  const content = markup`<main><div class="page"><header><a href="${withShop(frame, "/admin/orders")}">←</a><h1>#${order.number}</h1>${badge(financialStatus(order, now), frame)} ${badge(fulfillmentStatus(order), frame)}
${order.cancelledAt ? badge("CANCELED", frame) : ""}<span class="spacer"></span>${actions(frame, order)}</header>
${problem ? markup`<p class="notice" role="alert">${problem}</p>` : ""}
<div class="columns"><div>${moneyCard(frame, order)}${fulfillmentCards(frame, order)}${metafieldCard(frame, order)}${timelineCard(frame, order)}</div>
<div><section class="card"><h2>${words.note}</h2>${order.note ? markup`<p style="white-space:pre-line">${order.note}</p>` : words.noNote}</section>
<section class="card"><h2>${words.tags}</h2>${order.tags.length > 0 ? order.tags.map((tag) => markup`<span class="badge">${tag}</span> `) : words.noTags}</section>
<section class="card"><h2>${words.customer}</h2>${customer?.firstName} ${customer?.lastName}<br>${order.email}<br>${order.phone}</section>
<section class="card"><h2>${words.address}</h2>${addressLines.filter(Boolean).map((line) => markup`${line}<br>`)}</section>
${transactionCard(frame, order)}
<section class="card"><a href="/orders/${order.token}" target="_blank">${words.statusPage}</a><br><a href="/sandbox/webhooks" target="_blank">${words.webhooks}</a></section></div></div>
<p>${words.date}: ${showInstant(order.createdAt, shop.ianaTimezone, language)}</p></div></main>`;
  return adminPage(frame, { title: `#${order.number}`, current: "orders", content });
}

function actions(frame: Frame, order: Order): Markup {
  const words = adminWords[frame.language];
  const button = (action: string, label: string, isPossible: boolean, look: string) =>
    markup`<form class="inline" method="post" action="${withShop(frame, `/admin/orders/${order.number}/${action}`)}"><button class="${look}" ${isPossible ? "" : "disabled"}>${label}</button></form>`;
  const isOpen = order.cancelledAt === null;
  return markup`${button("pay", words.markPaid, isOpen && (outstandingOf(order) > 0 || openAuthorization(order) !== undefined), "primary")}
${button("refund", words.refund, receivedOf(order) > refundedOf(order), "")}${button("cancel", words.cancel, isOpen && order.fulfillments.every((one) => one.status !== "SUCCESS"), "danger")}${returnActions(frame, order)}`;
}

/** Of what was sent all can be returned at once; an open return is closed or cancelled. */
function returnActions(frame: Frame, order: Order): Markup {
  const words = adminWords[frame.language];
  const form = (move: string | null, label: string) => {
    const path = withShop(frame, `/admin/orders/${order.number}/return`);
    const action = move ? `${path}${path.includes("?") ? "&" : "?"}move=${move}` : path;
    return markup`<form class="inline" method="post" action="${action}"><button>${label}</button></form>`;
  };
  if (order.returns.at(-1)?.status === "open") return markup`${form("close", words.closeReturn)}${form("cancel", words.cancelReturn)}`;
  return sentLines(order).length > 0 ? form(null, words.openReturn) : markup``;
}
