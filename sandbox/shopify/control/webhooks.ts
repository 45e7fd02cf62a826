import { z } from "zod";
import { invalid, json, type Answer, type Router, type SandboxRequest } from "../../http.ts";
import { DEMO_SHOP } from "../domain/seed.ts";
import type { Shopify } from "../parts.ts";
import { isOrderTopic, isShopTopic, LOCATION_TOPICS, payloadOfOrder, payloadOfShop } from "../webhooks/payloads.ts";
import type { Delivery } from "../webhooks/sender.ts";
import { fieldErrors } from "./order-body.ts";

const bodySchema = z.strictObject({
  topic: z.string(),
  shop: z.string().default(DEMO_SHOP),
  payload: z.unknown().optional(),
  order: z.number().int().optional(),
});

const summary = ({ body: _body, copiesLeft: _copies, ...rest }: Delivery) => rest;

/** `GET /sandbox/webhooks[/:id]` shows what was sent and how it was answered; `POST` sends one by hand: `{ topic, shop?, payload? | order? }`. */
export function mountWebhookControl(router: Router, shopify: Shopify): void {
  router.on("GET", "/sandbox/webhooks", ({ url }) => {
    const wanted = { topic: url.searchParams.get("topic"), state: url.searchParams.get("state") };
    return json(
      shopify.sender
        .list()
        .filter((one) => (!wanted.topic || one.topic === wanted.topic) && (!wanted.state || one.state === wanted.state))
        .map(summary),
    );
  });
  router.on("GET", "/sandbox/webhooks/:id", ({ params }) => {
    const found = shopify.sender.list().find((one) => one.id === params.id);
    return found
      ? json({ ...summary(found), payload: JSON.parse(found.body) as unknown })
      : json({ errors: [{ path: "id", message: "unknown" }] }, 404);
  });
  router.on("POST", "/sandbox/webhooks", (request) => sendByHand(shopify, request));
  router.on("GET", "/sandbox/carrier-calls", () => json(shopify.rates.calls()));
}

function sendByHand({ core, emitter }: Shopify, request: SandboxRequest): Answer {
  const parsed = bodySchema.safeParse(request.json());
  if (!parsed.success) return invalid(fieldErrors(parsed.error));
  const { topic, payload, order: number } = parsed.data;
  if (!core.config.subscriptions.some((one) => one.topic === topic))
    return invalid([{ path: "topic", message: "shopify.app.toml doesn't subscribe to it" }]);
  if (payload !== undefined) return json({ webhookIds: emitter.raw(parsed.data.shop, topic, JSON.stringify(payload)) });
  const shop = core.world.shop(parsed.data.shop);
  if (!shop) return invalid([{ path: "shop", message: "no such shop" }]);
  if (isShopTopic(topic)) return json({ webhookIds: emitter.raw(shop.domain, topic, JSON.stringify(payloadOfShop(topic, shop))) });
  if (LOCATION_TOPICS.includes(topic)) return json({ webhookIds: emitter.location(shop, shop.locations[0]!, topic) });
  const order = number === undefined ? shop.orders.at(-1) : shop.orders.find((one) => one.number === number);
  if (!order || !isOrderTopic(topic)) return invalid([{ path: "order", message: "there is no such order to tell of" }]);
  return json({ webhookIds: emitter.raw(shop.domain, topic, JSON.stringify(payloadOfOrder(topic, shop, order, core.world.now()))) });
}
