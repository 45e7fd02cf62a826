import { invalid, json, notFound, type Answer, type Router, type SandboxRequest } from "../../http.ts";
import { checkOut } from "../checkout.ts";
import { Refusal } from "../domain/core.ts";
import { coreOf } from "../domain/past.ts";
import { gid, idOf } from "../domain/gid.ts";
import type { Order } from "../domain/order-state.ts";
import type { Shop } from "../domain/state.ts";
import type { Shopify } from "../parts.ts";
import { actOnOrder, isAction } from "./order-actions.ts";
import { draftOf } from "./draft-of.ts";
import { parseOrderBody } from "./order-body.ts";
import { orderView, shippingView } from "./order-view.ts";

/** `POST /sandbox/orders`, `GET /sandbox/orders[/:id]`, `POST /sandbox/orders/:id/{pay,cancel,refund,edit,return,fulfill,event,unfulfill,move}`. */
export function mountOrderControl(router: Router, shopify: Shopify): void {
  const { core } = shopify;
  router.on("POST", "/sandbox/orders", (request) => place(shopify, request));
  router.on("GET", "/sandbox/orders", ({ url }) => {
    const shop = core.world.shop(url.searchParams.get("shop") ?? shopify.demoShop);
    return shop ? json(shop.orders.map((order) => orderView(shop, order, core.world.now()))) : notFound("no such shop");
  });
  router.on("GET", "/sandbox/orders/:id", (request) => {
    const found = findOrder(shopify, request);
    return found ? json(orderView(found.shop, found.order, core.world.now())) : notFound(`no order ${request.params.id}`);
  });
  router.on("POST", "/sandbox/orders/:id/:action", (request) => act(shopify, request));
}

async function place(shopify: Shopify, request: SandboxRequest): Promise<Answer> {
  const parsed = parseOrderBody(request.json());
  if ("errors" in parsed) return invalid(parsed.errors);
  const shop = shopify.core.world.shop(parsed.order.shop);
  if (!shop) return invalid([{ path: "shop", message: "no such shop" }]);
  const parts = parsed.order.placedAt ? { ...shopify, core: coreOf(shopify.core, new Date(parsed.order.placedAt)) } : shopify;
  const placed = await checkOut(parts, shop, draftOf(parts.core, shop, parsed.order), parsed.order.shippingCode ?? null);
  if ("missingRate" in placed) return invalid([{ path: "shippingCode", message: `not offered: ${placed.missingRate}` }]);
  const { order, webhookIds } = placed;
  return json({ id: gid("Order", order.id), name: `#${order.number}`, shippingLine: shippingView(order), webhookIds });
}

function act(shopify: Shopify, request: SandboxRequest): Answer {
  const found = findOrder(shopify, request);
  if (!found) return notFound(`no order ${request.params.id}`);
  const { action = "" } = request.params;
  if (!isAction(action)) return notFound(`no action ${action}`);
  try {
    const body = request.body.length > 0 ? request.json() : {};
    const outcome = actOnOrder(action, { core: shopify.core, ...found, body });
    if ("errors" in outcome) return invalid(outcome.errors);
    return json({ ...orderView(found.shop, found.order, shopify.core.world.now()), webhookIds: outcome.webhookIds });
  } catch (error) {
    if (error instanceof Refusal) return invalid([{ path: error.field?.join(".") ?? "", message: error.message }]);
    throw error;
  }
}

/** By GID, numeric id or order number; numbers are the demo shop's unless `?shop=` says another. */
export function findOrder({ core, demoShop }: Shopify, request: SandboxRequest): { shop: Shop; order: Order } | null {
  const given = decodeURIComponent(request.params.id ?? "").replace(/^#/, "");
  const id = idOf("Order", given) ?? Number(given);
  for (const shop of core.world.state.shops) {
    const order = core.world.order(shop, id);
    if (order) return { shop, order };
  }
  const shop = core.world.shop(request.url.searchParams.get("shop") ?? demoShop);
  // After a reset numbers begin anew: the latest of that number is meant.
  const order = shop?.orders.findLast((one) => one.number === id);
  return shop && order ? { shop, order } : null;
}
