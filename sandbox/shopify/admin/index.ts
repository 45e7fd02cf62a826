import { html, json, notFound, redirect, type Answer, type Router, type SandboxRequest } from "../../http.ts";
import { actOnOrder, isAction } from "../control/order-actions.ts";
import { Refusal } from "../domain/core.ts";
import { gid } from "../domain/gid.ts";
import { sentLines } from "../domain/reverse.ts";
import type { Order } from "../domain/order-state.ts";
import { languageOf } from "../pages/language.ts";
import type { Shopify } from "../parts.ts";
import { orderPage, ordersPage } from "./order-pages.ts";
import { appPage, withShop, type Frame } from "./shell.ts";
import { adminWords } from "./words.ts";

const OWN_PARAMETERS = ["shop", "lang"];

/** `/admin`: the merchant's admin with the app in its iframe, and the orders as Shopify would show them. */
export function mountAdmin(router: Router, shopify: Shopify): void {
  const { handle } = shopify.core.config;
  const page = (show: (frame: Frame, request: SandboxRequest) => Answer) => (request: SandboxRequest) => {
    // The app lives at 127.0.0.1; under another host name the admin is another site, as in real life.
    if (request.url.hostname === "127.0.0.1") {
      const elsewhere = new URL(request.url);
      elsewhere.hostname = "localhost";
      return redirect(elsewhere.href, 302);
    }
    const shop = shopify.core.world.shop(request.url.searchParams.get("shop") ?? shopify.demoShop);
    return shop ? show({ shopify, shop, language: languageOf(request) }, request) : notFound("no such shop");
  };

  router.on(
    "GET",
    "/admin",
    page((frame) => redirect(withShop(frame, `/admin/apps/${handle}`), 302)),
  );
  router.on("GET", "/admin/session-token", ({ url }) =>
    json({ token: shopify.oauth.sessionToken(url.searchParams.get("shop") ?? shopify.demoShop) }),
  );
  router.on(
    "GET",
    `/admin/apps/${handle}`,
    page((frame) => appPage(frame, "/app")),
  );
  router.on(
    "GET",
    `/admin/apps/${handle}/*path`,
    page((frame, { params, url }) => appPage(frame, `/${params.path ?? ""}${searchFor(url)}`)),
  );
  router.on("GET", "/admin/orders", page(ordersPage));
  router.on("GET", "/admin/orders/:number", page(showOrder));
  router.on("POST", "/admin/orders/:number/:action", page(act));
}

function searchFor(url: URL): string {
  const kept = [...url.searchParams].filter(([name]) => !OWN_PARAMETERS.includes(name));
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : "";
}

// By order number, as people say it, or by id, as links from the app do (shopify://admin/orders/<id>).
function orderOf({ shop }: Frame, { params }: SandboxRequest) {
  const wanted = Number(params.number);
  return shop.orders.find((one) => one.id === wanted) ?? shop.orders.findLast((one) => one.number === wanted);
}

function showOrder(frame: Frame, request: SandboxRequest): Answer {
  const order = orderOf(frame, request);
  return order ? orderPage(frame, order, request.url.searchParams.get("problem")) : html(adminWords[frame.language].missing, 404);
}

/** A press of a button is the whole of it. */
function bodyOf(action: string, order: Order, { url }: SandboxRequest): unknown {
  if (action !== "return") return {};
  const move = url.searchParams.get("move");
  return move ? { move } : { lines: sentLines(order).map(({ line, quantity }) => ({ line: gid("LineItem", line.id), quantity })) };
}

function act(frame: Frame, request: SandboxRequest): Answer {
  const order = orderOf(frame, request);
  const action = request.params.action ?? "";
  if (!order || !isAction(action)) return notFound();
  const back = new URL(withShop(frame, `/admin/orders/${order.number}`), request.url);
  try {
    actOnOrder(action, { core: frame.shopify.core, shop: frame.shop, order, body: bodyOf(action, order, request) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    back.searchParams.set("problem", error.message);
  }
  return redirect(back.pathname + back.search);
}
